import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { t } from "../../texts";
import { useInstance, useUpstreamSummary } from "../data";
import { JoinDialog, useMayJoin } from "./JoinDialog";

/** Joins the VPC of an instance and that of an upstream, after a confirmation. */
export function JoinNow({ instanceId, upstreamId }: { instanceId: string | undefined; upstreamId: string }) {
  const [open, setOpen] = useState(false);
  const instance = useInstance(instanceId).data;
  const upstream = useUpstreamSummary(upstreamId);
  const may = useMayJoin(instance?.vpcId, upstream?.vpcId);
  if (!instance || !upstream || !may) return null;
  return (
    <>
      <Button variant="link" isInline onClick={() => setOpen(true)}>
        {t("apis.joinNow")}
      </Button>
      {open && <JoinDialog vpcs={[instance.vpcId, upstream.vpcId]} close={() => setOpen(false)} />}
    </>
  );
}
