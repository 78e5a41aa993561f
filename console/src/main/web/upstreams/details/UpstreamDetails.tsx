import { Button, DropdownItem, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useList, useRead } from "../../api/hooks";
import type { Event, Upstream } from "../../api/types";
import { useAt } from "../../frame/at";
import { NotFound } from "../../frame/Frame";
import { ObjectHistory } from "../../history/ObjectHistory";
import { Alert } from "../../parts/Alert";
import { CopyText } from "../../parts/Copy";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageTitle } from "../../parts/PageTitle";
import { RowActions } from "../../parts/RowActions";
import { refOf } from "../../parts/objects";
import { holdersOf } from "../../parts/scope";
import { useMayWrite } from "../../parts/session";
import { Time } from "../../parts/Time";
import { Within } from "../../parts/Within";
import { t } from "../../texts";
import { trafficLink } from "../../traffic/link";
import { tryLink } from "../../tries/link";
import { DeleteUpstream } from "../DeleteUpstream";
import { HealthSummary } from "../health";
import { VpcLink } from "../../parts/vpcs";
import { AssociatedApis } from "./AssociatedApis";
import { HealthTab } from "./HealthTab";
import { JsonTab } from "./JsonTab";
import { NodesTab } from "./NodesTab";
import { Overview } from "./Overview";

const HEALTH_MILLIS = 5_000;

/** The upstream details page. */
export function UpstreamDetails() {
  const { id = "", tab = "" } = useParams();
  const upstream = useRead<Upstream>(`/v1/upstreams/${id}`, {}, { every: HEALTH_MILLIS });
  const at = useAt();
  // who changed it last is known of now; in its history are the events of its APIs, too
  const last = useList<Event>(`/v1/upstreams/${id}/history`, { type: "upstream", limit: 1 }, { now: true, enabled: at === undefined });
  const navigate = useNavigate();
  const mayTry = useMayWrite("anywhere");
  const mayWrite = useMayWrite(upstream.data && holdersOf(upstream.data));
  const [deleting, setDeleting] = useState(false);
  const above = [{ text: t("upstreams.title"), to: "/upstreams" }];
  if (upstream.data === undefined) {
    const gone = upstream.error?.status === 404;
    return (
      <>
        <PageTitle title={id} above={above} base={`/upstreams/${id}`} tabs={gone ? [{ path: "", text: t("upstreams.history") }] : undefined} />
        <PageSection hasBodyWrapper={false}>
          {gone ? (
            <div className="weir-stack">
              <Alert isInline variant="info" title={t("upstreams.gone")} />
              <ObjectHistory path={`/v1/upstreams/${id}/history`} />
            </div>
          ) : (
            <Loaded query={upstream}>{() => null}</Loaded>
          )}
        </PageSection>
      </>
    );
  }
  const data = upstream.data;
  const by = at === undefined ? last.data?.items.find(({ stream }) => refOf(stream).id === id) : undefined;
  const tabs = [
    { path: "", text: t("upstreams.overview") },
    { path: "nodes", text: t("upstreams.nodes"), count: data.nodes.length },
    { path: "apis", text: t("upstreams.associatedApis"), count: data.apiCount },
    { path: "health", text: t("upstreams.health") },
    { path: "history", text: t("upstreams.history") },
    { path: "json", text: t("upstreams.json") },
  ];
  if (!tabs.some(({ path }) => path === tab)) return <NotFound />;
  return (
    <Within object={data}>
      <PageTitle
        title={data.name || id}
        above={above}
        base={`/upstreams/${id}`}
        tabs={tabs}
        state={at === undefined && <HealthSummary nodes={data.nodes} />}
        facts={
          <>
            <CopyText text={id} /> · {t("upstreams.vpc")} <VpcLink id={data.vpcId} /> · {data.protocol}, {t(`fields.${data.httpVersion}`)} · {t("upstreams.changed")} <Time at={data.changedAt} />
            {by && <> {t("upstreams.by", { actor: by.actor })}</>}
            {by?.reason && <>: “{by.reason}”</>}
          </>
        }
        actions={
          <div className="weir-buttons">
            <Link to={trafficLink({ upstream: id })}>{t("traffic.title")}</Link>
            {mayTry && data.apiCount > 0 && <Link to={tryLink({ upstreamId: id })}>{t("tries.title")}</Link>}
            {mayWrite && (
              <>
                <Button variant="secondary" onClick={() => void navigate(`/upstreams/${id}/edit`)}>
                  {t("parts.edit")}
                </Button>
                <RowActions name={data.name || id}>
                  <DropdownItem isDanger onClick={() => setDeleting(true)}>
                    {t("parts.delete")}
                  </DropdownItem>
                </RowActions>
              </>
            )}
          </div>
        }
      />
      <PageSection hasBodyWrapper={false}>
        <Loaded query={upstream}>
          {(shown) => {
            switch (tab) {
              case "nodes":
                return <NodesTab upstream={shown} />;
              case "apis":
                return <AssociatedApis upstream={shown} />;
              case "health":
                return <HealthTab upstream={shown} />;
              case "history":
                return <ObjectHistory path={`/v1/upstreams/${id}/history`} />;
              case "json":
                return <JsonTab upstream={shown} />;
              default:
                return <Overview upstream={shown} />;
            }
          }}
        </Loaded>
      </PageSection>
      {deleting && <DeleteUpstream upstream={data} onClose={() => setDeleting(false)} onDeleted={() => void navigate("/upstreams")} />}
    </Within>
  );
}
