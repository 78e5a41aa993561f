import { useMemo } from "react";
import { useList, useRead } from "../api/hooks";
import type { AssociatedApi, Environment, Page, Release, Replica, Service } from "../api/types";
import { useAll } from "../parts/all";
import { ENVIRONMENTS } from "../parts/environments";
import { callables, type Callable, type Values } from "./model";

/** What is known of where a request is to go. */
export interface Place {
  service?: Service;
  /** Absent until they are read. */
  environments?: Environment[];
  /** Of the environment that is chosen. */
  url?: string;
  /** Whether the environment that is chosen answers at all; undefined until that is known. */
  released?: boolean;
  apis: Callable[];
  /** Whether `apis` is what it is to stay. */
  settled: boolean;
  replicas: Replica[];
}

/** Reads what the form offers: the environments of a service, what the chosen one answers with, and the replicas that serve it. */
export function usePlace({ by, serviceId, environment }: Pick<Values, "by" | "serviceId" | "environment">): Place {
  const ofService = by === "service" && serviceId !== "";
  const service = useRead<Service>(`/v1/services/${serviceId}`, {}, { enabled: ofService, now: true }).data;
  const environments = useRead<Page<Environment>>(`/v1/services/${serviceId}/environments`, {}, { enabled: ofService, now: true }).data?.items;
  const chosen = environments?.find((each) => each.environment === environment);
  const release = useRead<Release>(`/v1/services/${serviceId}/releases/${chosen?.releaseId}`, {}, { enabled: ofService && chosen?.releaseId !== undefined, now: true });
  const instance = ofService ? service?.instanceId : undefined;
  const replicas = useAll<Replica>(instance ? `/v1/instances/${instance}/replicas` : "/v1/replicas", { live: true, sort: "id" }, { now: true }).data?.items ?? [];
  const held = release.data;
  const apis = useMemo(() => callables(held), [held]);
  return { service, environments, url: chosen?.url, released: chosen?.released, apis, settled: chosen !== undefined && (!chosen.released || held !== undefined || release.isError), replicas };
}

/** An API of an upstream where it answers. */
export interface Way {
  serviceId: string;
  serviceName?: string;
  apiId: string;
  apiName?: string;
  environment: string;
}

/** The APIs by which requests get to an upstream, those that customers call first. */
export function useWays(upstreamId: string | undefined): Way[] | undefined {
  const apis = useList<AssociatedApi>(`/v1/upstreams/${upstreamId}/apis`, { limit: 100, sort: "name" }, { enabled: upstreamId !== undefined, now: true });
  const items = upstreamId === undefined ? undefined : apis.data?.items;
  return useMemo(
    () =>
      items &&
      [...ENVIRONMENTS].reverse().flatMap((environment) =>
        items.filter(({ environments }) => environments.includes(environment)).map(({ serviceId, serviceName, apiId, apiName }) => ({ serviceId, serviceName, apiId, apiName, environment })),
      ),
    [items],
  );
}
