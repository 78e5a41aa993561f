import { FormSelect, FormSelectOption } from "@patternfly/react-core";
import type { Instance } from "../api/types";
import { useAll } from "../parts/all";
import type { ListState } from "../parts/listState";
import { t } from "../texts";

/** Only the services of one instance. */
export function InstanceFilter({ list }: { list: ListState }) {
  const instances = useAll<Instance>("/v1/instances", { sort: "name" });
  if (!instances.data || instances.data.items.length === 0) return null;
  return (
    <FormSelect aria-label={t("service.instance")} value={list.filter("instance_id")} onChange={(_event, value) => list.set({ instance_id: value })}>
      <FormSelectOption value="" label={t("service.allInstances")} />
      {instances.data.items.map(({ id, name }) => (
        <FormSelectOption key={id} value={id} label={name} />
      ))}
    </FormSelect>
  );
}
