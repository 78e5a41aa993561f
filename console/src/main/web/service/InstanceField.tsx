import { Button, HelperText, HelperTextItem } from "@patternfly/react-core";
import { useState } from "react";
import type { Instance, Vpc } from "../api/types";
import { SelectField } from "../forms/fields";
import { useAll } from "../parts/all";
import { useMayCreate, useRefuse, useScope } from "../parts/session";
import { t } from "../texts";
import { NewInstance } from "./NewInstance";
import { useInstance } from "./data";

/** The instance that a service is mounted under, with the VPC that it is in; one can be made on the spot. */
export function InstanceField({ value, already, onChange }: { value: string | undefined; /** What was chosen before. */ already: string | undefined; onChange: (id: string | undefined) => void }) {
  const mayCreate = useMayCreate("instance");
  const refuse = useRefuse(already);
  const limited = useScope().length > 0;
  const instances = useAll<Instance>("/v1/instances", { sort: "name" });
  const vpcs = useAll<Vpc>("/v1/vpcs");
  const chosen = useInstance(value).data;
  // however many there are, the one that is chosen is among them
  const shown = [...(instances.data?.items ?? []), ...(chosen && instances.data && !instances.data.items.some(({ id }) => id === chosen.id) ? [chosen] : [])];
  const [making, setMaking] = useState(false);
  const nameOf = (id: string) => vpcs.data?.items.find((vpc) => vpc.id === id)?.name ?? id;
  const none = instances.data?.items.length === 0;
  return (
    <>
      <SelectField
        label={t("service.instance")}
        pointer="/instanceId"
        value={value ?? ""}
        onChange={(id) => onChange(id === "" ? undefined : id)}
        placeholder={t("service.sharedOption")}
        options={shown.map((instance) => {
          const { id, name, vpcId } = instance;
          const refused = refuse(instance);
          return { value: id, label: [t("service.instanceOption", { name, vpc: nameOf(vpcId) }), refused].filter(Boolean).join(" · "), disabled: refused !== undefined };
        })}
        help={t("service.instanceHelp")}
        extra={
          <>
            {value === undefined && (
              <HelperText>
                <HelperTextItem variant="warning">{t("service.sharedHelp")}</HelperTextItem>
              </HelperText>
            )}
            {!making && mayCreate && (
              <Button variant={none ? "secondary" : "link"} isInline={!none} onClick={() => setMaking(true)}>
                {t("service.createInstance")}
              </Button>
            )}
          </>
        }
      />
      {making && (
        <NewInstance
          vpcs={(vpcs.data?.items ?? []).filter((vpc) => !refuse(vpc))}
          mayMakeVpc={!limited}
          onMade={(id) => {
            setMaking(false);
            onChange(id);
          }}
          cancel={() => setMaking(false)}
        />
      )}
    </>
  );
}
