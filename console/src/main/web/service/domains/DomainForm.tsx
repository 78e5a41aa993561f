import { Button, Form, PageSection, Title } from "@patternfly/react-core";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { Write } from "../../api/client";
import { useRead } from "../../api/hooks";
import type { Domain, Service, Violation } from "../../api/types";
import { ReviewPanel } from "../../forms/ReviewPanel";
import { FormErrorsAround, useFormErrors } from "../../forms/errors";
import { SelectField, TextField } from "../../forms/fields";
import { useDraft, type Draft } from "../../forms/useDraft";
import { mergePatch } from "../../parts/pointer";
import { ENVIRONMENTS } from "../../parts/environments";
import { Loaded } from "../../parts/Loaded";
import { Writable } from "../../parts/Writable";
import { t } from "../../texts";

interface Fields {
  domain: string;
  environment: Domain["environment"];
  certificate?: string;
}

const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const CERTIFICATE = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/;
const LABELS: Record<string, string> = { "/domain": t("service.domain"), "/environment": t("releases.environment"), "/certificate": t("service.certificate") };

function rules({ domain, certificate }: Fields): Violation[] {
  return [
    ...(HOST.test(domain) ? [] : [{ pointer: "/domain", detail: t("service.domainRule") }]),
    ...(certificate === undefined || CERTIFICATE.test(certificate) ? [] : [{ pointer: "/certificate", detail: t("service.certificateRule") }]),
  ];
}

const fieldsOf = ({ domain, environment, certificate }: Domain): Fields => ({ domain, environment, certificate });

/** Lets a domain lead to an environment. */
export function BindDomain({ service }: { service: Service }) {
  const path = `/services/${service.id}/domains`;
  const draft = useDraft<Fields>(`${path}/bind`, { domain: "", environment: "release" });
  return <DomainForm service={service} draft={draft} title={t("service.bindTitle")} write={{ method: "POST", path: `/v1${path}`, body: draft.values }} />;
}

/** Lets a domain lead elsewhere, or show another certificate. */
export function ChangeDomain({ service }: { service: Service }) {
  const { domain = "" } = useParams();
  const query = useRead<Domain>(`/v1/services/${service.id}/domains/${domain}`);
  return <Loaded query={query}>{(found) => <Change service={service} domain={found} />}</Loaded>;
}

function Change({ service, domain }: { service: Service; domain: Domain }) {
  const path = `/services/${service.id}/domains/${domain.domain}`;
  const draft = useDraft(path, fieldsOf(domain), domain.version);
  return (
    <DomainForm
      service={service}
      draft={draft}
      before={draft.base}
      title={domain.domain}
      write={{ method: "PATCH", path: `/v1${path}`, body: mergePatch({ ...draft.base }, { ...draft.values }), version: draft.version }}
      onRebased={(theirs, base, merged) => draft.rebase(base, theirs.version, merged)}
    />
  );
}

interface Props {
  service: Service;
  draft: Draft<Fields>;
  title: string;
  write: Write;
  before?: Fields;
  onRebased?: (theirs: Domain, base: Fields, merged: Fields) => void;
}

function DomainForm({ service, draft, title, write, before, onRebased }: Props) {
  const { values, set } = draft;
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const form = useFormErrors(values, rules);
  const review = params.has("review") && rules(values).length === 0;
  const list = `/services/${service.id}/domains`;
  return (
    <PageSection hasBodyWrapper={false} className="weir-form">
      <Title headingLevel="h2">{title}</Title>
      <Writable>{review ? (
        <ReviewPanel<Domain, Fields>
          write={write}
          before={before}
          after={values}
          label={(pointer) => LABELS[pointer] ?? pointer}
          fieldsOf={fieldsOf}
          onBack={() => setParams({})}
          done={draft.done}
          onSaved={() => void navigate(list)}
          onRefused={(problem) => {
            setParams({});
            form.refuse(problem);
          }}
          onRebased={onRebased}
        />
      ) : (
        <Form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (form.check()) setParams({ review: "true" });
          }}
        >
          <FormErrorsAround form={form} label={(pointer) => LABELS[pointer] ?? pointer}>
            <TextField label={LABELS["/domain"]!} pointer="/domain" value={values.domain} onChange={(domain) => set("/domain", domain.trim().toLowerCase())} maxLength={253} required disabled={before !== undefined} help={t("service.domainHelp")} />
            <SelectField
              label={LABELS["/environment"]!}
              pointer="/environment"
              value={values.environment}
              onChange={(environment) => set("/environment", environment)}
              options={ENVIRONMENTS.map((value) => ({ value, label: service.environments.includes(value) ? value : t("service.notReleasedYet", { environment: value }) }))}
              required
            />
            <TextField label={LABELS["/certificate"]!} pointer="/certificate" value={values.certificate} onChange={(name) => set("/certificate", name.trim() === "" ? undefined : name.trim())} maxLength={64} help={t("service.certificateHelp")} />
          </FormErrorsAround>
          <div className="weir-buttons">
            <Button type="submit">{t("parts.review")}</Button>
            <Button variant="link" onClick={() => void navigate(list)}>
              {t("parts.cancel")}
            </Button>
          </div>
        </Form>
      )}</Writable>
      {draft.leaving}
    </PageSection>
  );
}
