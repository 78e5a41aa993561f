// Which Cloud Connect Network joins two VPCs, or could.
import type { Network } from "../api/types";

export interface Candidate {
  network: Network;
  /** The VPCs that are still to be attached. */
  attach: string[];
}

/** Whether a network has a VPC attached. */
export function attached(network: Network, vpcId: string): boolean {
  return network.links.some((link) => link.vpcId === vpcId);
}

/** The network that joins two VPCs, and those that could: first the one that did last, then those with less to do, then those that join more. */
export function joins(networks: readonly Network[], a: string, b: string, last?: string): { joined?: Network; candidates: Candidate[] } {
  const all = networks
    .map((network) => ({ network, attach: [a, b].filter((vpc) => !attached(network, vpc)) }))
    .sort((one, other) => Number(other.network.id === last) - Number(one.network.id === last) || one.attach.length - other.attach.length || other.network.links.length - one.network.links.length);
  return { joined: all.find(({ attach }) => attach.length === 0)?.network, candidates: all.filter(({ attach }) => attach.length > 0) };
}
