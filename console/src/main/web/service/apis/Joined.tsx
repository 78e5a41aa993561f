import { HelperText, HelperTextItem } from "@patternfly/react-core";
import { Link } from "../../parts/Link";
import { t } from "../../texts";
import { useWay } from "../connection";
import { JoinNow } from "./JoinNow";

/** Below the choice of an upstream: whether requests get there, and what to do if not. */
export function Joined({ instanceId, upstreamId }: { instanceId: string | undefined; upstreamId: string }) {
  const { state, instance, instanceVpc, upstream, upstreamVpc } = useWay(instanceId, upstreamId);
  if (instanceId === undefined) {
    return (
      <HelperText>
        <HelperTextItem variant="error">{t("service.sharedHelp")}</HelperTextItem>
      </HelperText>
    );
  }
  if (upstreamId === "") {
    return (
      <HelperText>
        <HelperTextItem>
          <Link to="/upstreams/create">{t("apis.createUpstream")}</Link>
        </HelperTextItem>
      </HelperText>
    );
  }
  if (state !== "missing") return null;
  return (
    <HelperText isLiveRegion>
      <HelperTextItem variant="warning">
        {t("apis.notJoinedHelp", { upstream: upstreamVpc?.name ?? upstream!.vpcId, instance: instanceVpc?.name ?? instance!.vpcId })} <JoinNow instanceId={instanceId} upstreamId={upstreamId} />
      </HelperTextItem>
    </HelperText>
  );
}
