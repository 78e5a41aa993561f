import { Button, PageSection, Title } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Service } from "../api/types";
import { useDraft } from "../forms/useDraft";
import { mergePatch } from "../parts/pointer";
import { useMayWrite } from "../parts/session";
import { t } from "../texts";
import { DeleteService } from "./DeleteService";
import { ServiceForm, fieldsOf, type ServiceFields } from "./ServiceForm";

/** Changes the name, the description and the instance of a service, or deletes it. */
export function SettingsTab({ service }: { service: Service }) {
  const path = `/services/${service.id}`;
  const draft = useDraft<ServiceFields>(`${path}/settings`, fieldsOf(service), service.version);
  const [deleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  return (
    <PageSection hasBodyWrapper={false} className="weir-form">
      <ServiceForm
        draft={draft}
        before={draft.base}
        write={{ method: "PATCH", path: `/v1${path}`, body: mergePatch({ ...draft.base }, { ...draft.values }), version: draft.version }}
        onSaved={() => void navigate(path)}
        onRebased={(theirs, base, merged) => draft.rebase(base, theirs.version, merged)}
      />
      {mayWrite && <section className="weir-danger-zone" aria-labelledby="delete-service">
        <Title headingLevel="h2" size="lg" id="delete-service">
          {t("service.deleteTitle", { name: service.name })}
        </Title>
        <p>{t("service.deleteHelp")}</p>
        <Button variant="secondary" isDanger onClick={() => setDeleting(true)}>
          {t("parts.delete")}
        </Button>
      </section>}
      {deleting && <DeleteService service={service} close={() => setDeleting(false)} />}
    </PageSection>
  );
}
