import { Button, Card, CardBody, FormGroup, FormSelect, FormSelectOption, PageSection } from "@patternfly/react-core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { TryAnswer } from "../api/types";
import { write, type Problem } from "../api/client";
import { useFormErrors } from "../forms/errors";
import { useAt, useTravel } from "../frame/at";
import { Alert } from "../parts/Alert";
import { Code } from "../parts/Copy";
import { PageTitle } from "../parts/PageTitle";
import type { Holders } from "../parts/scope";
import { useMayWrite, useOutside, useRoleName } from "../parts/session";
import { OutsideAlert, useServiceHolders } from "../parts/Within";
import { t } from "../texts";
import { LastTries } from "./LastTries";
import { Outcome } from "./Outcome";
import { TryForm } from "./TryForm";
import { keep, type Kept } from "./kept";
import { curlOf, requestOf, rules, urlOf, type Values } from "./model";
import type { Way } from "./usePlace";
import { useValues, type Form } from "./useValues";
import "../forms/forms.css";
import "../requests/requests.css";
import "./tries.css";

/** Sends one request through a replica, and shows what became of it on its way. */
export function TryPage() {
  const { values, change, place, ways, taken, take, notThere } = useValues();
  const [shown, setShown] = useState<Kept>();
  const form = useFormErrors(values, rules);
  // whose a host is, the server finds out
  const chosen = useServiceHolders(values.serviceId);
  const holders = values.by === "service" && values.serviceId !== "" ? chosen : undefined;
  const mayWrite = useMayWrite(holders);
  const send = useMutation<TryAnswer, Problem, Values>({
    mutationFn: async (asked) => (await write<TryAnswer>({ method: "POST", path: "/v1/tries", body: requestOf(asked) })).value,
  });
  const submit = () => {
    if (!form.check()) return;
    setShown(undefined);
    const kept: Kept = { at: Date.now(), values };
    void send.mutateAsync(values).then(
      (answer) => {
        const answered = { ...kept, answer };
        keep(answered);
        setShown(answered);
      },
      (problem: Problem) => {
        keep({ ...kept, problem: problem.message });
        form.refuse(problem);
      },
    );
  };
  const show = (kept: Kept) => {
    form.clear();
    change(kept.values);
    setShown(kept);
  };
  const command = curlOf(values, { url: urlOf(values, place.url) });
  return (
    <>
      <PageTitle title={t("tries.title")} facts={t("tries.about")} />
      <PageSection hasBodyWrapper={false} className="weir-stack">
        {!mayWrite && <MayNot holders={holders} />}
        {ways && <Ways ways={ways} taken={taken} take={take} />}
        {notThere && <Alert isInline variant="warning" title={t("tries.notThere", { environment: values.environment })} />}
        <Card isCompact>
          <CardBody>
            <TryForm values={values} change={change} place={place} form={form} send={mayWrite ? submit : undefined} sending={send.isPending} />
          </CardBody>
        </Card>
        {shown?.answer ? <Outcome key={shown.at} kept={shown} answer={shown.answer} /> : shown?.problem ? <Alert isInline variant="danger" title={shown.problem} /> : command && !send.isPending && <Code label={t("tries.command")} text={command} />}
        <LastTries shown={shown} show={show} />
      </PageSection>
    </>
  );
}

/** Why nothing can be sent; what can be is still told. */
function MayNot({ holders }: { holders: Holders | "unknown" | undefined }) {
  const past = useAt() !== undefined;
  const travel = useTravel();
  const role = useRoleName();
  const outside = useOutside(holders);
  if (holders === "unknown") return null;
  if (outside) return <OutsideAlert />;
  if (!past) return <Alert isInline variant="info" title={t("tries.forbidden", { role })} />;
  return (
    <Alert
      isInline
      variant="info"
      title={t("tries.past")}
      actionLinks={
        <Button variant="link" isInline onClick={() => travel(undefined)}>
          {t("frame.backToNow")}
        </Button>
      }
    />
  );
}

/** Which of the APIs that forward to an upstream is called. */
function Ways({ ways, taken, take }: Pick<Form, "taken" | "take"> & { ways: Way[] }) {
  if (ways.length === 0) return <Alert isInline variant="info" title={t("tries.noWay")} />;
  const chosen = ways.findIndex(({ apiId, environment }) => apiId === taken?.apiId && environment === taken.environment);
  return (
    <FormGroup label={t("tries.way")} fieldId="try-way">
      <FormSelect id="try-way" value={chosen < 0 ? "" : String(chosen)} onChange={(_event, index) => take(ways[Number(index)]!)}>
        {chosen < 0 && <FormSelectOption value="" label={t("forms.choose")} isPlaceholder />}
        {ways.map(({ apiId, apiName, serviceId, serviceName, environment }, index) => (
          <FormSelectOption key={`${environment} ${apiId}`} value={String(index)} label={`${apiName || apiId}, ${serviceName || serviceId}, ${environment}`} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}
