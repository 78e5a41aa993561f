// What undoes an event: a write that goes forward, and puts back what the event changed.
import type { Write } from "../api/client";
import type { Difference, Event } from "../api/types";
import { partsOf } from "../parts/pointer";
import { pathOf, type Kind } from "../parts/objects";
import type { TextKey } from "../texts";
import { objectOf } from "./sentence";

type Json = Record<string, unknown>;

/** What has to be read to know how to undo an event: the object now, and at the position before the event. */
export interface Needs {
  now?: string;
  before?: string;
  /** What has its version in its entity tag alone. */
  version?: string;
}

export interface Undo {
  write: Write;
  /** What the person should know besides. */
  note?: TextKey;
}

export type Verdict = Undo | { refused: TextKey };

const COLLECTIONS: Partial<Record<Kind, string>> = { upstream: "/v1/upstreams", service: "/v1/services", vpc: "/v1/vpcs", network: "/v1/cloud-connect-networks", instance: "/v1/instances" };

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => {
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => same(a[name], b[name]));
  }
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((element, index) => same(element, b[index]));
  return a === b;
};

interface Node extends Json {
  address: string;
  port: number;
}

export const nodeName = ({ address, port }: { address: string; port: number }) => `${address.includes(":") ? `[${address}]` : address}:${port}`;

function withMember(object: Json, [name, ...rest]: string[], value: unknown): Json {
  const { [name!]: was, ...others } = object;
  if (rest.length === 0) return value === undefined ? others : { ...object, [name!]: value };
  const inner = withMember(isObject(was) ? was : {}, rest, value);
  return Object.keys(inner).length === 0 ? others : { ...object, [name!]: inner };
}

function withNodes(nodes: Node[], [name, ...rest]: string[], value: unknown): Node[] {
  if (name === undefined) {
    const order = value as string[];
    const place = (node: Node) => (order.includes(nodeName(node)) ? order.indexOf(nodeName(node)) : order.length);
    return nodes.toSorted((a, b) => place(a) - place(b));
  }
  const there = nodes.some((node) => nodeName(node) === name);
  if (rest.length > 0) return nodes.map((node) => (nodeName(node) === name ? (withMember(node, rest, value) as Node) : node));
  if (value === undefined) return nodes.filter((node) => nodeName(node) !== name);
  return there ? nodes.map((node) => (nodeName(node) === name ? (value as Node) : node)) : [...nodes, value as Node];
}

/** A content with what stood at the places that an event changed, and all else as it is. */
export function putBack(content: Json, changes: Difference[]): Json {
  return changes.toReversed().reduce((now, { pointer, from }) => {
    const path = partsOf(pointer);
    // the list of nodes as a whole: its order, unless the whole list came or went
    if (path[0] === "nodes" && (path.length > 1 || (Array.isArray(from) && from.every((name) => typeof name === "string")))) {
      return { ...now, nodes: withNodes((now.nodes ?? []) as Node[], path.slice(1), from) };
    }
    return withMember(now, path, from);
  }, content);
}

/** A merge patch (RFC 7396) from one content to another. */
export function mergePatch(from: Json, to: Json): Json {
  const patch: Json = {};
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const was = from[name];
    const is = to[name];
    if (same(was, is)) continue;
    patch[name] = is === undefined ? null : isObject(was) && isObject(is) ? mergePatch(was, is) : is;
  }
  return patch;
}

function kindOfEvent(event: Pick<Event, "type">): string {
  return event.type.replace(/\.v\d+$/, "");
}

/** The environment of a service that an event is of. */
function environmentPath(event: Event): string {
  const { serviceId, environment } = event.data as unknown as { serviceId: string; environment: string };
  return `/v1/services/${serviceId}/environments/${environment}`;
}

/** What to read first. */
export function needs(event: Event): Needs {
  const path = pathOf(objectOf(event));
  switch (kindOfEvent(event)) {
    case "service.released":
    case "service.environment-switched":
    case "service.environment-unreleased":
      return { before: environmentPath(event), now: environmentPath(event), version: environmentPath(event) };
    case "link.attached":
      return { version: `${path}/links/${String((event.data as Json).vpcId)}` };
    case "link.detached":
      return {};
    default:
      return /\.(deleted|unbound)$/.test(kindOfEvent(event)) ? { before: path } : { now: path };
  }
}

/** What a POST of an object carries: all that its content had, which is what its deletion took away. */
function contentOf(changes: Difference[]): Json {
  return Object.fromEntries(changes.filter(({ pointer, from }) => from !== undefined && partsOf(pointer).length === 1).map(({ pointer, from }) => [partsOf(pointer)[0]!, from]));
}

function ofDeletion(event: Event, content: Json): Verdict {
  const ref = objectOf(event);
  const { serviceId, environments: _environments, links: _links, ...rest } = content as Json & { serviceId?: string };
  if (ref.kind === "api") return serviceId ? { write: { method: "POST", path: `/v1/services/${serviceId}/apis`, body: rest }, note: "history.undoNewId" } : { refused: "history.undoUnknown" };
  if (ref.kind === "domain") return serviceId ? { write: { method: "POST", path: `/v1/services/${serviceId}/domains`, body: { domain: ref.id, ...rest } } } : { refused: "history.undoUnknown" };
  const path = COLLECTIONS[ref.kind];
  if (!path) return { refused: "history.undoUnknown" };
  return { write: { method: "POST", path, body: rest }, note: ref.kind === "service" ? "history.undoServiceAlone" : "history.undoNewId" };
}

function ofEnvironment(event: Event, before: Json | undefined, now: Json | undefined, version: number | undefined): Verdict {
  const path = environmentPath(event);
  const was = before?.releaseId as string | undefined;
  if (now && was === (now.releaseId as string | undefined)) return { refused: "history.undoAlready" };
  return was ? { write: { method: "PUT", path, body: { releaseId: was }, version } } : { write: { method: "DELETE", path, version } };
}

const versionOf = (object: Json | undefined) => (typeof object?.version === "number" ? object.version : undefined);

/** The write of what came of merging an undo with what another person saved. */
export function ofMerged(write: Write, theirs: Json, merged: Json): Write {
  const was = Object.fromEntries(Object.keys(merged).map((name) => [name, theirs[name]]));
  return { ...write, body: mergePatch(was, merged), version: versionOf(theirs) };
}

/** How to undo an event, given what was read; or why that cannot be. */
export function undo(event: Event, { now, before, seen }: { now?: Json; before?: Json; seen?: number }): Verdict {
  const what = kindOfEvent(event);
  const ref = objectOf(event);
  const path = pathOf(ref);
  const version = seen ?? versionOf(now);
  const data = event.data as Json;
  switch (what) {
    case "service.released":
    case "service.environment-switched":
    case "service.environment-unreleased":
      return ofEnvironment(event, before, now, version);
    case "link.attached":
      return { write: { method: "DELETE", path: `${path}/links/${String(data.vpcId)}`, version } };
    case "link.detached":
      return { write: { method: "PUT", path: `${path}/links/${String(data.vpcId)}` } };
    case "key.used":
    case "key.expired":
    case "key.revoked":
    case "ledger-key.created":
    case "ledger-key.retired":
      return { refused: what.startsWith("ledger-key") ? "history.undoLedgerKey" : what === "key.used" ? "history.undoUsed" : "history.undoKey" };
  }
  if (/\.(deleted|unbound)$/.test(what)) return ofDeletion(event, contentOf(event.changes));
  if (!path) return { refused: "history.undoUnknown" };
  if (!now) return { refused: "history.undoGone" };
  if (/\.(created|bound)$/.test(what)) return { write: { method: "DELETE", path, version }, note: ref.kind === "key" ? "history.undoRevokes" : undefined };
  const patch = mergePatch(now, putBack(now, event.changes));
  if (Object.keys(patch).length === 0) return { refused: "history.undoAlready" };
  return { write: { method: "PATCH", path, body: patch, version } };
}

/** Whether something else has been put since where the event put something. */
export function overwritten(event: Event, now: Json): boolean {
  return event.changes.some(({ pointer, to }) => {
    const path = partsOf(pointer);
    const value = path.reduce<unknown>(
      (inner, name) => (Array.isArray(inner) ? (inner as Node[]).find((node) => nodeName(node) === name) : isObject(inner) ? inner[name] : undefined),
      now,
    );
    if (path.length === 1 && path[0] === "nodes") return false;
    return !same(isObject(value) && isObject(to) ? Object.fromEntries(Object.keys(to).map((name) => [name, value[name]])) : value, to);
  });
}
