import { Title } from "@patternfly/react-core";
import { SelectField, SwitchField, TextField } from "../../forms/fields";
import type { Draft } from "../../forms/useDraft";
import { t } from "../../texts";
import { matchOf } from "../paths";
import { METHODS, type ApiFields } from "./content";

/** What an API is called, and the requests that it takes. */
export function FrontEndStep({ draft: { values, set } }: { draft: Draft<ApiFields> }) {
  const { path } = values.frontEnd;
  const match = matchOf(path);
  const help = { exact: t("apis.matchExact"), prefix: t("apis.matchPrefix"), template: t("apis.matchTemplate") }[match];
  return (
    <>
      <Title headingLevel="h2">{t("apis.stepFront")}</Title>
      <TextField label={t("apis.name")} pointer="/name" value={values.name} onChange={(name) => set("/name", name)} maxLength={50} required help={t("service.nameRule")} />
      <TextField label={t("service.description")} pointer="/description" value={values.description} onChange={(text) => set("/description", text)} maxLength={500} long />
      <TextField
        label={t("apis.path")}
        pointer="/frontEnd/path"
        value={path.replace(/^=/, "")}
        onChange={(text) => set("/frontEnd/path", (match === "exact" && !text.includes("{") ? "=" : "") + text.trim().replace(/^=/, ""))}
        maxLength={512}
        required
        code
        help={help}
      />
      <SwitchField
        box
        label={t("apis.exactly")}
        pointer="/frontEnd/exact"
        value={match === "exact"}
        disabled={match === "template"}
        onChange={(exact) => set("/frontEnd/path", (exact ? "=" : "") + path.replace(/^=/, ""))}
      />
      <SelectField
        label={t("apis.method")}
        pointer="/frontEnd/method"
        value={values.frontEnd.method}
        onChange={(method) => set("/frontEnd/method", method)}
        options={METHODS.map((value) => ({ value, label: value === "ANY" ? t("apis.anyMethod") : value }))}
        required
      />
    </>
  );
}
