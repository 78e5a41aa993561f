// What the picture of the network is drawn from, and what follows from it.
import type { Api, Effect, Instance, Network, Vpc } from "../api/types";
import { attached } from "../parts/joins";

/** How many upstreams a VPC has, and how many of them have nodes that are unfit. */
export interface UpstreamCount {
  count: number;
  unhealthy: number;
}

/** An instance's VPC and an upstream's VPC between which APIs send requests. */
export interface Pair {
  from: string;
  to: string;
  apis: Api[];
  /** The instances whose requests go there. */
  instances: string[];
  /** The network that joins them, or that did last. */
  network?: string;
  /** The newest event that made or broke the connection of one of the APIs. */
  position?: number;
}

/** Groups APIs by the two VPCs that they need joined; those whose VPCs are not known are left out. */
export function pairsOf(apis: Api[], instanceOf: (serviceId: string) => Instance | undefined, vpcOf: (upstreamId: string) => string | undefined): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const api of apis) {
    const instance = instanceOf(api.serviceId);
    const to = vpcOf(api.backEnd.upstreamId);
    if (!instance || !to) continue;
    const key = `${instance.vpcId} ${to}`;
    const pair = pairs.get(key) ?? { from: instance.vpcId, to, apis: [], instances: [] };
    pair.apis.push(api);
    if (!pair.instances.includes(instance.id)) pair.instances.push(instance.id);
    const { position, cloudConnectNetworkId } = api.reachability ?? {};
    if (position !== undefined && position >= (pair.position ?? 0)) {
      pair.position = position;
      pair.network = cloudConnectNetworkId;
    }
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.apis.length - a.apis.length);
}

/** The APIs that these VPCs in one network would connect, of pairs that nothing joins. */
export function connected(pairs: Pair[], vpcs: string[], nameOf: (id: string) => string): Effect[] {
  return pairs
    .filter(({ from, to }) => vpcs.includes(from) && vpcs.includes(to))
    .flatMap(({ from, to, apis }) => apis.map(({ id, name, serviceId }): Effect => ({ code: "API_CONNECTED", kind: "api", id, name, serviceId, detail: `${nameOf(from)} → ${nameOf(to)}` })));
}

/** A VPC and what is in it, by name. */
export interface Named {
  id: string;
  name?: string;
}

export function byName(a: Named, b: Named): number {
  return (a.name || a.id).localeCompare(b.name || b.id);
}

/** The VPCs whose own name, id, instances or networks have a text. */
export function matching(vpcs: Vpc[], networks: Network[], instances: Instance[], text: string): Vpc[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return vpcs;
  const has = (named: Named) => `${named.name ?? ""} ${named.id}`.toLowerCase().includes(wanted);
  return vpcs.filter((vpc) => has(vpc) || instances.some((instance) => instance.vpcId === vpc.id && has(instance)) || networks.some((network) => attached(network, vpc.id) && has(network)));
}
