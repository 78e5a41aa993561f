// What the page of the traffic is narrowed to, as its URL has it, and as the server is asked.
import type { Params } from "../api/client";
import type { ListState } from "../parts/listState";

/** What narrows all of the page. */
export const SCOPE = ["service", "environment", "api", "upstream", "replica"];
/** What narrows the list of requests alone. */
export const OF_REQUESTS = ["status", "failure", "method", "node", "slow", "since", "until"];
export const SPANS = [60, 15, 5];

/** Narrows, or widens again; lists of requests begin with the newest then. */
export function narrow(list: ListState, changes: Record<string, string | undefined>): void {
  // APIs are those of one service
  const without = "service" in changes && !("api" in changes) ? { api: undefined } : {};
  list.set({ ...without, ...changes, after: undefined });
}

function scopeOf(filter: ListState["filter"]): Params {
  return { service_id: filter("service"), environment: filter("environment"), api_id: filter("api"), upstream_id: filter("upstream"), replica_id: filter("replica") };
}

export function trafficParams(filter: ListState["filter"]): Params {
  const minutes = Number(filter("minutes"));
  return { ...scopeOf(filter), minutes: SPANS.includes(minutes) ? minutes : SPANS[0] };
}

export function requestParams(filter: ListState["filter"], limit: number): Params {
  const slow = Number(filter("slow"));
  return {
    ...scopeOf(filter),
    // what is still being typed is no status yet
    status: /^[1-5](\d\d|xx)$/i.test(filter("status")) ? filter("status").toLowerCase() : undefined,
    failure: filter("failure"),
    method: filter("method"),
    node: filter("node"),
    min_micros: slow > 0 ? Math.round(slow * 1_000) : undefined,
    since: filter("since"),
    until: filter("until"),
    after: filter("after"),
    limit,
  };
}

/** From the beginning of a minute to that of the next. */
export function minuteFrom(at: string): { since: string; until: string } {
  const since = new Date(at);
  return { since: since.toISOString(), until: new Date(since.getTime() + 60_000).toISOString() };
}
