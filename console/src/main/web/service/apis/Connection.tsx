import { Label } from "@patternfly/react-core";
import { CheckCircleIcon, ExclamationCircleIcon } from "@patternfly/react-icons";
import { useRead } from "../../api/hooks";
import type { Network, Reachability } from "../../api/types";
import { t } from "../../texts";

/** Whether requests get from the instance to the upstream. */
export function Connection({ reachability }: { reachability: Reachability | undefined }) {
  const network = useRead<Network>(`/v1/cloud-connect-networks/${reachability?.cloudConnectNetworkId}`, {}, { enabled: reachability?.cloudConnectNetworkId !== undefined });
  if (reachability === undefined) return null;
  const name = network.data?.name ?? reachability.cloudConnectNetworkId ?? "";
  switch (reachability.status) {
    case "SAME_VPC":
      return (
        <Label isCompact color="green" icon={<CheckCircleIcon />}>
          {t("apis.sameVpc")}
        </Label>
      );
    case "CONNECTED":
      return (
        <Label isCompact color="green" icon={<CheckCircleIcon />} textMaxWidth="24ch">
          {t("apis.joinedBy", { network: name })}
        </Label>
      );
    default:
      return (
        <Label isCompact color="red" icon={<ExclamationCircleIcon />}>
          {t("apis.notJoined")}
        </Label>
      );
  }
}
