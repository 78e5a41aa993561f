import { Switch, ToolbarItem } from "@patternfly/react-core";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";
import { useList } from "../../api/hooks";
import type { NodeHealth, Upstream } from "../../api/types";
import { useAt } from "../../frame/at";
import { ObjectTable, type Column } from "../../parts/ObjectTable";
import { useListState } from "../../parts/listState";
import { useMayWrite } from "../../parts/session";
import { Time } from "../../parts/Time";
import { t } from "../../texts";
import { causeOf, HealthLabel } from "../health";

const COLUMNS: Column<NodeHealth>[] = [
  { key: "node", label: t("upstreams.node"), sort: "node", width: 25, cell: ({ node }) => <span className="weir-mono">{node}</span> },
  { key: "health", label: t("upstreams.health"), cell: ({ health }) => <HealthLabel health={health} /> },
  { key: "replica", label: t("upstreams.replica"), cell: ({ replica }) => <Link to={`/data-plane?q=${encodeURIComponent(replica)}`}>{replica}</Link> },
  { key: "cause", label: t("upstreams.cause"), width: 25, cell: causeOf },
  { key: "since", label: t("upstreams.since"), cell: ({ since }) => <Time at={since} /> },
];

/** What every replica finds of every node, and since when. */
export function HealthTab({ upstream: { id, healthChecker } }: { upstream: Upstream }) {
  const list = useListState(["unhealthy"], "node");
  const mayWrite = useMayWrite();
  const past = useAt() !== undefined;
  const checked = healthChecker?.enableActiveCheck || healthChecker?.enablePassiveCheck;
  const findings = useList<NodeHealth>(`/v1/upstreams/${id}/health`, list.params, { every: 5_000, enabled: !past, now: true });
  if (past) return <Alert isInline variant="info" title={t("upstreams.noHealthOfPast")} />;
  return (
    <>
      {!checked && <Alert isInline variant="info" title={t("upstreams.noCheck")} actionLinks={mayWrite && <Link to={`/upstreams/${id}/edit`}>{t("parts.edit")}</Link>} />}
      <ObjectTable
        label={t("upstreams.health")}
        list={list}
        query={findings}
        columns={COLUMNS}
        id={({ node, replica }) => `${node}/${replica}`}
        searches={t("upstreams.searchHealth")}
        filters={
          <ToolbarItem>
            <Switch id="only-unhealthy" label={t("upstreams.onlyUnhealthy")} isChecked={list.filter("unhealthy") === "true"} onChange={(_event, on) => list.set({ unhealthy: on ? "true" : undefined })} />
          </ToolbarItem>
        }
        empty={{ title: t("upstreams.noFindings"), body: t(checked ? "upstreams.noFindingsBody" : "upstreams.noCheck") }}
      />
    </>
  );
}
