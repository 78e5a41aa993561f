import type { Instance, Network, Upstream, Vpc } from "../api/types";
import { joins } from "../parts/joins";
import { useInstance, useNetworks, useUpstream, useVpc } from "./data";

export interface Way {
  instance?: Instance;
  instanceVpc?: Vpc;
  upstream?: Upstream;
  upstreamVpc?: Vpc;
  /** Absent until it is known. */
  state?: "same" | "joined" | "missing";
  network?: Network;
}

/** The way from an instance to an upstream, as it is now. */
export function useWay(instanceId: string | undefined, upstreamId: string): Way {
  const instance = useInstance(instanceId).data;
  const upstream = useUpstream(upstreamId).data;
  const instanceVpc = useVpc(instance?.vpcId).data;
  const upstreamVpc = useVpc(upstream?.vpcId).data;
  const apart = instance !== undefined && upstream !== undefined && instance.vpcId !== upstream.vpcId;
  const networks = useNetworks(apart).data?.items;
  const way = { instance, instanceVpc, upstream, upstreamVpc };
  if (instance === undefined || upstream === undefined) return way;
  if (!apart) return { ...way, state: "same" };
  if (networks === undefined) return way;
  const network = joins(networks, instance.vpcId, upstream.vpcId).joined;
  return { ...way, network, state: network ? "joined" : "missing" };
}
