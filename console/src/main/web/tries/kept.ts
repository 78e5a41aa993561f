// The last tries of this browser tab, until one logs out.
import { useSyncExternalStore } from "react";
import type { TryAnswer } from "../traffic/types";
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

/** Keeps one more, the newest first; fewer of them if the browser has no room. */
export function keep(kept: Kept): void {
  let tries = [kept, ...lastTries()].slice(0, MOST);
  for (; tries.length > 0; tries = tries.slice(0, -1)) {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(tries));
      break;
    } catch {
      // there is no room for so many
    }
  }
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
