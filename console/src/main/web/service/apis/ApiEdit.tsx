import { useNavigate, useParams } from "react-router";
import { useRead } from "../../api/hooks";
import type { Api, Service } from "../../api/types";
import { useDraft } from "../../forms/useDraft";
import { mergePatch } from "../../parts/pointer";
import { Loaded } from "../../parts/Loaded";
import { PageTitle } from "../../parts/PageTitle";
import { t } from "../../texts";
import { InstanceLine } from "../InstanceLine";
import { useService } from "../data";
import { ApiWizard } from "./ApiWizard";
import { fieldsOf } from "./content";

/** Changes the draft of an API: only what differs is sent. */
export function ApiEdit() {
  const { serviceId = "", apiId = "" } = useParams();
  const service = useService(serviceId);
  const api = useRead<Api>(`/v1/services/${serviceId}/apis/${apiId}`);
  const base = `/services/${serviceId}`;
  return (
    <>
      <PageTitle
        title={t("apis.edit", { name: api.data?.name ?? apiId })}
        above={[
          { text: t("service.title"), to: "/services" },
          { text: service.data?.name ?? serviceId, to: base },
          { text: api.data?.name ?? apiId, to: `${base}/apis/${apiId}` },
        ]}
        facts={service.data && <InstanceLine service={service.data} />}
      />
      <Loaded query={service}>{(found) => <Loaded query={api}>{(draft) => <Edit service={found} api={draft} />}</Loaded>}</Loaded>
    </>
  );
}

function Edit({ service, api }: { service: Service; api: Api }) {
  const page = `/services/${service.id}/apis/${api.id}`;
  const draft = useDraft(page, fieldsOf(api), api.version);
  const navigate = useNavigate();
  return (
    <ApiWizard
      service={service}
      draft={draft}
      before={draft.base}
      write={{ method: "PATCH", path: `/v1${page}`, body: mergePatch(draft.base, draft.values), version: draft.version }}
      cancel={page}
      onSaved={() => void navigate(page)}
      onRebased={(theirs, base, merged) => draft.rebase(base, theirs.version, merged)}
    />
  );
}
