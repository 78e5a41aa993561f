import { Button, Tab, TabTitleText, Tabs } from "@patternfly/react-core";
import { FilterIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { ReactNode } from "react";
import type { Traffic, TrafficCounts } from "../api/types";
import type { ListState } from "../parts/listState";
import { Named } from "../parts/Named";
import { quantile } from "../requests/words";
import { locale, t } from "../texts";
import { percent } from "../upstreams/nodes/share";
import { Nodes } from "./Nodes";
import { narrow } from "./filters";
import { failedPart } from "./series";

/** The traffic by what took it: APIs, upstreams, their nodes, replicas. */
export function Breakdown({ traffic: { apis, upstreams, nodes, replicas }, list }: { traffic: Traffic; list: ListState }) {
  const by = ["upstream", "node", "replica"].includes(list.filter("by")) ? list.filter("by") : "api";
  const only = (name: string, changes: Record<string, string | undefined>) => (
    <Button variant="plain" size="sm" icon={<FilterIcon />} aria-label={t("traffic.only", { name })} title={t("traffic.only", { name })} onClick={() => narrow(list, changes)} />
  );
  return (
    <Tabs activeKey={by} onSelect={(_event, key) => list.set({ by: key === "api" ? undefined : String(key) }, true)} aria-label={t("traffic.by")} className="weir-breakdown">
      <Tab eventKey="api" title={<TabTitleText>{t("traffic.byApi")}</TabTitleText>}>
        <CountTable
          label={t("traffic.byApi")}
          what={t("traffic.api")}
          rows={apis.map((row) => {
            const { others, serviceId, serviceName, environment, apiId, apiName } = row;
            const name = apiName || apiId || t(others ? "traffic.others" : "traffic.noRoute");
            return {
              key: `${others} ${serviceId} ${environment} ${apiId}`,
              counts: row,
              name: apiId ? (
                <>
                  <Named id={apiId} name={apiName} to={serviceId && `/services/${serviceId}/apis/${apiId}`} />
                  <div className="weir-subtle">{[serviceName || serviceId, environment].filter(Boolean).join(", ")}</div>
                </>
              ) : (
                name
              ),
              only: apiId ? only([name, environment].filter(Boolean).join(", "), { service: serviceId, environment, api: apiId }) : undefined,
            };
          })}
        />
      </Tab>
      <Tab eventKey="upstream" title={<TabTitleText>{t("traffic.byUpstream")}</TabTitleText>}>
        <CountTable
          label={t("traffic.byUpstream")}
          what={t("traffic.upstream")}
          rows={upstreams.map((row) => ({
            key: row.upstreamId ?? `${row.others}`,
            counts: row,
            name: row.upstreamId ? <Named id={row.upstreamId} name={row.name} to={`/upstreams/${row.upstreamId}`} /> : t(row.others ? "traffic.others" : "traffic.noRoute"),
            only: row.upstreamId ? only(row.name || row.upstreamId, { upstream: row.upstreamId }) : undefined,
          }))}
        />
      </Tab>
      <Tab eventKey="node" title={<TabTitleText>{t("traffic.byNode")}</TabTitleText>}>
        {by === "node" && <Nodes nodes={nodes} upstreams={upstreams} />}
      </Tab>
      <Tab eventKey="replica" title={<TabTitleText>{t("traffic.byReplica")}</TabTitleText>}>
        <CountTable
          label={t("traffic.byReplica")}
          what={t("traffic.replica")}
          rows={replicas.map((row) => ({
            key: row.replicaId ?? "",
            counts: row,
            name: row.replicaId ? <Named id={row.replicaId} to={`/data-plane?q=${encodeURIComponent(row.replicaId)}`} /> : t("traffic.others"),
            only: row.replicaId && only(row.replicaId, { replica: row.replicaId }),
          }))}
        />
      </Tab>
    </Tabs>
  );
}

interface Row {
  key: string;
  name: ReactNode;
  counts: TrafficCounts;
  /** The button that narrows the page to it. */
  only?: ReactNode;
}

function CountTable({ label, what, rows }: { label: string; what: string; rows: Row[] }) {
  const columns: [string, (counts: TrafficCounts) => string][] = [
    [t("traffic.requests"), ({ requests }) => requests.toLocaleString(locale)],
    [t("traffic.failedPart"), (counts) => (failedPart(counts) === undefined ? "–" : percent(failedPart(counts)!))],
    [t("traffic.retries"), ({ retries }) => retries.toLocaleString(locale)],
    ["p50", ({ micros }) => quantile(micros?.p50)],
    ["p90", ({ micros }) => quantile(micros?.p90)],
    ["p99", ({ micros }) => quantile(micros?.p99)],
  ];
  if (rows.length === 0) return <p className="weir-subtle weir-breakdown-none">{t("traffic.noRequests")}</p>;
  return (
    <Table aria-label={label} variant="compact" gridBreakPoint="grid-md">
      <Thead>
        <Tr>
          <Th width={35}>{what}</Th>
          {columns.map(([name]) => (
            <Th key={name} className="weir-numeric" modifier="wrap">{name}</Th>
          ))}
          <Th screenReaderText={t("parts.actions")} />
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(({ key, name, counts, only }) => (
          <Tr key={key}>
            <Td dataLabel={what} modifier="breakWord">{name}</Td>
            {columns.map(([column, cell]) => (
              <Td key={column} dataLabel={column} className="weir-numeric">{cell(counts)}</Td>
            ))}
            <Td isActionCell>{only}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
