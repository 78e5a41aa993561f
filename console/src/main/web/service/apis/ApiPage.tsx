import { Button, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { Route, Routes, useNavigate, useParams } from "react-router";
import { useRead } from "../../api/hooks";
import type { Api, Service } from "../../api/types";
import { NotFound } from "../../frame/Frame";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageTitle } from "../../parts/PageTitle";
import { useMayWrite } from "../../parts/session";
import { t } from "../../texts";
import { trafficLink } from "../../traffic/link";
import { HistoryTab } from "../HistoryTab";
import { useService } from "../data";
import { ApiCode } from "./ApiCode";
import { ApiOverview } from "./ApiOverview";
import { DeleteApi } from "./DeleteApi";
import { FrontEnd } from "./FrontEnd";
import { StillReleased } from "./StillReleased";

/** One API: its draft, and what environments answer with. */
export function ApiPage() {
  const { serviceId = "", apiId = "" } = useParams();
  const service = useService(serviceId);
  const api = useRead<Api>(`/v1/services/${serviceId}/apis/${apiId}`);
  const base = `/services/${serviceId}`;
  const page = `${base}/apis/${apiId}`;
  const gone = api.error?.status === 404;
  return (
    <>
      <PageTitle
        title={api.data?.name ?? apiId}
        above={[
          { text: t("service.title"), to: "/services" },
          { text: service.data?.name ?? serviceId, to: base },
          { text: t("service.manageApi"), to: base },
        ]}
        facts={
          api.data && (
            <>
              <code>{api.data.id}</code> · <FrontEnd frontEnd={api.data.frontEnd} />
              {api.data.description && <> · {api.data.description}</>}
            </>
          )
        }
        actions={api.data && !gone && <Actions api={api.data} />}
        base={page}
        tabs={[
          { path: "", text: t("apis.overview") },
          { path: "history", text: t("service.history") },
          ...(gone ? [] : [{ path: "code", text: t("apis.code") }]),
        ]}
      />
      <Loaded query={service}>
        {(found) => (
          <Routes>
            <Route path="history" element={<HistoryTab path={`/v1${page}/history`} />} />
            {gone ? <Route path="*" element={<Gone service={found} apiId={apiId} />} /> : <Route path="*" element={<Loaded query={api}>{(draft) => <Draft service={found} api={draft} />}</Loaded>} />}
          </Routes>
        )}
      </Loaded>
    </>
  );
}

function Draft({ service, api }: { service: Service; api: Api }) {
  return (
    <Routes>
      <Route index element={<ApiOverview service={service} api={api} />} />
      <Route path="code" element={<ApiCode api={api} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function Gone({ service, apiId }: { service: Service; apiId: string }) {
  return (
    <PageSection hasBodyWrapper={false}>
      <StillReleased service={service} apiId={apiId} />
    </PageSection>
  );
}

function Actions({ api }: { api: Api }) {
  const [deleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const traffic = <Link to={trafficLink({ service: api.serviceId, api: api.id })}>{t("traffic.title")}</Link>;
  if (!mayWrite) return traffic;
  return (
    <div className="weir-buttons">
      {traffic}
      <Button variant="secondary" onClick={() => void navigate(`/services/${api.serviceId}/apis/${api.id}/edit`)}>
        {t("parts.edit")}
      </Button>
      <Button variant="secondary" isDanger onClick={() => setDeleting(true)}>
        {t("parts.delete")}
      </Button>
      {deleting && <DeleteApi api={api} close={() => setDeleting(false)} />}
    </div>
  );
}
