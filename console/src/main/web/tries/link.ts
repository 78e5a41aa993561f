// Where requests are tried, filled in.
import type { KeptRequest } from "../api/types";
import { ENVIRONMENTS } from "../parts/environments";

/** What a link to the page may say. */
export interface Target {
  serviceId?: string;
  environment?: string;
  /** Its path and method are taken from what the environment answers with. */
  apiId?: string;
  /** One of the APIs that forward to it is chosen. */
  upstreamId?: string;
  host?: string;
  replicaId?: string;
  method?: string;
  path?: string;
}

const NAMES: [keyof Target, string][] = [
  ["serviceId", "service"],
  ["environment", "environment"],
  ["apiId", "api"],
  ["upstreamId", "upstream"],
  ["host", "host"],
  ["replicaId", "replica"],
  ["method", "method"],
  ["path", "path"],
];

/** As a query of the page. */
export function paramsOf(target: Target): URLSearchParams {
  const params = new URLSearchParams();
  for (const [field, name] of NAMES) if (target[field]) params.set(name, target[field]);
  return params;
}

export function targetOf(params: URLSearchParams): Target {
  return Object.fromEntries(NAMES.flatMap(([field, name]) => (params.get(name) ? [[field, params.get(name)]] : [])));
}

export function tryLink(target: Target): string {
  const params = paramsOf(target);
  return params.size === 0 ? "/try" : `/try?${params}`;
}

/** The environment to begin with: what customers call if it answers, else the next that does. */
export function firstOf(released: readonly string[]): string {
  return [...ENVIRONMENTS].reverse().find((name) => released.includes(name)) ?? "test";
}

/** The link that tries a request once more; undefined for one that was malformed. */
export function againLink({ host, path, query, method, serviceId, environment }: Pick<KeptRequest, "host" | "path" | "query" | "method" | "serviceId" | "environment">): string | undefined {
  if (path === undefined || host === undefined) return undefined;
  const whole = query ? `${path}?${query}` : path;
  // the host names the service, so the path begins with the environment
  const ofService = serviceId !== undefined && environment !== undefined && host.split(/[.:]/)[0] === serviceId && path.startsWith(`/${environment}/`);
  return tryLink(ofService ? { serviceId, environment, method, path: whole.slice(environment.length + 1) } : { host, method, path: whole });
}
