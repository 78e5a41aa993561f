// The members of objects, and their values, in the words of the forms.
import type { Difference } from "../api/types";
import { en } from "../texts/en";
import { t, type TextKey } from "../texts";
import type { Kind } from "./objects";
import { partsOf } from "./pointer";

/** An id, where a name may be known. */
export type NameOf = (id: string) => string;

const asIs: NameOf = (id) => id;

function word(name: string): string {
  return name in en.fields ? t(`fields.${name}` as TextKey) : name.replace(/([a-z])([A-Z])/g, "$1 $2");
}

function member(path: string[], kind?: Kind): string {
  const last = path.at(-1)!;
  // a member of the front end is called otherwise than one of the same name of the back end
  const above = `${path.at(-2)}${last[0]?.toUpperCase()}${last.slice(1)}`;
  if (above in en.fields) return word(above);
  return word(kind === "upstream" && path.length === 1 && last === "name" ? "upstreamName" : last);
}

/** What a pointer into the content of an object points at. */
export function fieldLabel(pointer: string, kind?: Kind, nameOf: NameOf = asIs): string {
  const path = partsOf(pointer);
  const [first, second, third, fourth, ...rest] = path;
  if (first === undefined) return "";
  if (first === "nodes" && second === undefined) return word("nodes");
  if (first === "nodes") return [t("fields.node", { node: second! }), ...(third === undefined ? [] : [word(third)])].join(", ");
  if (first === "links" && second !== undefined) return t("fields.link", { vpc: nameOf(second) });
  if (first === "environments" && second !== undefined) {
    if (third === "releaseId") return t("fields.environmentRelease", { environment: second });
    if (third === "apis" && fourth !== undefined) {
      return [t("fields.environmentApi", { environment: second, api: nameOf(fourth) }), ...(rest.length === 0 ? [] : [member(rest)])].join(", ");
    }
    return second;
  }
  return member(path, kind);
}

/** A value as people read it. */
export function valueText(value: unknown, nameOf: NameOf = asIs): string {
  if (value === undefined || value === null) return t("parts.none");
  if (typeof value === "boolean") return t(value ? "parts.on" : "parts.off");
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value === "" ? t("fields.empty") : value in en.fields && value === value.toUpperCase() ? word(value) : nameOf(value);
  if (Array.isArray(value)) return value.length === 0 ? t("parts.none") : value.map((element) => valueText(element, nameOf)).join(", ");
  return Object.entries(value)
    .map(([name, part]) => `${member([name])} ${valueText(part, nameOf)}`)
    .join(", ");
}

const nodeName = ({ address, port }: { address: string; port: number }) => `${address.includes(":") ? `[${address}]` : address}:${port}`;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

function membersOf(pointer: string, value: unknown): [string, unknown][] | undefined {
  const path = partsOf(pointer);
  if (isObject(value) && !(path[0] === "nodes" && path.length === 2)) {
    return Object.entries(value).map(([name, part]) => [`${pointer}/${escaped(name)}`, part]);
  }
  if (pointer === "/nodes" && Array.isArray(value) && value.every(isObject)) {
    return value.map((node) => [`/nodes/${escaped(nodeName(node as never))}`, Object.fromEntries(Object.entries(node).filter(([name]) => name !== "address" && name !== "port"))]);
  }
  return undefined;
}

/** Changes member by member, where a whole part came or went. */
export function leaves(changes: Difference[]): Difference[] {
  return changes.flatMap((change) => {
    const was = membersOf(change.pointer, change.from);
    const is = membersOf(change.pointer, change.to);
    if (was && change.to === undefined) return leaves(was.map(([pointer, from]) => ({ pointer, from })));
    if (is && change.from === undefined) return leaves(is.map(([pointer, to]) => ({ pointer, to })));
    return [change];
  });
}

/** The ids that changes speak of, in pointers and values. */
export function idsIn(changes: Difference[]): string[] {
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      if (/^(vpc|upstream|instance|service|ccn)-[0-9a-z]{8}$/.test(value)) ids.add(value);
    } else if (Array.isArray(value)) value.forEach(look);
    else if (isObject(value)) Object.values(value).forEach(look);
  };
  for (const { pointer, from, to } of changes) {
    partsOf(pointer).forEach(look);
    look(from);
    look(to);
  }
  return [...ids];
}
