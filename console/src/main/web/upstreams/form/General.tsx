import { useState } from "react";
import { useList } from "../../api/hooks";
import type { Vpc } from "../../api/types";
import { SelectField, TextField } from "../../forms/fields";
import { ObjectSelect } from "../../forms/ObjectSelect";
import { useMayCreate, useRefuse } from "../../parts/session";
import { t } from "../../texts";
import { CreateVpc } from "./CreateVpc";
import type { SectionProps } from "./fields";
import { labelOf } from "./label";

/** What an upstream is: its name, where it lives and how its nodes are spoken to. */
export function General({ values, set }: SectionProps) {
  const vpcs = useList<Vpc>("/v1/vpcs", { limit: 1, fields: "summary" });
  const mayCreate = useMayCreate("vpc");
  const refuse = useRefuse();
  const [creating, setCreating] = useState(false);
  const none = vpcs.data?.items.length === 0;
  return (
    <div className="weir-fields pf-v6-c-form">
      <TextField label={labelOf("/name")} pointer="/name" value={values.name} onChange={(name) => set("/name", name)} maxLength={50} help={t("upstreams.nameHelp")} />
      {none || creating ? (
        <CreateVpc
          first={none}
          cancel={none ? undefined : () => setCreating(false)}
          created={(id) => {
            set("/vpcId", id);
            setCreating(false);
          }}
        />
      ) : (
        <ObjectSelect<Vpc>
          label={labelOf("/vpcId")}
          pointer="/vpcId"
          path="/v1/vpcs"
          required
          value={values.vpcId}
          onChange={(id) => set("/vpcId", id)}
          help={t("upstreams.vpcHelp")}
          refuse={refuse}
          more={mayCreate ? { text: t("upstreams.createVpc"), go: () => setCreating(true) } : undefined}
        />
      )}
      <TextField long label={labelOf("/description")} pointer="/description" value={values.description} onChange={(description) => set("/description", description)} maxLength={500} />
      <SelectField
        label={labelOf("/algorithm")}
        pointer="/algorithm"
        required
        value={values.algorithm}
        onChange={(algorithm) => set("/algorithm", algorithm)}
        options={[{ value: "WEIGHTED_ROUND_ROBIN", label: t("fields.WEIGHTED_ROUND_ROBIN") }]}
        help={t("upstreams.algorithmHelp")}
      />
      <SelectField
        label={labelOf("/protocol")}
        pointer="/protocol"
        required
        value={values.protocol}
        onChange={(protocol) => set("/protocol", protocol)}
        options={["HTTP", "HTTPS"].map((value) => ({ value, label: value }))}
      />
      <TextField code label={labelOf("/hostHeader")} pointer="/hostHeader" value={values.hostHeader} onChange={(host) => set("/hostHeader", host)} help={t("upstreams.hostHeaderHelp")} placeholder="pets.internal" />
    </div>
  );
}
