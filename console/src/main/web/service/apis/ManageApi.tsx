import { Button, PageSection } from "@patternfly/react-core";
import { useMemo } from "react";
import { useNavigate } from "react-router";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";
import { useList } from "../../api/hooks";
import type { Api, Service } from "../../api/types";
import { Named } from "../../parts/Named";
import { ObjectTable, type Column } from "../../parts/ObjectTable";
import { useListState } from "../../parts/listState";
import { useMayWrite } from "../../parts/session";
import { t } from "../../texts";
import { useDrifts } from "../data";
import { DriftBanner } from "../releases/DriftBanner";
import { ReleasedIn } from "../releases/ReleasedIn";
import { ApiActions } from "./ApiActions";
import { Connection } from "./Connection";
import { CreateApi } from "./CreateApi";
import { FrontEnd } from "./FrontEnd";
import { JoinNow } from "./JoinNow";
import { UpstreamLink } from "./UpstreamLink";

/** The drafts of a service. */
export function ManageApi({ service }: { service: Service }) {
  const base = `/services/${service.id}`;
  const list = useListState([], "name");
  const apis = useList<Api>(`/v1${base}/apis`, list.params);
  const drifts = useDrifts(service.id);
  const mayWrite = useMayWrite();
  const navigate = useNavigate();
  const shared = service.instanceId === undefined;
  const columns = useMemo<Column<Api>[]>(
    () => [
      { key: "name", label: t("apis.name"), sort: "name", width: 20, cell: (api) => <Named id={api.id} name={api.name} to={`${base}/apis/${api.id}`} /> },
      { key: "path", label: t("apis.frontEnd"), width: 25, cell: (api) => <FrontEnd frontEnd={api.frontEnd} /> },
      {
        key: "upstream",
        label: t("apis.upstream"),
        width: 20,
        cell: ({ backEnd }) => (
          <>
            <UpstreamLink id={backEnd.upstreamId} />
            <div className="weir-subtle">
              <code>{backEnd.path}</code>
            </div>
          </>
        ),
      },
      {
        key: "connection",
        label: t("apis.connection"),
        width: 15,
        cell: (api) => (
          <>
            <Connection reachability={api.reachability} />
            {api.reachability?.status === "VPC_NOT_CONNECTED" && <JoinNow instanceId={service.instanceId} upstreamId={api.backEnd.upstreamId} />}
          </>
        ),
      },
      { key: "released", label: t("apis.released"), cell: (api) => <ReleasedIn api={api} drifts={drifts} /> },
    ],
    [base, drifts, service.instanceId],
  );
  return (
    <PageSection hasBodyWrapper={false} className="weir-tab">
      {shared && (
        <Alert isInline component="h2" variant="warning" title={t("service.sharedTitle")} actionLinks={mayWrite && <Button variant="link" isInline onClick={() => void navigate(`${base}/settings`)}>{t("service.chooseInstance")}</Button>}>
          {t("service.sharedHelp")}
        </Alert>
      )}
      {service.apiCount > 0 && <DriftBanner service={service} drifts={drifts} />}
      <ObjectTable
        label={t("service.manageApi")}
        list={list}
        query={apis}
        columns={columns}
        id={({ id }) => id}
        searches={t("apis.search")}
        create={mayWrite && <CreateApi base={base} disabled={shared} />}
        actions={mayWrite ? (api) => <ApiActions api={api} environments={drifts.filter(({ release }) => release?.apis.some(({ id }) => id === api.id)).map(({ environment }) => environment)} /> : undefined}
        empty={{
          title: t("apis.none"),
          body: shared ? t("service.sharedHelp") : t("apis.noneHelp"),
          action: mayWrite && (shared ? <Link to={`${base}/settings`}>{t("service.chooseInstance")}</Link> : <Button onClick={() => void navigate(`${base}/apis/create`)}>{t("apis.createGeneral")}</Button>),
        }}
      />
    </PageSection>
  );
}
