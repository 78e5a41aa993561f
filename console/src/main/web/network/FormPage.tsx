import { Button, Form, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { Write } from "../api/client";
import { useRead } from "../api/hooks";
import type { Vpc } from "../api/types";
import { FormErrorsAround, useFormErrors } from "../forms/errors";
import { TextField } from "../forms/fields";
import { DraftNotes, FormFooter } from "../forms/Footer";
import { ObjectSelect } from "../forms/ObjectSelect";
import { ReviewPanel } from "../forms/ReviewPanel";
import { useDraft } from "../forms/useDraft";
import { mergePatch } from "../parts/pointer";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { useMayCreate, useRefuse } from "../parts/session";
import { Within } from "../parts/Within";
import { Writable } from "../parts/Writable";
import { t } from "../texts";
import { CREATES } from "./CreateMenu";
import { DESCRIPTION_MAX, NAME_MAX, fieldsOf, label, rules, type NetworkObject, type Values } from "./fields";
import type { Kind } from "./load";

const TITLES = {
  vpcs: ["network.newVpc", "network.editVpc"],
  "cloud-connect-networks": ["network.newNetwork", "network.editNetwork"],
  instances: ["network.newInstance", "network.editInstance"],
} as const satisfies Record<Kind, readonly [string, string]>;

/** Creates a VPC, a Cloud Connect Network or a dedicated instance, or changes one. */
export function FormPage({ kind }: { kind: Kind }) {
  const { id } = useParams();
  const object = useRead<NetworkObject>(`/v1/${kind}/${id}`, {}, { enabled: id !== undefined, now: true });
  const title = id === undefined ? t(TITLES[kind][0]) : t(TITLES[kind][1], { name: object.data?.name ?? id });
  return (
    <>
      <PageTitle title={title} above={[{ text: t("network.title"), to: "/network" }]} />
      <PageSection hasBodyWrapper={false}>
        {id === undefined ? (
          <Writable create={CREATES[kind]}>
            <ObjectForm kind={kind} />
          </Writable>
        ) : (
          <Loaded query={object}>
            {(loaded) => (
              <Within object={loaded}>
                <Writable>
                  <ObjectForm key={id} kind={kind} object={loaded} />
                </Writable>
              </Within>
            )}
          </Loaded>
        )}
      </PageSection>
    </>
  );
}

function ObjectForm({ kind, object }: { kind: Kind; object?: NetworkObject }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const mayMakeVpc = useMayCreate("vpc");
  const refuse = useRefuse(object && "vpcId" in object ? object.vpcId : undefined);
  const [reviewed, setReviewed] = useState(false);
  const path = object ? `/v1/${kind}/${object.id}` : `/v1/${kind}`;
  const fresh: Values = { name: "", description: "", ...(kind === "instances" && { vpcId: params.get("vpc") ?? "" }) };
  const draft = useDraft<Values>(`${kind}.${object?.id ?? "new"}`, object ? fieldsOf(object) : fresh, object?.version);
  const form = useFormErrors(draft.values, rules(kind));
  const { values, set } = draft;
  const write: Write = object ? { method: "PATCH", path, body: mergePatch({ ...draft.base }, { ...values }), version: draft.version } : { method: "POST", path, body: values };
  const then = params.get("then");
  const leave = (selected?: string) => void navigate(then ?? (selected ? `/network?selected=${selected}` : "/network"));
  if (reviewed) {
    return (
      <>
        {draft.leaving}
        <ReviewPanel<NetworkObject, Values>
          write={write}
          before={object && draft.base}
          after={values}
          label={label}
          fieldsOf={fieldsOf}
          onBack={() => setReviewed(false)}
          done={draft.done}
          onSaved={({ value }) => leave(value.id)}
          onRefused={(problem) => {
            form.refuse(problem);
            setReviewed(false);
          }}
          onRebased={(theirs, base, merged) => draft.rebase(base, theirs.version, merged)}
        />
      </>
    );
  }
  return (
    <FormErrorsAround form={form} label={label}>
      {draft.leaving}
      <DraftNotes draft={draft} />
      <Form
        isWidthLimited
        onSubmit={(event) => {
          event.preventDefault();
          if (form.check()) setReviewed(true);
        }}
      >
        <TextField label={t("network.name")} pointer="/name" required maxLength={NAME_MAX} help={t("network.nameRule")} value={values.name} onChange={(name) => set("/name", name)} />
        {kind === "instances" && (
          <ObjectSelect<Vpc>
            label={t("network.vpc")}
            pointer="/vpcId"
            required
            help={t(object ? "network.moveHelp" : "network.instanceVpcHelp")}
            path="/v1/vpcs"
            value={values.vpcId || undefined}
            onChange={(vpcId) => set("/vpcId", vpcId ?? "")}
            refuse={refuse}
            more={mayMakeVpc ? { text: t("network.newVpc"), go: () => void navigate(`/network/vpcs/create?then=${encodeURIComponent(`/network/${kind}/${object ? `${object.id}/edit` : "create"}`)}`) } : undefined}
          />
        )}
        <TextField label={t("network.description")} pointer="/description" long maxLength={DESCRIPTION_MAX} value={values.description} onChange={(description) => set("/description", description)} />
        <FormFooter>
          <Button type="submit">{t("forms.review")}</Button>
          <Button variant="link" onClick={() => leave(object?.id)}>
            {t("parts.cancel")}
          </Button>
        </FormFooter>
      </Form>
    </FormErrorsAround>
  );
}
