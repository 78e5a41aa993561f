import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { Problem, read } from "../api/client";
import type { Api, Instance, Network, Overview, Service, Upstream, Vpc } from "../api/types";
import { useAt } from "../frame/at";
import { each, readAll, useAll, type All } from "../parts/all";
import type { NetworkObject } from "./fields";
import { pairsOf, type Pair, type UpstreamCount } from "./model";

export const KINDS = ["vpcs", "cloud-connect-networks", "instances"] as const;
export type Kind = (typeof KINDS)[number];

/** The kind that an id is of. */
export function kindOf(id: string): Kind | undefined {
  return id.startsWith("vpc-") ? "vpcs" : id.startsWith("ccn-") ? "cloud-connect-networks" : id.startsWith("instance-") ? "instances" : undefined;
}

/** Everything that the picture is made of but what counts upstreams and APIs. */
export interface Objects {
  vpcs: Vpc[];
  networks: Network[];
  instances: Instance[];
  /** Whether some that were asked for are still being read. */
  pending: boolean;
  /** How many VPCs, networks and instances are not shown because there are too many. */
  more: { vpcs: number; networks: number; instances: number };
}

const rest = ({ items, total }: All<unknown>) => Math.max(0, total - items.length);

/** The VPCs, networks and instances, with those of the ids that are asked for however many there are, and the queries to wait for. */
export function useObjects(ids: (string | undefined)[] = []) {
  const at = useAt();
  const vpcs = useAll<Vpc>("/v1/vpcs");
  const networks = useAll<Network>("/v1/cloud-connect-networks");
  const instances = useAll<Instance>("/v1/instances");
  const queries: UseQueryResult<All<unknown>, Problem>[] = [vpcs, networks, instances];
  const lists = { vpcs: vpcs.data, "cloud-connect-networks": networks.data, instances: instances.data };
  const beyond = [...new Set(ids)].flatMap((id) => {
    const kind = id === undefined ? undefined : kindOf(id);
    const list = kind && lists[kind];
    return list && list.total > list.items.length && !list.items.some((item) => item.id === id) ? [`/v1/${kind}/${id}`] : [];
  });
  const ones = useQueries({
    queries: beyond.map((path) => ({ queryKey: [path, at ?? "now"], queryFn: async ({ signal }: { signal: AbortSignal }) => (await read<NetworkObject>(path, at, signal)).value, retry: false })),
    combine: (results) => ({ found: results.flatMap(({ data }) => (data ? [data] : [])), pending: results.some(({ isPending }) => isPending) }),
  });
  const all = <T,>(kind: Kind, { items }: All<T>): T[] => [...items, ...(ones.found.filter(({ id }) => kindOf(id) === kind) as T[])];
  const objects: Objects | undefined =
    vpcs.data && networks.data && instances.data
      ? {
          vpcs: all("vpcs", vpcs.data),
          networks: all("cloud-connect-networks", networks.data),
          instances: all("instances", instances.data),
          pending: ones.pending,
          more: { vpcs: rest(vpcs.data), networks: rest(networks.data), instances: rest(instances.data) },
        }
      : undefined;
  return { objects, waited: queries.find((query) => query.error) ?? queries.find((query) => query.isPending) ?? vpcs };
}

/** The ids of upstreams that have unfit nodes. */
async function unhealthyUpstreams(signal: AbortSignal): Promise<string[]> {
  const { attention } = (await read<Overview>("/v1/overview", undefined, signal)).value;
  return attention.filter(({ code }) => code === "UNHEALTHY_NODES").map(({ id }) => id);
}

/** How many unfit upstreams each VPC has; those are few, and nothing is known of the past. */
async function countUnhealthy(at: string | undefined, signal: AbortSignal): Promise<Map<string, number>> {
  const ill = at ? [] : await each(await unhealthyUpstreams(signal), async (id) => (await read<Upstream>(`/v1/upstreams/${id}`, at, signal)).value.vpcId);
  return new Map(ill.map((vpc) => [vpc, ill.filter((other) => other === vpc).length]));
}

/** How many upstreams each VPC has, and how many of them are unfit. */
export function useUpstreamCounts(vpcs: Vpc[]): Map<string, UpstreamCount> {
  const at = useAt();
  const unhealthy = useQuery<Map<string, number>, Problem>({
    queryKey: ["unhealthy upstreams of VPCs", at ?? "now"],
    queryFn: ({ signal }) => countUnhealthy(at, signal),
    placeholderData: keepPreviousData,
  }).data;
  return useMemo(() => new Map(vpcs.map(({ id, upstreamCount }) => [id, { count: upstreamCount, unhealthy: unhealthy?.get(id) ?? 0 }])), [vpcs, unhealthy]);
}

const MOST_APIS = 500;

/** The pairs of VPCs that APIs need joined and that are not. */
async function readBroken(instances: Instance[], at: string | undefined, signal?: AbortSignal): Promise<{ pairs: Pair[]; apis: number }> {
  const { items: apis, total } = await readAll<Api>("/v1/apis", { reachability: "VPC_NOT_CONNECTED" }, at, signal, MOST_APIS);
  const lookUp = async <T>(path: string, ids: string[]) => {
    const distinct = [...new Set(ids)];
    const values = await each(distinct, async (id) => (await read<T>(`${path}/${id}`, at, signal)).value);
    return new Map(distinct.map((id, index) => [id, values[index]!]));
  };
  const [services, upstreams] = await Promise.all([lookUp<Service>("/v1/services", apis.map((api) => api.serviceId)), lookUp<Upstream>("/v1/upstreams", apis.map((api) => api.backEnd.upstreamId))]);
  const pairs = pairsOf(
    apis,
    (serviceId) => instances.find(({ id }) => id === services.get(serviceId)?.instanceId),
    (upstreamId) => upstreams.get(upstreamId)?.vpcId,
  );
  return { pairs, apis: total };
}

/** Pairs of VPCs that APIs need joined and that are not. */
export function useBroken(instances: Instance[] | undefined) {
  const at = useAt();
  return useQuery<{ pairs: Pair[]; apis: number }, Problem>({
    queryKey: ["APIs not connected", instances?.map(({ id, vpcId }) => id + vpcId), at ?? "now"],
    queryFn: ({ signal }) => readBroken(instances!, at, signal),
    enabled: instances !== undefined,
    placeholderData: keepPreviousData,
  });
}
