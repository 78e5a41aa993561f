import { Title } from "@patternfly/react-core";
import type { Service } from "../../api/types";
import { FieldGroup, NumberField, SelectField, TextField } from "../../forms/fields";
import type { Draft } from "../../forms/useDraft";
import { t } from "../../texts";
import { parametersOf } from "../paths";
import { Joined } from "./Joined";
import { UpstreamSelect } from "./UpstreamSelect";
import { METHODS, TIMEOUT, type ApiFields } from "./content";

/** Where the requests of an API go. */
export function BackEndStep({ draft: { values, base, set }, service }: { draft: Draft<ApiFields>; service: Service }) {
  const { backEnd, frontEnd } = values;
  const parameters = parametersOf(frontEnd.path);
  return (
    <>
      <Title headingLevel="h2">{t("apis.stepBack")}</Title>
      <SelectField label={t("apis.backendType")} pointer="/backEnd/type" value={backEnd.type} onChange={(type) => set("/backEnd/type", type)} options={[{ value: "VPC_RESOURCES", label: t("apis.vpcResources") }]} required />
      <SelectField
        label={t("apis.connectionMode")}
        pointer="/backEnd/connectionMode"
        value={backEnd.connectionMode}
        onChange={(mode) => set("/backEnd/connectionMode", mode)}
        options={[{ value: "VPC_UPSTREAM", label: t("apis.upstream") }]}
        required
      />
      <FieldGroup label={t("apis.upstream")} pointer="/backEnd/upstreamId" required extra={<Joined instanceId={service.instanceId} upstreamId={backEnd.upstreamId} />}>
        {(field) => <UpstreamSelect {...field} label={t("apis.upstream")} value={backEnd.upstreamId} already={base.backEnd.upstreamId} onChange={(id) => set("/backEnd/upstreamId", id)} />}
      </FieldGroup>
      <TextField
        label={t("apis.backendPath")}
        pointer="/backEnd/path"
        value={backEnd.path}
        onChange={(path) => set("/backEnd/path", path.trim())}
        maxLength={512}
        required
        code
        help={parameters.length > 0 ? t("apis.backendPathParameters", { names: parameters.map((name) => `{${name}}`).join(", ") }) : t("apis.backendPathHelp")}
      />
      <SelectField
        label={t("apis.backendMethod")}
        pointer="/backEnd/method"
        value={backEnd.method ?? ""}
        onChange={(method) => set("/backEnd/method", method === "" ? undefined : method)}
        placeholder={t("apis.sameMethod")}
        // the answers to HEAD have no body
        options={METHODS.filter((method) => method !== "ANY" && (method !== "HEAD" || frontEnd.method === "HEAD")).map((value) => ({ value, label: value }))}
      />
      <NumberField label={t("apis.timeout")} unit="ms" pointer="/backEnd/timeoutMillis" value={backEnd.timeoutMillis} onChange={(millis) => set("/backEnd/timeoutMillis", millis)} min={TIMEOUT.minimum} max={TIMEOUT.maximum} required help={t("apis.timeoutHelp")} />
    </>
  );
}
