// JSON Pointers (RFC 6901) into what a form holds; items of a list that have an address and a port are told by these, as the API tells them.
import type { Difference } from "../api/types";

export type Json = unknown;
type Fields = Record<string, Json>;

export function pointerOf(...parts: (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function partsOf(pointer: string): string[] {
  return pointer === "" ? [] : pointer.replace(/^\//, "").split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function isFields(value: Json): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function at(value: Json, pointer: string): Json {
  return partsOf(pointer).reduce<Json>((inner, part) => (Array.isArray(inner) ? inner[Number(part)] : isFields(inner) ? inner[part] : undefined), value);
}

/** A copy with another value at a pointer; objects that are not there yet are made. */
export function withAt<T>(value: T, pointer: string, to: Json): T {
  const put = (inner: Json, [part, ...rest]: string[]): Json => {
    if (part === undefined) return to;
    if (Array.isArray(inner)) return inner.map((item, index) => (index === Number(part) ? put(item, rest) : item));
    const fields = isFields(inner) ? inner : {};
    return { ...fields, [part]: put(fields[part], rest) };
  };
  return put(value, partsOf(pointer)) as T;
}

/** Equal as JSON: a field that is undefined is a field that is absent. */
export function equal(a: Json, b: Json): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  if (!isFields(a) || !isFields(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => equal(a[name], b[name]));
}

/** What tells an item of a list from the others: `address:port` of a node; undefined if its place does. */
export function keyOf(item: Json): string | undefined {
  if (!isFields(item) || typeof item.address !== "string" || !("port" in item)) return undefined;
  return `${item.address.includes(":") ? `[${item.address}]` : item.address}:${String(item.port)}`;
}

/** The items by what tells them apart; undefined if some cannot be told. */
export function keyed(items: Json): Map<string, Json> | undefined {
  if (!Array.isArray(items)) return undefined;
  const byKey = new Map<string, Json>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined || byKey.has(key)) return undefined;
    byKey.set(key, item);
  }
  return byKey;
}

/** Every field that differs, down to the single value. */
export function differences(before: Json, after: Json, pointer = ""): Difference[] {
  if (equal(before, after)) return [];
  const [a, b] = [keyed(before), keyed(after)];
  if (a && b && (a.size > 0 || b.size > 0)) {
    return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => differences(a.get(key), b.get(key), pointer + pointerOf(key)));
  }
  if (isFields(before) && isFields(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => differences(before[name], after[name], pointer + pointerOf(name)));
  }
  return [{ pointer, ...(before !== undefined && { from: before }), ...(after !== undefined && { to: after }) }];
}

/** The JSON Merge Patch (RFC 7396) that makes one of the other and says nothing else; undefined if they are equal. */
export function mergePatch(before: Fields, after: Fields): Fields | undefined {
  const patch: Fields = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [from, to] = [before[name], after[name]];
    if (equal(from, to)) continue;
    if (to === undefined) patch[name] = null;
    else patch[name] = isFields(from) && isFields(to) ? mergePatch(from, to) : to;
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
}
