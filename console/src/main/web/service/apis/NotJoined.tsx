import type { Api, Service } from "../../api/types";
import { t } from "../../texts";
import { useWay } from "../connection";
import { JoinNow } from "./JoinNow";
import { Alert } from "../../parts/Alert";

/** That requests do not get to the upstream of an API, in names, with what mends it. */
export function NotJoined({ service, api }: { service: Service; api: Api }) {
  const { state, instance, instanceVpc, upstream, upstreamVpc } = useWay(service.instanceId, api.backEnd.upstreamId);
  if (state !== "missing") return null;
  return (
    <Alert
      isInline
      component="h2"
      variant="warning"
      title={t("apis.notJoinedHelp", { upstream: upstreamVpc?.name ?? upstream!.vpcId, instance: instanceVpc?.name ?? instance!.vpcId })}
      actionLinks={<JoinNow instanceId={service.instanceId} upstreamId={api.backEnd.upstreamId} />}
    />
  );
}
