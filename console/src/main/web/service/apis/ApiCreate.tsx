import { useNavigate, useParams } from "react-router";
import type { Service } from "../../api/types";
import { useDraft } from "../../forms/useDraft";
import { Loaded } from "../../parts/Loaded";
import { PageTitle } from "../../parts/PageTitle";
import { t } from "../../texts";
import { InstanceLine } from "../InstanceLine";
import { useService } from "../data";
import { ApiWizard } from "./ApiWizard";
import { NEW_API } from "./content";

/** Creates a general API. */
export function ApiCreate() {
  const { serviceId = "" } = useParams();
  const query = useService(serviceId);
  const base = `/services/${serviceId}`;
  return (
    <>
      <PageTitle
        title={t("apis.createGeneral")}
        above={[
          { text: t("service.title"), to: "/services" },
          { text: query.data?.name ?? serviceId, to: base },
          { text: t("service.manageApi"), to: base },
        ]}
        facts={query.data && <InstanceLine service={query.data} />}
      />
      <Loaded query={query}>{(service) => <Create service={service} />}</Loaded>
    </>
  );
}

function Create({ service }: { service: Service }) {
  const base = `/services/${service.id}`;
  const draft = useDraft(`${base}/apis/create`, NEW_API);
  const navigate = useNavigate();
  return (
    <ApiWizard
      service={service}
      draft={draft}
      write={{ method: "POST", path: `/v1${base}/apis`, body: draft.values }}
      cancel={base}
      onSaved={({ value }) => void navigate(`${base}/apis/${value.id}?created=true`)}
    />
  );
}
