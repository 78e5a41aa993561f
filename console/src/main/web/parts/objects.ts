// Objects by kind and id, as ids and streams name them.
import { t, type TextKey } from "../texts";

export type Kind = "upstream" | "service" | "api" | "release" | "vpc" | "network" | "instance" | "domain" | "key" | "ledgerKey";

export interface Ref {
  kind: Kind;
  id: string;
  /** Of APIs, releases and domains. */
  serviceId?: string;
}

const WORDS: Record<string, TextKey> = {
  upstream: "fields.kindUpstream",
  service: "fields.kindService",
  api: "fields.kindApi",
  release: "fields.kindRelease",
  domain: "fields.kindDomain",
  vpc: "fields.kindVpc",
  network: "fields.kindNetwork",
  instance: "fields.kindInstance",
  key: "fields.kindKey",
  ledgerKey: "fields.kindLedgerKey",
};

/** What a kind of object is called. */
export function kindText(kind: string): string {
  return WORDS[kind] ? t(WORDS[kind]) : kind;
}

const PREFIXES: [string, Kind][] = [
  ["upstream-", "upstream"],
  ["service-", "service"],
  ["api-", "api"],
  ["release-", "release"],
  ["vpc-", "vpc"],
  ["ccn-", "network"],
  ["instance-", "instance"],
  ["ledger-key-", "ledgerKey"],
  ["key-", "key"],
];
const ID = /^[a-z-]+-[0-9a-z]{8}$/;

/** The kind of object that an id is of; what has no id of ours is a domain. */
export function kindOf(id: string): Kind {
  return (ID.test(id) && PREFIXES.find(([prefix]) => id.startsWith(prefix))?.[1]) || "domain";
}

/** The object that a stream belongs to, such as `upstream/upstream-4n5bfklc`. */
export function refOf(stream: string): Ref {
  const id = stream.slice(stream.indexOf("/") + 1);
  return { kind: stream.startsWith("domain/") ? "domain" : kindOf(id), id };
}

/** Where an object has its page; undefined if it has none, or its service is not known. */
export function pageOf({ kind, id, serviceId }: Omit<Ref, "kind"> & { kind: string }): string | undefined {
  switch (kind) {
    case "upstream":
      return `/upstreams/${id}`;
    case "service":
      return `/services/${id}`;
    case "api":
      return serviceId && `/services/${serviceId}/apis/${id}`;
    case "release":
      return serviceId && `/services/${serviceId}/releases`;
    case "domain":
      return serviceId ? `/services/${serviceId}/domains` : `/domains?q=${encodeURIComponent(id)}`;
    case "key":
      return "/keys";
    case "vpc":
    case "network":
    case "instance":
      return `/network?selected=${id}`;
    default:
      return undefined;
  }
}

/** Where an object is read; undefined if that takes more than is known. */
export function pathOf({ kind, id, serviceId }: Ref): string | undefined {
  switch (kind) {
    case "upstream":
    case "service":
    case "vpc":
    case "instance":
    case "key":
      return `/v1/${kind}s/${id}`;
    case "network":
      return `/v1/cloud-connect-networks/${id}`;
    case "api":
      return serviceId && `/v1/services/${serviceId}/apis/${id}`;
    case "release":
      return serviceId && `/v1/services/${serviceId}/releases/${id}`;
    case "domain":
      return serviceId && `/v1/services/${serviceId}/domains/${id}`;
    default:
      return undefined;
  }
}
