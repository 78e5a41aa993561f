import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { Link } from "../parts/Link";
import type { Service } from "../api/types";
import { t } from "../texts";
import { VpcName } from "../parts/vpcs";
import { useInstance } from "./data";

/** Where a service runs, in one line. */
export function InstanceLine({ service }: { service: Service }) {
  const instance = useInstance(service.instanceId);
  return (
    <>
      <code>{service.id}</code>
      {" · "}
      {service.instanceId === undefined ? (
        <>
          <ExclamationTriangleIcon className="weir-warning" /> {t("service.sharedInstance")}
        </>
      ) : (
        <>
          {t("service.onInstance")} <Link to={`/network?selected=${service.instanceId}`}>{instance.data?.name ?? service.instanceId}</Link>
          {instance.data && <> {t("service.inVpcWord")} <VpcName id={instance.data.vpcId} /></>}
        </>
      )}
      {service.description && <> · {service.description}</>}
    </>
  );
}
