// An event as a sentence: parts of text, names and values, in the order of the language.
import type { Difference, Event } from "../api/types";
import { fieldLabel, valueText } from "../parts/fields";
import type { Names } from "../parts/names";
import { kindOf, refOf, type Ref } from "../parts/objects";
import { partsOf } from "../parts/pointer";
import { t, type TextKey } from "../texts";

export type Part = { kind: "text"; text: string } | { kind: "actor"; text: string } | { kind: "value"; text: string } | ObjectPart;

interface ObjectPart {
  kind: "object";
  ref: Ref;
  text: string;
  /** A position at which it was there, if it is no more. */
  at?: number;
}

/** What lists of events carry; those that are asked for in short have neither data nor changes. */
export type Told = Pick<Event, "position" | "stream" | "type" | "subjects" | "actor"> & { data?: unknown; changes?: Difference[] };

interface Data {
  id?: string;
  serviceId?: string;
  vpcId?: string;
  domain?: string;
  environment?: string;
  releaseId?: string;
  nodes?: unknown[];
  apis?: unknown[];
  apiCount?: number;
  settings?: { name?: string; vpcId?: string; instanceId?: string; serviceId?: string; environment?: string; role?: string };
  definition?: { name?: string; frontEnd?: { path?: string; method?: string } };
}

type Values = Record<string, Part | Part[]>;

const MOST_CLAUSES = 3;
const LONGEST_VALUE = 40;
/** Types of events after which their object is there no more. */
const DELETED = /\.(deleted|unbound|revoked)\.v\d+$/;

const textPart = (text: string): Part => ({ kind: "text", text });
const valuePart = (value: unknown, names?: Names): Part => ({ kind: "value", text: valueText(value, (id) => names?.get(id)?.name || id) });

function compose(key: TextKey, values: Values, n?: number): Part[] {
  return t(key, n === undefined ? {} : { n })
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .flatMap((piece) => (piece.startsWith("{") ? (values[piece.slice(1, -1)] ?? []) : textPart(piece)));
}

/** The object that an event is of, with its service where that is known. */
export function objectOf(event: Told): Ref {
  const data = (event.data ?? {}) as Data;
  const ref = refOf(event.stream);
  const serviceId = data.serviceId ?? data.settings?.serviceId ?? event.subjects.find((id) => kindOf(id) === "service") ?? (textOf(event.changes, "/serviceId") || undefined);
  return ref.kind === "api" || ref.kind === "domain" ? { ...ref, serviceId } : ref;
}

/** The last position at which the object of an event was there, the event's own if it still is after it. */
export function positionOf(event: Pick<Told, "type" | "position">): number {
  return DELETED.test(event.type) ? event.position - 1 : event.position;
}

function textOf(changes: Difference[] | undefined, pointer: string): string | undefined {
  const change = changes?.find((each) => each.pointer === pointer);
  const value = change?.to ?? change?.from;
  return typeof value === "string" ? value : undefined;
}

/** What the event itself says its object is called. */
export function nameIn(event: Told): string | undefined {
  const data = (event.data ?? {}) as Data;
  return data.settings?.name ?? data.definition?.name ?? textOf(event.changes, "/name");
}

/** The objects whose names the sentence needs and the event does not say. */
export function refsOf(event: Told): (Ref & { at: number })[] {
  const object = objectOf(event);
  const data = (event.data ?? {}) as Data;
  const others = [data.vpcId, data.settings?.vpcId, data.settings?.instanceId, data.serviceId, data.settings?.serviceId, textOf(event.changes, "/vpcId"), textOf(event.changes, "/upstreamId")];
  const ids = new Set(others.filter((id): id is string => id !== undefined && id !== object.id));
  const at = positionOf(event);
  return [object, ...[...ids].map((id) => ({ kind: kindOf(id), id }))].map((ref) => ({ ...ref, at }));
}

function change(difference: Difference): "set" | "added" | "removed" {
  return difference.from === undefined ? "added" : difference.to === undefined ? "removed" : "set";
}

const short = (value: unknown) => typeof value !== "object" && String(value).length <= LONGEST_VALUE;

/** As many changes as fit a line, and how many more there are. */
function clauses(changes: Difference[], ref: Ref, names: Names): Part[] {
  const shown = changes.length > MOST_CLAUSES ? MOST_CLAUSES - 1 : changes.length;
  const parts = changes.slice(0, shown).flatMap((difference, index): Part[] => {
    const field = textPart(fieldLabel(difference.pointer, ref.kind, (id) => names.get(id)?.name || id));
    const from = valuePart(difference.from, names);
    const to = valuePart(difference.to, names);
    const how = change(difference);
    const clause =
      how === "set"
        ? short(difference.from) && short(difference.to)
          ? compose("history.clauseSet", { field, from, to })
          : [field]
        : compose(how === "added" ? "history.clauseAdded" : "history.clauseRemoved", { field });
    return index === 0 ? clause : [textPart(", "), ...clause];
  });
  return shown === changes.length ? parts : [...parts, textPart(` ${t("history.more", { n: changes.length - shown })}`)];
}

function ofFields(event: Told, values: Values, ref: Ref, names: Names): Part[] {
  const changes = event.changes ?? [];
  const [only] = changes;
  if (!only) return compose("history.changed", values);
  if (changes.length > 1) return compose("history.changedBy", { ...values, changes: clauses(changes, ref, names) });
  const field = textPart(fieldLabel(only.pointer, ref.kind, (id) => names.get(id)?.name || id));
  const all = { ...values, field, from: valuePart(only.from, names), to: valuePart(only.to, names) };
  if (change(only) === "removed") return compose("history.fieldRemoved", all);
  if (!short(only.to) || !short(only.from ?? "")) return compose("history.fieldChanged", all);
  return compose(change(only) === "added" ? "history.fieldAdded" : "history.fieldSet", all);
}

function ofNodes(event: Told, values: Values, ref: Ref, names: Names): Part[] {
  const changes = event.changes ?? [];
  const [only] = changes;
  if (!only) return compose("history.nodesChanged", values);
  const [, name, member] = partsOf(only.pointer);
  if (changes.length > 1 || name === undefined) return compose("history.nodesChangedBy", { ...values, changes: clauses(changes, ref, names) });
  const all: Values = { ...values, node: { kind: "value", text: name }, from: valuePart(only.from), to: valuePart(only.to) };
  if (member === "weight") return compose("history.nodeWeight", all);
  if (member === "draining") return compose(only.to === true ? "history.drainBegan" : "history.drainEnded", all);
  if (member !== undefined) return compose("history.nodesChangedBy", { ...values, changes: clauses(changes, ref, names) });
  if (only.to === undefined) return compose("history.nodeRemoved", all);
  return compose("history.nodeAdded", { ...all, weight: valuePart((only.to as { weight?: number }).weight) });
}

/** Says what an event did, with the names that are known. */
export function sentence(event: Told, names: Names = new Map()): Part[] {
  const data = (event.data ?? {}) as Data;
  const ref = objectOf(event);
  const own = nameIn(event);
  const deleted = DELETED.test(event.type);
  const named = (of: Ref, name?: string, at?: number): Part => ({ kind: "object", ref: of, text: name || names.get(of.id)?.name || of.id, ...(at !== undefined && { at }) });
  const other = (id: string | undefined): Part[] => (id === undefined ? [] : [named({ kind: kindOf(id), id }, undefined, names.get(id)?.gone ? event.position : undefined)]);
  const at = deleted ? event.position - 1 : names.get(ref.id)?.gone ? event.position : undefined;
  const values: Values = {
    actor: { kind: "actor", text: event.actor },
    object: named(ref, own, at),
    vpc: other(data.vpcId ?? data.settings?.vpcId),
    environment: valuePart(data.environment ?? data.settings?.environment),
    service: other(ref.serviceId),
  };
  const say = (key: TextKey, more: Values = {}, n?: number) => compose(key, { ...values, ...more }, n);
  switch (event.type.replace(/\.v\d+$/, "")) {
    case "upstream.created":
      return data.nodes ? say("history.upstreamCreated", { n: textPart(String(data.nodes.length)) }, data.nodes.length) : say("history.unknown", { type: textPart(event.type) });
    case "upstream.nodes-changed":
      return ofNodes(event, values, ref, names);
    case "upstream.settings-changed":
    case "service.changed":
    case "api.changed":
    case "vpc.changed":
    case "cloud-connect-network.changed":
    case "instance.changed":
    case "domain.changed":
      return ofFields(event, values, ref, names);
    case "upstream.deleted":
      return say("history.upstreamDeleted");
    case "service.created":
      return data.settings?.instanceId ? say("history.serviceCreated", { instance: other(data.settings.instanceId) }) : say("history.serviceCreatedShared");
    case "service.deleted":
      return say("history.serviceDeleted");
    case "service.released":
      return say("history.released", {}, data.apiCount ?? data.apis?.length ?? 0);
    case "service.environment-switched":
      return say("history.switched", { release: data.releaseId ? named({ kind: "release", id: data.releaseId, serviceId: data.serviceId }) : [] });
    case "service.environment-unreleased":
      return say("history.unreleased");
    case "api.created":
      return say("history.apiCreated", { route: { kind: "value", text: [data.definition?.frontEnd?.method, data.definition?.frontEnd?.path].filter(Boolean).join(" ") } });
    case "api.deleted":
      return say("history.apiDeleted");
    case "vpc.created":
      return say("history.vpcCreated");
    case "vpc.deleted":
      return say("history.vpcDeleted");
    case "cloud-connect-network.created":
      return say("history.networkCreated");
    case "cloud-connect-network.deleted":
      return say("history.networkDeleted");
    case "link.attached":
      return say("history.attached");
    case "link.detached":
      return say("history.detached");
    case "instance.created":
      return say("history.instanceCreated");
    case "instance.deleted":
      return say("history.instanceDeleted");
    case "domain.bound":
      return say("history.domainBound");
    case "domain.unbound":
      return say("history.domainUnbound");
    case "key.created":
      return say("history.keyCreated", { role: { kind: "value", text: String(data.settings?.role ?? "").toLowerCase() } });
    case "key.used":
      return say("history.keyUsed");
    case "key.expired":
      return say("history.keyExpired");
    case "key.revoked":
      return say("history.keyRevoked");
    case "ledger-key.created":
      return say("history.ledgerKeyCreated");
    case "ledger-key.retired":
      return say("history.ledgerKeyRetired");
    default:
      return say("history.unknown", { type: textPart(event.type) });
  }
}

/** The sentence as plain text. */
export function plain(parts: Part[]): string {
  return parts.map((part) => part.text).join("");
}
