// Two people have changed the same object: what each did, what both did, and what comes of it.
import type { Difference } from "../api/types";
import { differences, equal, isFields, keyed, pointerOf, type Json } from "../parts/pointer";

/** A field that both have changed, each to something else. */
export interface Conflict {
  pointer: string;
  base: Json;
  yours: Json;
  theirs: Json;
}

export type Side = "yours" | "theirs";

export interface Merged<T> {
  /** With all that only one of them has changed, and of the conflicts the sides that were taken. */
  value: T;
  conflicts: Conflict[];
  /** What only they have changed; it is kept. */
  theirs: Difference[];
}

/** Merges field by field, and nodes by their address and port; a field that both have changed is yours unless theirs is taken. */
export function merge<T>(base: T, yours: T, theirs: T, taken: Record<string, Side> = {}): Merged<T> {
  const conflicts: Conflict[] = [];
  const value = join(base, yours, theirs, "", (conflict) => {
    conflicts.push(conflict);
    return taken[conflict.pointer] ?? "yours";
  });
  const both = new Set([...conflicts.map(({ pointer }) => pointer), ...differences(base, yours).map(({ pointer }) => pointer)]);
  return { value: value as T, conflicts, theirs: differences(base, theirs).filter(({ pointer }) => !both.has(pointer)) };
}

function join(base: Json, yours: Json, theirs: Json, pointer: string, choose: (conflict: Conflict) => Side): Json {
  if (equal(base, theirs) || equal(yours, theirs)) return yours;
  if (equal(base, yours)) return theirs;
  const [b, y, t] = [keyed(base ?? []), keyed(yours), keyed(theirs)];
  if (b && y && t && y.size + t.size > 0) {
    return [...new Set([...t.keys(), ...y.keys()])]
      .map((key) => join(b.get(key), y.get(key), t.get(key), pointer + pointerOf(key), choose))
      .filter((item) => item !== undefined);
  }
  if (isFields(yours) && isFields(theirs)) {
    const before = isFields(base) ? base : {};
    return Object.fromEntries(
      [...new Set([...Object.keys(theirs), ...Object.keys(yours)])]
        .map((name) => [name, join(before[name], yours[name], theirs[name], pointer + pointerOf(name), choose)] as const)
        .filter(([, value]) => value !== undefined),
    );
  }
  return choose({ pointer, base, yours, theirs }) === "yours" ? yours : theirs;
}
