import { Button, Form } from "@patternfly/react-core";
import { useNavigate, useSearchParams } from "react-router";
import type { Answer, Write } from "../api/client";
import type { Service, Violation } from "../api/types";
import { ReviewPanel } from "../forms/ReviewPanel";
import { FormErrorsAround, useFormErrors } from "../forms/errors";
import { TextField } from "../forms/fields";
import type { Draft } from "../forms/useDraft";
import { Alert } from "../parts/Alert";
import { Writable } from "../parts/Writable";
import { t } from "../texts";
import { InstanceField } from "./InstanceField";
import { nameError } from "./apis/content";

export interface ServiceFields {
  name: string;
  description: string;
  instanceId?: string;
}

export const fieldsOf = ({ name, description, instanceId }: ServiceFields): ServiceFields => ({ name, description, instanceId });

const LABELS: Record<string, string> = { "/name": t("service.name"), "/description": t("service.description"), "/instanceId": t("service.instance") };
const label = (pointer: string) => LABELS[pointer] ?? pointer;

function rules({ name }: ServiceFields): Violation[] {
  const detail = nameError(name);
  return detail === undefined ? [] : [{ pointer: "/name", detail }];
}

interface Props {
  draft: Draft<ServiceFields>;
  write: Write;
  before?: ServiceFields;
  cancel?: string;
  onSaved: (answer: Answer<Service>) => void;
  onRebased?: (theirs: Service, base: ServiceFields, merged: ServiceFields) => void;
}

/** What a service is called and where it runs; the review is in the URL. */
export function ServiceForm(props: Props) {
  return (
    <Writable create={props.before ? undefined : "service"}>
      <Fields {...props} />
    </Writable>
  );
}

function Fields({ draft, write, before, cancel, onSaved, onRebased }: Props) {
  const { values, set } = draft;
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const form = useFormErrors(values, rules);
  if (params.has("review") && rules(values).length === 0) {
    return (
      <>
        <ReviewPanel<Service, ServiceFields>
          write={write}
          before={before}
          after={values}
          label={label}
          fieldsOf={fieldsOf}
          onBack={() => setParams({})}
          done={draft.done}
          onSaved={onSaved}
          onRefused={(problem) => {
            setParams({});
            form.refuse(problem);
          }}
          onRebased={onRebased}
        />
        {draft.leaving}
      </>
    );
  }
  return (
    <Form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (form.check()) setParams({ review: "true" });
      }}
    >
      {draft.restored && <Alert isInline variant="info" title={t("forms.restored")} actionLinks={<Button variant="link" isInline onClick={draft.reset}>{t("forms.startAnew")}</Button>} />}
      {draft.outdated && <Alert isInline variant="warning" title={t("forms.outdated")} />}
      <FormErrorsAround form={form} label={label}>
        <TextField label={t("service.name")} pointer="/name" value={values.name} onChange={(name) => set("/name", name)} maxLength={50} required help={t("service.nameRule")} />
        <TextField label={t("service.description")} pointer="/description" value={values.description} onChange={(text) => set("/description", text)} maxLength={500} long />
        <InstanceField value={values.instanceId} already={before?.instanceId} onChange={(id) => set("/instanceId", id)} />
      </FormErrorsAround>
      <div className="weir-buttons">
        <Button type="submit">{t("parts.review")}</Button>
        {cancel ? (
          <Button variant="link" onClick={() => void navigate(cancel)}>
            {t("parts.cancel")}
          </Button>
        ) : (
          draft.dirty && (
            <Button variant="link" onClick={draft.reset}>
              {t("service.reset")}
            </Button>
          )
        )}
      </div>
      {draft.leaving}
    </Form>
  );
}
