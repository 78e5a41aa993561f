import { Button, ExpandableSection, Form, TextInput, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useId, useState } from "react";
import type { Service } from "../api/types";
import { FormErrorsAround, useErrorsBelow, type FormErrors } from "../forms/errors";
import { FieldGroup, SelectField, TextField } from "../forms/fields";
import { ObjectSelect } from "../forms/ObjectSelect";
import { Alert } from "../parts/Alert";
import { ENVIRONMENTS } from "../parts/environments";
import { Link } from "../parts/Link";
import { METHODS } from "../requests/methods";
import { t, type TextKey } from "../texts";
import { HeaderRows } from "./HeaderRows";
import { MAX_BODY, urlOf, type Values } from "./model";
import type { Place } from "./usePlace";

const LABELS: Record<string, TextKey> = { "/serviceId": "tries.service", "/environment": "tries.environment", "/host": "tries.host", "/replicaId": "tries.replica", "/method": "tries.method", "/path": "tries.path", "/headers": "tries.headers", "/body": "tries.body" };
const labelOf = (pointer: string) => {
  const key = LABELS[`/${pointer.split("/")[1]}`];
  return key ? t(key) : pointer;
};

interface Props {
  values: Values;
  change: (changes: Partial<Values>) => void;
  place: Place;
  form: FormErrors;
  /** Absent where nothing may be sent. */
  send?: () => void;
  sending: boolean;
}

/** Which request is sent where. */
export function TryForm({ values, change, place, form, send, sending }: Props) {
  const { by, serviceId, environment, method } = values;
  const url = urlOf(values, place.url);
  return (
    <Form
      noValidate
      aria-label={t("tries.form")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) send?.();
      }}
    >
      <FormErrorsAround form={form} label={labelOf}>
        <ToggleGroup aria-label={t("tries.by")} isCompact>
          <ToggleGroupItem text={t("tries.byService")} buttonId="try-by-service" isSelected={by === "service"} onChange={() => change({ by: "service" })} />
          <ToggleGroupItem text={t("tries.byHost")} buttonId="try-by-host" isSelected={by === "host"} onChange={() => change({ by: "host" })} />
        </ToggleGroup>
        <div className="weir-try-target">
          {by === "service" ? (
            <>
              <ObjectSelect<Service> label={t("tries.service")} pointer="/serviceId" required path="/v1/services" value={serviceId || undefined} onChange={(id) => change({ serviceId: id ?? "", environment: "" })} />
              <SelectField
                label={t("tries.environment")}
                pointer="/environment"
                required
                value={environment}
                onChange={(name) => change({ environment: name })}
                options={ENVIRONMENTS.map((name) => ({ value: name, label: place.environments?.some((each) => each.environment === name && !each.released) ? t("tries.answersNothing", { environment: name }) : name }))}
              />
            </>
          ) : (
            <TextField label={t("tries.host")} pointer="/host" required code help={t("tries.hostHelp")} value={values.host} onChange={(host) => change({ host })} />
          )}
          <SelectField
            label={t("tries.replica")}
            pointer="/replicaId"
            value={values.replicaId}
            onChange={(replicaId) => change({ replicaId })}
            placeholder={t("tries.anyReplica")}
            options={place.replicas.map(({ replicaId, address }) => ({ value: replicaId, label: address ? `${replicaId} (${address})` : replicaId }))}
          />
        </div>
        {place.released === false && (
          <Alert isInline variant="info" title={t("tries.notReleased", { environment })} actionLinks={<Link to={`/services/${serviceId}/environments`}>{t("tries.environments")}</Link>} />
        )}
        <div className="weir-try-line">
          <SelectField label={t("tries.method")} pointer="/method" required value={method} onChange={(chosen) => change({ method: chosen })} options={METHODS.map((each) => ({ value: each, label: each }))} />
          <PathField values={values} change={change} place={place} help={url ? <code>{`${method} ${url}`}</code> : by === "service" ? t("tries.pathHelp") : undefined} />
          {send && (
            <Button type="submit" isLoading={sending} isDisabled={sending}>
              {t(sending ? "tries.sending" : "tries.send")}
            </Button>
          )}
        </div>
        <Further values={values} change={change} />
      </FormErrorsAround>
    </Form>
  );
}

/** The path; those of the APIs that answer there are offered. */
function PathField({ values: { by, method, path }, change, place: { apis }, help }: Pick<Props, "values" | "change" | "place"> & { help: React.ReactNode }) {
  const id = useId();
  const offered = by === "service" ? apis : [];
  const choose = (to: string) => {
    const those = offered.filter((api) => api.path === to);
    // an API that is chosen by its path is called by its method
    change({ path: to, ...(those.length > 0 && !those.some((api) => api.method === method) && { method: those[0]!.method }) });
  };
  return (
    <FieldGroup label={t("tries.path")} pointer="/path" required help={help}>
      {({ id: field, describedBy, invalid }) => (
        <>
          <TextInput
            id={field}
            className="weir-code"
            value={path}
            isRequired
            list={id}
            autoComplete="off"
            spellCheck={false}
            validated={invalid ? "error" : "default"}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            onChange={(_event, text) => choose(text)}
          />
          <datalist id={id}>
            {[...new Map(offered.map((api) => [api.path, api])).values()].map((api) => (
              <option key={api.id} value={api.path}>
                {`${api.method} ${api.name}`}
              </option>
            ))}
          </datalist>
        </>
      )}
    </FieldGroup>
  );
}

/** Headers and body, folded until there are any. */
function Further({ values: { headers, body, method }, change }: Pick<Props, "values" | "change">) {
  const wrong = useErrorsBelow("/headers", "/body");
  const [open, setOpen] = useState(headers.length > 0 || body !== "");
  const typed = headers.some(({ name }) => name.trim().toLowerCase() === "content-type");
  const n = headers.filter(({ name }) => name.trim() !== "").length;
  return (
    <ExpandableSection toggleText={n === 0 && body === "" ? t("tries.further") : t("tries.furtherN", { n })} isExpanded={open || wrong} onToggle={(_event, expanded) => setOpen(expanded)}>
      <div className="weir-stack">
        <HeaderRows headers={headers} onChange={(changed) => change({ headers: changed })} />
        <TextField label={t("tries.body")} pointer="/body" long code help={t(["GET", "HEAD"].includes(method) ? "tries.bodySeldom" : "tries.bodyHelp", { n: MAX_BODY / 1_024 })} value={body} onChange={(text) => change({ body: text })} />
        {body !== "" && !typed && (
          <div>
            <Button variant="link" isInline onClick={() => change({ headers: [...headers, { name: "Content-Type", value: "application/json" }] })}>
              {t("tries.addJson")}
            </Button>
          </div>
        )}
      </div>
    </ExpandableSection>
  );
}
