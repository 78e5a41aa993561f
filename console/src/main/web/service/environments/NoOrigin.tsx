import { t } from "../../texts";
import { Alert } from "../../parts/Alert";

/** Nobody has said where clients reach the data plane, so no URL can be told. */
export function NoOrigin({ serviceId }: { serviceId: string }) {
  return (
    <Alert isInline component="h2" variant="info" title={t("apis.noOrigin")}>
      {t("apis.noOriginHelp", { host: `${serviceId}.example.com`, path: "/release/…" })} <code>WEIR_DATA_PLANE_ORIGIN=http://localhost:8000</code>
    </Alert>
  );
}
