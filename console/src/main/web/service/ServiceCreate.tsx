import { PageSection } from "@patternfly/react-core";
import { useNavigate } from "react-router";
import type { Instance } from "../api/types";
import { useDraft } from "../forms/useDraft";
import { useAll } from "../parts/all";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { useRefuse } from "../parts/session";
import { t } from "../texts";
import { ServiceForm, type ServiceFields } from "./ServiceForm";

/** Creates a service. */
export function ServiceCreate() {
  const refuse = useRefuse();
  const instances = useAll<Instance>("/v1/instances", { sort: "name" });
  return (
    <>
      <PageTitle title={t("service.createTitle")} above={[{ text: t("service.title"), to: "/services" }]} />
      <PageSection hasBodyWrapper={false} className="weir-form">
        <Loaded query={instances}>{({ items }) => <Create first={items.find((instance) => !refuse(instance))?.id} />}</Loaded>
      </PageSection>
    </>
  );
}

function Create({ first }: { first: string | undefined }) {
  const draft = useDraft<ServiceFields>("/services/create", { name: "", description: "", instanceId: first });
  const navigate = useNavigate();
  return <ServiceForm draft={draft} write={{ method: "POST", path: "/v1/services", body: draft.values }} cancel="/services" onSaved={({ value }) => void navigate(`/services/${value.id}`)} />;
}
