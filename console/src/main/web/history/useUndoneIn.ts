import { useRead } from "../api/hooks";
import type { Event, Instance, Upstream } from "../api/types";
import { within, type Holders } from "../parts/scope";
import { useScope } from "../parts/session";
import { useServiceHolders } from "../parts/Within";
import { undoneIn } from "./undoneIn";

/** What undoing an event lies in, as far as that makes a difference to the key; undefined where only the server can tell. */
export function useUndoneIn(event: Event | undefined): Holders | "unknown" | undefined {
  const scope = useScope();
  const limited = scope.length > 0;
  const told = event && limited ? undoneIn(event) : undefined;
  const open = (id: string | undefined) => id !== undefined && !within(scope, told!.ids);
  const upstream = useRead<Upstream>(`/v1/upstreams/${told?.upstream}`, {}, { enabled: open(told?.upstream), now: true });
  const instance = useRead<Instance>(`/v1/instances/${told?.instance}`, {}, { enabled: open(told?.instance), now: true });
  const service = useServiceHolders(told?.service ?? "");
  if (!limited || told === undefined) return undefined;
  if (told.service !== undefined) return service;
  const asked = [open(told.upstream) && upstream, open(told.instance) && instance].filter((query) => query !== false);
  if (asked.some(({ isError }) => isError)) return undefined;
  if (asked.some(({ data }) => data === undefined)) return "unknown";
  return [...told.ids, ...asked.map(({ data }) => data!.vpcId)];
}
