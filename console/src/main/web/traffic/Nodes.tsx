import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useQueries } from "@tanstack/react-query";
import { read } from "../api/client";
import type { NodeTraffic, Upstream, UpstreamTraffic } from "../api/types";
import { Link } from "../parts/Link";
import { quantile, resultText } from "../requests/words";
import { locale, t } from "../texts";
import { authority } from "../upstreams/nodes/model";
import { shares } from "../upstreams/nodes/share";
import { ShareBar } from "../upstreams/nodes/ShareBar";
import { attemptShares, isNamed, nodeKey } from "./shares";

const MOST_UPSTREAMS = 10;

/** What the weights of some upstreams say of the part that each of their nodes is to get. */
function useWeights(ids: string[]): Map<string, number> {
  return useQueries({
    queries: ids.slice(0, MOST_UPSTREAMS).map((id) => ({
      queryKey: [`/v1/upstreams/${id}`, "now"],
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await read<Upstream>(`/v1/upstreams/${id}`, undefined, signal)).value,
      retry: false,
    })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? shares(data.nodes).map((share, index): [string, number] => [nodeKey({ upstreamId: data.id, node: authority(data.nodes[index]!) }), share]) : []))),
  });
}

/** What each node got of its upstream's attempts, beside what its weight says, and what became of them. */
export function Nodes({ nodes, upstreams }: { nodes: NodeTraffic[]; upstreams: UpstreamTraffic[] }) {
  const named = nodes.filter(isNamed);
  const weights = useWeights([...new Set(named.map(({ upstreamId }) => upstreamId))]);
  const real = attemptShares(named);
  const nameOf = (id: string) => upstreams.find(({ upstreamId }) => upstreamId === id)?.name || id;
  if (nodes.length === 0) return <p className="weir-subtle weir-breakdown-none">{t("traffic.noAttempts")}</p>;
  const labels = [t("traffic.node"), t("traffic.attempts"), t("traffic.share"), t("traffic.failedAttempts"), t("traffic.firstByte")];
  return (
    <>
      <p className="weir-subtle weir-breakdown-none">{t("traffic.shareHelp")}</p>
      <Table aria-label={t("traffic.byNode")} variant="compact" gridBreakPoint="grid-md">
        <Thead>
          <Tr>
            <Th width={30}>{labels[0]}</Th>
            <Th className="weir-numeric">{labels[1]}</Th>
            <Th width={25}>{labels[2]}</Th>
            <Th width={20}>{labels[3]}</Th>
            <Th className="weir-numeric" modifier="wrap">{labels[4]}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {nodes.map((node) => {
            const key = isNamed(node) ? nodeKey(node) : "";
            const { upstreamId, attempts, failed, results, firstByteMicros } = node;
            return (
              <Tr key={key}>
                <Td dataLabel={labels[0]} modifier="breakWord">
                  {node.node ? <code>{node.node}</code> : t("traffic.others")}
                  {upstreamId && (
                    <div className="weir-subtle">
                      <Link to={`/upstreams/${upstreamId}/nodes`}>{nameOf(upstreamId)}</Link>
                    </div>
                  )}
                </Td>
                <Td dataLabel={labels[1]} className="weir-numeric">{attempts.toLocaleString(locale)}</Td>
                <Td dataLabel={labels[2]}>
                  {isNamed(node) && <ShareBar share={real.get(key) ?? 0} mark={weights.get(key)} />}
                </Td>
                <Td dataLabel={labels[3]} modifier="breakWord">
                  {failed === 0
                    ? t("parts.none")
                    : `${failed.toLocaleString(locale)}: ${Object.entries(results)
                        .filter(([result, n]) => result !== "answered" && n)
                        .map(([result, n]) => `${resultText(result)} ${n!.toLocaleString(locale)}`)
                        .join(", ")}`}
                </Td>
                <Td dataLabel={labels[4]} className="weir-numeric">{firstByteMicros ? `${quantile(firstByteMicros.p50)} / ${quantile(firstByteMicros.p99)}` : "–"}</Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </>
  );
}
