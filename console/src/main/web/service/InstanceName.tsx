import { Link } from "../parts/Link";
import { VpcName } from "../parts/vpcs";
import { t } from "../texts";
import { useInstance } from "./data";

/** The instance that a service is on, by its name, and the VPC that it is in. */
export function InstanceName({ id }: { id: string | undefined }) {
  const instance = useInstance(id).data;
  if (id === undefined) return <span className="weir-subtle">{t("service.sharedInstance")}</span>;
  return (
    <>
      <Link to={`/network?selected=${id}`}>{instance?.name ?? id}</Link>
      {instance && (
        <div className="weir-subtle">
          {t("service.inVpcWord")} <VpcName id={instance.vpcId} />
        </div>
      )}
    </>
  );
}
