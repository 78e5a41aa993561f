// The last tries of this browser tab, until one logs out.
import { useSyncExternalStore } from "react";
import type { TryAnswer } from "../api/types";
import type { Values } from "./model";

export interface Kept {
  /** When it was sent, in milliseconds since the epoch. */
  at: number;
  values: Values;
  answer?: TryAnswer;
  /** Why there is none. */
  problem?: string;
}

/** Among the drafts, which are thrown away when a person logs out. */
const KEY = "weir.draft.tries";
const MOST = 10;
const listeners = new Set<() => void>();
let read: { text: string | null; tries: Kept[] } = { text: null, tries: [] };

export function lastTries(): Kept[] {
  const text = sessionStorage.getItem(KEY);
  if (text !== read.text) {
    try {
      read = { text, tries: JSON.parse(text ?? "[]") as Kept[] };
    } catch {
      read = { text, tries: [] };
    }
  }
  return read.tries;
}

/** Stores as many as there is room for, from the first on. */
export function storeMost<T>(items: T[], store: (items: T[]) => void): void {
  for (let some = items; some.length > 0; some = some.slice(0, -1)) {
    try {
      return store(some);
    } catch {
      // there is no room for so many
    }
  }
}

/** Keeps one more, the newest first. */
export function keep(kept: Kept): void {
  storeMost([kept, ...lastTries()].slice(0, MOST), (tries) => sessionStorage.setItem(KEY, JSON.stringify(tries)));
  listeners.forEach((listener) => listener());
}

export function forgetTries(): void {
  sessionStorage.removeItem(KEY);
  listeners.forEach((listener) => listener());
}

export function useLastTries(): Kept[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, lastTries);
}
