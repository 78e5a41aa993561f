import { Button, Label, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { Route, Routes, useNavigate } from "react-router";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";
import { useList } from "../../api/hooks";
import type { Domain, Service } from "../../api/types";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { NotFound } from "../../frame/Frame";
import { DomainCertificate } from "../../parts/DomainCertificate";
import { ObjectTable, type Column } from "../../parts/ObjectTable";
import { Time } from "../../parts/Time";
import { useListState } from "../../parts/listState";
import { useMayWrite } from "../../parts/session";
import { t } from "../../texts";
import { BindDomain, ChangeDomain } from "./DomainForm";

/** The host names that lead to environments of a service. */
export function DomainsTab({ service }: { service: Service }) {
  return (
    <Routes>
      <Route index element={<DomainList service={service} />} />
      <Route path="bind" element={service.instanceId === undefined ? <DomainList service={service} /> : <BindDomain service={service} />} />
      <Route path=":domain/edit" element={<ChangeDomain service={service} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

const COLUMNS: Column<Domain>[] = [
  { key: "domain", label: t("service.domain"), sort: "domain", width: 40, cell: ({ domain }) => domain },
  { key: "environment", label: t("releases.environment"), width: 15, cell: ({ environment }) => <Label isCompact color={environment === "release" ? "green" : "blue"}>{environment}</Label> },
  { key: "certificate", label: t("service.certificate"), width: 20, cell: (domain) => <DomainCertificate domain={domain} none={t("service.defaultCertificate")} /> },
  { key: "changed", label: t("service.changed"), sort: "changed", short: true, cell: ({ changedAt }) => <Time at={changedAt} /> },
];

function DomainList({ service }: { service: Service }) {
  const list = useListState([], "domain");
  const domains = useList<Domain>(`/v1/services/${service.id}/domains`, list.params);
  const [unbind, setUnbind] = useState<Domain>();
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const shared = service.instanceId === undefined;
  const bind = mayWrite && (
    <Button isDisabled={shared} onClick={() => void navigate("bind")}>
      {t("service.bind")}
    </Button>
  );
  return (
    <PageSection hasBodyWrapper={false} className="weir-tab">
      {shared && (
        <Alert isInline component="h2" variant="warning" title={t("service.sharedTitle")} actionLinks={mayWrite && <Link to={`/services/${service.id}/settings`}>{t("service.chooseInstance")}</Link>}>
          {t("service.sharedDomains")}
        </Alert>
      )}
      <ObjectTable
        label={t("service.domains")}
        list={list}
        query={domains}
        columns={COLUMNS}
        id={({ domain }) => domain}
        searches={t("service.domain")}
        create={bind}
        empty={{ title: t("service.noDomains"), body: t("service.noDomainsHelp"), action: bind }}
        actions={
          mayWrite
            ? (domain) => (
                <span className="weir-row-actions">
                  <Button variant="link" isInline onClick={() => void navigate(`${domain.domain}/edit`)} aria-label={t("service.changeOf", { name: domain.domain })}>
                    {t("parts.edit")}
                  </Button>
                  <Button variant="link" isInline isDanger onClick={() => setUnbind(domain)} aria-label={t("service.unbindOf", { name: domain.domain })}>
                    {t("service.unbind")}
                  </Button>
                </span>
              )
            : undefined
        }
      />
      {unbind && (
        <ConfirmDialog
          title={t("service.unbindTitle", { domain: unbind.domain })}
          action={t("service.unbind")}
          name={unbind.domain}
          traffic={service.environments.includes(unbind.environment)}
          write={{ method: "DELETE", path: `/v1/services/${service.id}/domains/${unbind.domain}`, version: unbind.version }}
          onClose={() => setUnbind(undefined)}
          onDone={() => setUnbind(undefined)}
        >
          <p>{t("service.unbindHelp", { domain: unbind.domain })}</p>
        </ConfirmDialog>
      )}
    </PageSection>
  );
}
