import { Route, Routes, useParams } from "react-router";
import { NotFound } from "../frame/Frame";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { t } from "../texts";
import { InstanceLine } from "./InstanceLine";
import { SettingsTab } from "./SettingsTab";
import { HistoryTab } from "./HistoryTab";
import { ManageApi } from "./apis/ManageApi";
import { useService } from "./data";
import { DomainsTab } from "./domains/DomainsTab";
import { EnvironmentsTab } from "./environments/EnvironmentsTab";
import { ReleasesTab } from "./releases/ReleasesTab";

/** One service, with everything that belongs to it. */
export function ServicePage() {
  const { serviceId = "" } = useParams();
  const query = useService(serviceId);
  const base = `/services/${serviceId}`;
  return (
    <>
      <PageTitle
        title={query.data?.name ?? serviceId}
        above={[{ text: t("service.title"), to: "/services" }]}
        facts={query.data && <InstanceLine service={query.data} />}
        base={base}
        tabs={[
          { path: "", text: t("service.manageApi"), count: query.data?.apiCount },
          { path: "environments", text: t("service.environments") },
          { path: "releases", text: t("service.releases") },
          { path: "domains", text: t("service.domains") },
          { path: "history", text: t("service.history") },
          { path: "settings", text: t("service.settings") },
        ]}
      />
      <Loaded query={query}>
        {(service) => (
          <Routes>
            <Route index element={<ManageApi service={service} />} />
            <Route path="environments" element={<EnvironmentsTab service={service} />} />
            <Route path="releases" element={<ReleasesTab service={service} />} />
            <Route path="domains/*" element={<DomainsTab service={service} />} />
            <Route path="history" element={<HistoryTab path={`/v1${base}/history`} />} />
            <Route path="settings" element={<SettingsTab service={service} />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        )}
      </Loaded>
    </>
  );
}
