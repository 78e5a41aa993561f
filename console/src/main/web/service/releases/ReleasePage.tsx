import { Button, ExpandableSection, Form, FormGroup, PageSection, Radio, Title } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { curl, type Write } from "../../api/client";
import { useWrite } from "../../api/hooks";
import type { EnvironmentName, Release, Service } from "../../api/types";
import { Effects, Warnings } from "../../forms/Outcome";
import { ReasonBox } from "../../forms/ReasonBox";
import { useDryRun } from "../../forms/dryRun";
import { useReason } from "../../forms/reasons";
import { TextField } from "../../forms/fields";
import { useDraft } from "../../forms/useDraft";
import { Alert } from "../../parts/Alert";
import { Code } from "../../parts/Copy";
import { ENVIRONMENTS } from "../../parts/environments";
import { Loaded } from "../../parts/Loaded";
import { PageTitle } from "../../parts/PageTitle";
import { ProblemView } from "../../parts/ProblemView";
import { Writable } from "../../parts/Writable";
import { t } from "../../texts";
import { useDrifts, useService } from "../data";
import { ApiChanges } from "./ApiChanges";

/** Reviews what the drafts of a service change in an environment, and releases them. */
export function ReleasePage() {
  const { serviceId = "" } = useParams();
  const query = useService(serviceId);
  return (
    <>
      <PageTitle
        title={t("releases.reviewTitle")}
        above={[
          { text: t("service.title"), to: "/services" },
          { text: query.data?.name ?? serviceId, to: `/services/${serviceId}` },
          { text: t("service.environments"), to: `/services/${serviceId}/environments` },
        ]}
      />
      <PageSection hasBodyWrapper={false} className="weir-release">
        <Writable>
          <Loaded query={query}>{(service) => <Review service={service} />}</Loaded>
        </Writable>
      </PageSection>
    </>
  );
}

function Review({ service }: { service: Service }) {
  const [params, setParams] = useSearchParams();
  const environment: EnvironmentName = ENVIRONMENTS.find((name) => name === params.get("environment")) ?? "test";
  const draft = useDraft(`/services/${service.id}/release`, { description: "" });
  const reason = useReason();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const drift = useDrifts(service.id).find((each) => each.environment === environment);
  const write: Write = { method: "POST", path: `/v1/services/${service.id}/releases`, body: { environment, ...(draft.values.description !== "" && { description: draft.values.description }) }, version: service.version };
  const send = useWrite<Release>();
  // what it is called is no part of what it does, and what is done is not asked about again
  const run = useDryRun({ ...write, body: { environment } }, service.apiCount > 0 && send.isIdle);
  const problem = send.error ?? run.error;
  const conflict = problem?.status === 412;
  const changes = drift?.changes;
  const api = params.get("api");
  const back = api ? `/services/${service.id}/apis/${api}` : `/services/${service.id}/environments`;
  const submit = () => {
    const page = window.location.pathname;
    void send.mutateAsync({ ...write, reason: reason.text.trim() }).then(
      () => {
        reason.given();
        draft.done();
        if (window.location.pathname === page) void navigate(back);
      },
      () => undefined,
    );
  };
  const anew = () => {
    send.reset();
    void queries.invalidateQueries();
  };
  return (
    <>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FormGroup role="radiogroup" label={t("releases.environment")} fieldId="release-environment" isInline>
          {ENVIRONMENTS.map((name) => (
            <Radio
              key={name}
              id={`release-${name}`}
              name="release-environment"
              label={name}
              isChecked={environment === name}
              onChange={() => {
                send.reset();
                setParams(
                  (now) => {
                    now.set("environment", name);
                    return now;
                  },
                  { replace: true },
                );
              }}
            />
          ))}
        </FormGroup>
        {service.apiCount === 0 && <Alert isInline component="h2" variant="warning" title={t("releases.nothing")} />}
        {conflict && <Alert isInline variant="warning" title={t("forms.conflict")} actionLinks={<Button variant="link" isInline onClick={anew}>{t("forms.conflictAnew")}</Button>} />}
        {problem && !conflict && <ProblemView problem={problem} again={problem.passing ? (send.error ? submit : () => void run.refetch()) : undefined} />}
        <Warnings warnings={run.data?.warnings} />
        <Effects effects={run.data?.effects ?? []} />
        {drift?.tooMany && <Alert isInline component="h2" variant="info" title={t("releases.tooMany")} />}
        {changes && (
          <section aria-labelledby="release-changes" className="weir-stack">
            <Title headingLevel="h2" size="lg" id="release-changes">
              {drift.released ? t("releases.changesIn", { n: changes.length, environment }) : t("releases.firstIn", { n: changes.length, environment })}
            </Title>
            <ApiChanges changes={changes} label={t("releases.changesOf", { environment })} />
          </section>
        )}
        <TextField label={t("service.description")} pointer="/description" value={draft.values.description} onChange={(text) => draft.set("/description", text)} maxLength={500} help={t("releases.descriptionHelp")} />
        <ReasonBox value={reason.text} onChange={reason.set} />
        <ExpandableSection toggleText={t("forms.command")}>
          <Code text={curl({ ...write, reason: reason.text.trim() })} label={t("forms.command")} />
        </ExpandableSection>
        <div className="weir-buttons">
          <Button type="submit" isLoading={send.isPending} isDisabled={send.isPending || conflict || service.apiCount === 0}>
            {t("releases.releaseTo", { environment })}
          </Button>
          <Button variant="link" onClick={() => void navigate(back)}>
            {t("parts.cancel")}
          </Button>
        </div>
      </Form>
      {draft.leaving}
    </>
  );
}
