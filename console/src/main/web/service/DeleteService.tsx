import { useState } from "react";
import { useNavigate } from "react-router";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Domain, Service } from "../api/types";
import { ConfirmDialog } from "../forms/ConfirmDialog";
import { RefusalDialog } from "../forms/RefusalDialog";
import { t } from "../texts";

/** Deletes a service that holds nothing any more; until then it says what is to be done first. */
export function DeleteService({ service, close }: { service: Service; close: () => void }) {
  const base = `/services/${service.id}`;
  const domains = useList<Domain>(`/v1${base}/domains`, { limit: 1, count: true });
  const [confirming, setConfirming] = useState(false);
  const navigate = useNavigate();
  const bound = domains.data?.total ?? 0;
  const free = service.apiCount === 0 && service.environments.length === 0 && bound === 0;
  if (domains.data === undefined) return null;
  if (free || confirming) {
    return (
      <ConfirmDialog
        title={t("service.deleteTitle", { name: service.name })}
        action={t("parts.delete")}
        name={service.name}
        write={{ method: "DELETE", path: `/v1${base}`, version: service.version }}
        onClose={close}
        onDone={() => void navigate("/services")}
      />
    );
  }
  return (
    <RefusalDialog
      title={t("service.cannotDelete", { name: service.name })}
      steps={[
        {
          id: "apis",
          title: t("service.stepApis", { n: service.apiCount }),
          done: service.apiCount === 0,
          action: <Link to={base}>{t("service.manageApi")}</Link>,
        },
        {
          id: "environments",
          title: t("service.stepEnvironments"),
          done: service.environments.length === 0,
          detail: service.environments.join(", "),
          action: <Link to={`${base}/environments`}>{t("service.environments")}</Link>,
        },
        {
          id: "domains",
          title: t("service.stepDomains", { n: bound }),
          done: bound === 0,
          action: <Link to={`${base}/domains`}>{t("service.domains")}</Link>,
        },
      ]}
      finish={{ text: t("parts.delete"), go: () => setConfirming(true) }}
      onClose={close}
    >
      <p>{t("service.cannotDeleteHelp")}</p>
    </RefusalDialog>
  );
}
