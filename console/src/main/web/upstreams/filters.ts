import { limits } from "../api/limits";
import type { TextKey } from "../texts";

/** What the nodes of an upstream may speak. */
export const PROTOCOLS = limits.UpstreamRequest.protocol.enum;

/** How an upstream may be found, as the list is filtered by it, and what that is called. */
export const HEALTHS: [string, TextKey][] = [
  ["UNHEALTHY", "upstreams.someUnhealthy"],
  ["HEALTHY", "upstreams.allHealthy"],
  ["UNKNOWN", "upstreams.unknownHealth"],
];

/** What the list can be filtered by; not by health in the past, where it is not recorded and the server refuses to be asked. */
export function filtersOf(past: boolean): string[] {
  return ["vpc_id", "protocol", ...(past ? [] : ["health"])];
}
