import { Button, ClipboardCopy, Form, FormGroup, Label, LabelGroup, PageSection, TextInput } from "@patternfly/react-core";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { useWrite } from "../api/hooks";
import type { Instance, Key, Service, Violation, Vpc } from "../api/types";
import { FormFooter } from "../forms/Footer";
import { ObjectSelect } from "../forms/ObjectSelect";
import { ReasonBox } from "../forms/ReasonBox";
import { useReason } from "../forms/reasons";
import { FormErrorsAround, useFormErrors } from "../forms/errors";
import { FieldGroup, SelectField, TextField } from "../forms/fields";
import { useDraft } from "../forms/useDraft";
import { Alert } from "../parts/Alert";
import { copy } from "../parts/Copy";
import { PageTitle } from "../parts/PageTitle";
import { Writable } from "../parts/Writable";
import { t, type TextKey } from "../texts";
import { DAYS, expiresAt } from "./expiry";

interface Values {
  name: string;
  role: Key["role"];
  scope: { id: string; name: string }[];
  expiresAt: string;
  date: string;
}

const ROLES: Key["role"][] = ["VIEWER", "AUDITOR", "OPERATOR", "ADMIN"];
const NEW: Values = { name: "", role: "OPERATOR", scope: [], expiresAt: "90", date: "" };
const LABELS: Record<string, TextKey> = { "/name": "keys.name", "/role": "keys.role", "/scope": "keys.scope", "/expiresAt": "keys.expires", "/date": "keys.date" };
const label = (pointer: string) => {
  const key = LABELS[`/${pointer.split("/")[1]}`];
  return key ? t(key) : pointer;
};

function rules(values: Values): Violation[] {
  const found: Violation[] = [];
  if (values.name.trim() === "") found.push({ pointer: "/name", detail: t("forms.required") });
  if (values.expiresAt === "date" && !(new Date(values.date).getTime() > Date.now())) found.push({ pointer: "/date", detail: t("keys.future") });
  return found;
}

/** Makes a key, and shows its secret the only time it can be shown. */
export function CreateKeyPage() {
  const [made, setMade] = useState<Key>();
  return (
    <>
      <PageTitle title={made ? t("keys.made", { name: made.name }) : t("keys.create")} above={[{ text: t("keys.title"), to: "/keys" }]} />
      <PageSection hasBodyWrapper={false}>
        {made ? (
          <Secret made={made} />
        ) : (
          <Writable admin>
            <KeyForm onMade={setMade} />
          </Writable>
        )}
      </PageSection>
    </>
  );
}

function Secret({ made }: { made: Key }) {
  const navigate = useNavigate();
  return (
    <div className="weir-stack">
      <Alert isInline variant="warning" title={t(made.key ? "keys.secret" : "keys.secretLost")} />
      {made.key && (
        <ClipboardCopy isReadOnly isCode hoverTip={t("parts.copy")} clickTip={t("parts.copied")} textAriaLabel={t("keys.secretLabel")} onCopy={() => void copy(made.key ?? "").catch(() => undefined)}>
          {made.key}
        </ClipboardCopy>
      )}
      <div>
        <Button onClick={() => void navigate("/keys")}>{t(made.key ? "keys.done" : "parts.close")}</Button>
      </div>
    </div>
  );
}

function KeyForm({ onMade }: { onMade: (key: Key) => void }) {
  const draft = useDraft<Values>("key", NEW);
  const { values, set } = draft;
  const reason = useReason();
  const form = useFormErrors(values, rules);
  const save = useWrite<Key>();
  const navigate = useNavigate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    void save.mutateAsync({
        method: "POST",
        path: "/v1/keys",
        body: {
          name: values.name.trim(),
          role: values.role,
          scope: values.role === "OPERATOR" ? values.scope.map(({ id }) => id) : [],
          expiresAt: expiresAt({ choice: values.expiresAt, date: values.date }),
        },
        reason: reason.text.trim(),
      }).then(({ value }) => {
        reason.given();
        draft.done();
        onMade(value);
      }, form.refuse);
  };
  const add = (id: string | undefined, name: string | undefined) => {
    if (id && !values.scope.some((each) => each.id === id)) set("/scope", [...values.scope, { id, name: name || id }]);
  };
  return (
    <Form onSubmit={submit} noValidate>
      {draft.leaving}
      <FormErrorsAround form={form} label={label}>
        <TextField label={t("keys.name")} pointer="/name" required help={t("keys.nameHelp")} maxLength={50} value={values.name} onChange={(name) => set("/name", name)} />
        <SelectField label={t("keys.role")} pointer="/role" required help={t("keys.roleHelp")} value={values.role} onChange={(role) => set("/role", role)} options={ROLES.map((value) => ({ value, label: t(`keys.${value}`) }))} />
        {values.role === "OPERATOR" && (
          <FormGroup role="group" label={t("keys.scope")} fieldId="field-scope">
            <p id="field-scope">{t("keys.scopeHelp")}</p>
            {values.scope.length > 0 && (
              <LabelGroup aria-label={t("keys.scope")} numLabels={20} collapsedText={t("forms.more", { n: "${remaining}" })} expandedText={t("parts.fewerLabels")}>
                {values.scope.map(({ id, name }) => (
                  <Label key={id} color="blue" closeBtnAriaLabel={t("keys.removeScope", { name })} onClose={() => set("/scope", values.scope.filter((each) => each.id !== id))}>
                    {name}
                  </Label>
                ))}
              </LabelGroup>
            )}
            <div className="weir-scopes">
              <ObjectSelect<Vpc> label={t("keys.scopeVpc")} pointer="/scope/vpc" path="/v1/vpcs" value={undefined} onChange={(id, vpc) => add(id, vpc?.name)} />
              <ObjectSelect<Instance> label={t("keys.scopeInstance")} pointer="/scope/instance" path="/v1/instances" value={undefined} onChange={(id, instance) => add(id, instance?.name)} />
              <ObjectSelect<Service> label={t("keys.scopeService")} pointer="/scope/service" path="/v1/services" value={undefined} onChange={(id, service) => add(id, service?.name)} />
            </div>
          </FormGroup>
        )}
        <SelectField
          label={t("keys.expires")}
          pointer="/expiresAt"
          required
          value={values.expiresAt}
          onChange={(choice) => set("/expiresAt", choice)}
          options={[...DAYS.map((days) => ({ value: String(days), label: t("keys.days", { n: days }) })), { value: "date", label: t("keys.onDate") }, { value: "never", label: t("keys.never") }]}
        />
        {values.expiresAt === "date" && <DateField value={values.date} onChange={(date) => set("/date", date)} />}
        <ReasonBox value={reason.text} onChange={reason.set} />
        <FormFooter>
          <Button type="submit" isLoading={save.isPending} isDisabled={save.isPending}>
            {t("parts.create")}
          </Button>
          <Button variant="link" onClick={() => void navigate("/keys")}>
            {t("parts.cancel")}
          </Button>
        </FormFooter>
      </FormErrorsAround>
    </Form>
  );
}

function DateField({ value, onChange }: { value: string; onChange: (date: string) => void }) {
  return (
    <FieldGroup label={t("keys.date")} pointer="/date" required help={t("keys.dateHelp", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}>
      {({ id, describedBy, invalid }) => <TextInput id={id} type="datetime-local" value={value} aria-describedby={describedBy} validated={invalid ? "error" : "default"} onChange={(_event, text) => onChange(text)} />}
    </FieldGroup>
  );
}
