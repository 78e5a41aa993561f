// What undoing an event would be written in, by the rule of the server (docs/access.md, Scopes). A test in a browser asks the server the same.
import type { Holders } from "../parts/scope";
import type { Told } from "./sentence";

/** What holds that which undoing an event writes: ids that the event tells, or an object that has to be looked up for them. */
export interface UndoneIn {
  ids: Holders;
  upstream?: string;
  instance?: string;
  service?: string;
}

interface Data {
  settings?: { vpcId?: string; serviceId?: string };
  vpcId?: string;
  serviceId?: string;
}

const one = (id: string | undefined): Holders => (id === undefined ? [] : [id]);

/** Undefined of what cannot be undone by anybody, and of what the event does not tell. What was deleted comes back with a new id, which no scope names. */
export function undoneIn({ type, stream, data, changes }: Told): UndoneIn | undefined {
  const { settings, vpcId, serviceId } = (data ?? {}) as Data;
  const before = (pointer: string) => changes?.find((change) => change.pointer === pointer)?.from as string | undefined;
  const id = stream.slice(stream.indexOf("/") + 1);
  const deleted = /\.deleted\.v\d+$/.test(type);
  const vpc = settings?.vpcId ?? before("/vpcId");
  const service = serviceId ?? settings?.serviceId ?? before("/serviceId");
  switch (type.slice(0, type.indexOf("."))) {
    case "vpc":
      return { ids: deleted ? [] : [id] };
    case "cloud-connect-network":
      return { ids: [] };
    case "link":
      return { ids: one(vpcId) };
    case "instance":
      return { ids: [...(deleted ? [] : [id]), ...one(vpc)] };
    case "upstream":
      return vpc === undefined ? { ids: [], upstream: id } : { ids: [vpc] };
    case "service":
      return deleted ? { ids: one(before("/instanceId")), instance: before("/instanceId") } : { ids: [], service: id };
    case "api":
    case "domain":
      return service === undefined ? undefined : { ids: [], service };
    default:
      return undefined;
  }
}
