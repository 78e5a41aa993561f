import type { NodeHealth } from "../../api/types";
import { locale } from "../../texts";
import { authority, type FormNode } from "./model";

/** The fraction of new requests that each node gets by its weight. */
export function shares(nodes: FormNode[]): number[] {
  const weights = nodes.map(({ weight = 0, draining }) => (draining || !Number.isFinite(weight) || weight < 0 ? 0 : weight));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (sum === 0 ? 0 : weight / sum));
}

/**
 * The fraction of new requests that each node gets now: the mean over the replicas that have found anything, each of which leaves out
 * what it finds unhealthy, unless so few are healthy that it asks all of them.
 */
export function sharesNow(nodes: FormNode[], findings: NodeHealth[], panicThreshold = 0): { shares: number[]; replicas: number; failOpen: number } {
  const replicas = [...new Set(findings.map(({ replica }) => replica))];
  if (replicas.length === 0) return { shares: shares(nodes), replicas: 0, failOpen: 0 };
  let failOpen = 0;
  const each = replicas.map((replica) => {
    const unfit = new Set(findings.filter((finding) => finding.replica === replica && finding.health === "UNHEALTHY").map(({ node }) => node));
    const taking = nodes.filter(({ weight = 0, draining }) => weight > 0 && !draining);
    const healthy = taking.filter((node) => !unfit.has(authority(node))).length;
    const panic = taking.length > 0 && (healthy === 0 || healthy * 100 < panicThreshold * taking.length);
    if (panic) failOpen++;
    return shares(panic ? nodes : nodes.map((node) => (unfit.has(authority(node)) ? { ...node, weight: 0 } : node)));
  });
  return { shares: nodes.map((_node, index) => each.reduce((sum, share) => sum + share[index]!, 0) / each.length), replicas: replicas.length, failOpen };
}

export function percent(share: number): string {
  const digits = share > 0 && share < 0.01 ? 2 : 1;
  return `${(100 * share).toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })} %`;
}

const MANY = 20;

/** What a full bar stands for: everything, or where there are many nodes the greatest share. */
export function fullBar(shares: number[]): number {
  return shares.length > MANY ? Math.max(...shares, 0.001) : 1;
}
