import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { read } from "../api/client";
import { useList, useRead } from "../api/hooks";
import type { Api, Environment, EnvironmentName, Instance, Network, Page, Release, Service, Upstream, Vpc } from "../api/types";
import { useAt } from "../frame/at";
import { useAll } from "../parts/all";
import { ENVIRONMENTS } from "../parts/environments";
import { apiChanges, type ApiChange } from "./drift";

export function useService(id: string) {
  return useRead<Service>(`/v1/services/${id}`);
}

export function useInstance(id: string | undefined) {
  return useRead<Instance>(`/v1/instances/${id}`, {}, { enabled: id !== undefined });
}

export function useVpc(id: string | undefined) {
  return useRead<Vpc>(`/v1/vpcs/${id}`, {}, { enabled: id !== undefined });
}

/** An upstream without its nodes. */
export function useUpstreamSummary(id: string | undefined) {
  const list = useList<Upstream>("/v1/upstreams", { id, fields: "summary" }, { enabled: id !== undefined });
  // the list keeps what was asked for before until it is answered
  return list.data?.items.find((upstream) => upstream.id === id);
}

export function useUpstream(id: string | undefined) {
  return useRead<Upstream>(`/v1/upstreams/${id}`, {}, { enabled: id !== undefined && id !== "" });
}

export function useNetworks(enabled = true) {
  return useAll<Network>("/v1/cloud-connect-networks", {}, { enabled });
}

/** The environments in the order in which releases go through them. */
export function useEnvironments(serviceId: string) {
  const query = useRead<Page<Environment>>(`/v1/services/${serviceId}/environments`);
  const items = ENVIRONMENTS.flatMap((name) => query.data?.items.find(({ environment }) => environment === name) ?? []);
  return { ...query, items };
}

/** The drafts of a service, and how many there are: more than were read if there are too many to compare. */
export function useDrafts(serviceId: string, enabled = true) {
  return useAll<Api>(`/v1/services/${serviceId}/apis`, {}, { enabled, most: 2_000 });
}

export function useRelease(serviceId: string, releaseId: string | undefined) {
  return useRead<Release>(`/v1/services/${serviceId}/releases/${releaseId}`, {}, { enabled: releaseId !== undefined });
}

/** What an environment answers with, and how the drafts differ from it. */
export interface Drift {
  environment: EnvironmentName;
  url?: string;
  /** Absent if the environment answers nothing. */
  releaseId?: string;
  /** Likewise, and until it is read. */
  release?: Release;
  released: boolean;
  /** Absent until all of it is read, and if there are too many drafts. */
  changes?: ApiChange[];
  /** There are so many drafts that nothing is said of how they differ. */
  tooMany: boolean;
}

/** Each environment beside the drafts of a service. */
export function useDrifts(serviceId: string): Drift[] {
  const at = useAt();
  const { data, items } = useEnvironments(serviceId);
  const drafts = useDrafts(serviceId).data;
  const ids = [...new Set(items.flatMap(({ releaseId }) => releaseId ?? []))];
  const releases = useQueries({
    queries: ids.map((id) => ({
      queryKey: [`/v1/services/${serviceId}/releases/${id}`, at ?? "now"],
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await read<Release>(`/v1/services/${serviceId}/releases/${id}`, at, signal)).value,
    })),
    combine: found,
  });
  // thousands of APIs are compared only when one of them is another
  return useMemo(
    () =>
      items.map(({ environment, released, releaseId, url }) => {
        const release = releases.find((each) => each?.id === releaseId);
        const tooMany = drafts !== undefined && drafts.total > drafts.items.length;
        const known = drafts !== undefined && !tooMany && (!released || release !== undefined);
        return { environment, released, url, releaseId, release, tooMany, changes: known ? apiChanges(release?.apis ?? [], drafts.items) : undefined };
      }),
    // items are those of data
    [data, drafts, releases],
  );
}

function found<T>(results: { data?: T }[]): (T | undefined)[] {
  return results.map(({ data }) => data);
}
