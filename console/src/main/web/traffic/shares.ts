import type { NodeTraffic } from "../api/types";
// Which part of the attempts of an upstream each node got.

/** One that is told apart; `others` are not. */
export type NamedNode = NodeTraffic & { upstreamId: string; node: string };

export const isNamed = (node: NodeTraffic): node is NamedNode => node.upstreamId !== undefined && node.node !== undefined;

export const nodeKey = ({ upstreamId, node }: Pick<NamedNode, "upstreamId" | "node">) => `${upstreamId} ${node}`;

/** Each node's part of the attempts of its upstream. */
export function attemptShares(nodes: NamedNode[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { upstreamId, attempts } of nodes) sums.set(upstreamId, (sums.get(upstreamId) ?? 0) + attempts);
  return new Map(nodes.map((node) => [nodeKey(node), (sums.get(node.upstreamId) ?? 0) === 0 ? 0 : node.attempts / sums.get(node.upstreamId)!]));
}

/** What each of an upstream's nodes really got, in the order in which they are named; undefined if none got anything. */
export function realShares(names: string[], told: NamedNode[]): { attempts: number; of: { share: number; attempts: number; failed: number }[] } | undefined {
  const byName = new Map(told.map((node) => [node.node, node]));
  // nodes that are in the list no more got their part, too
  const attempts = told.reduce((sum, node) => sum + node.attempts, 0);
  if (attempts === 0) return undefined;
  return {
    attempts,
    of: names.map((name) => {
      const node = byName.get(name);
      return { share: (node?.attempts ?? 0) / attempts, attempts: node?.attempts ?? 0, failed: node?.failed ?? 0 };
    }),
  };
}
