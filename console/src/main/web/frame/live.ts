import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { read } from "../api/client";
import type { Event, Page } from "../api/types";

// What happens elsewhere is seen here: the stream of events says that something is new, and what is shown is read anew.
let position = 0;
const listeners = new Set<() => void>();

function advance(to: number): void {
  if (to <= position) return;
  position = to;
  listeners.forEach((listener) => listener());
}

/** The position of the newest event that this page knows of. */
export function useNewest(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => position,
  );
}

const GATHER_MILLIS = 300;
const PATIENCE_MILLIS = 10_000;
const AGAIN_MILLIS = 5_000;
/** What no event changes, and the names of objects, which only events of their own change. */
const APART = ["/v1/session", "/login", "name"];

/** Has the names of the objects that an event tells of asked for anew; of all objects, where events were missed. */
function renamed(queries: QueryClient, event?: string): void {
  void queries.invalidateQueries({ predicate: ({ queryKey: [what, id, at] }) => what === "name" && at === "now" && (event === undefined || event.includes(String(id))) });
}

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

/** Returns what to call when something is new: everything shown is read anew, once for all that came meanwhile and never while it is still being read. */
export function refresher(refresh: () => Promise<unknown>, gatherMillis = GATHER_MILLIS): () => void {
  let wanted = false;
  let running = false;
  const run = async () => {
    running = true;
    while (wanted) {
      await pause(gatherMillis);
      wanted = false;
      await Promise.race([refresh().catch(() => undefined), pause(PATIENCE_MILLIS)]);
    }
    running = false;
  };
  return () => {
    wanted = true;
    if (!running) void run();
  };
}

/** Follows the stream of events from the newest on; returns how to stop. */
function follow(queries: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const seen = refresher(() => queries.invalidateQueries({ predicate: ({ queryKey }) => !APART.includes(String(queryKey[0])) }));
  const begin = async () => {
    try {
      const newest = (await read<Page<Event>>("/v1/events?limit=1&fields=summary")).value.position;
      if (ended) return;
      if (newest > position && position > 0) {
        renamed(queries);
        seen();
      }
      advance(newest);
      // the browser connects again by itself, and says which event it had last; it gives up only when it is refused
      source = new EventSource(`/v1/events/stream?after_position=${newest}`);
      source.onmessage = (message) => {
        advance(Number(message.lastEventId));
        renamed(queries, String(message.data));
        seen();
      };
      source.onerror = () => {
        if (source?.readyState === EventSource.CLOSED) later();
      };
    } catch {
      later();
    }
  };
  const later = () => {
    source?.close();
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void begin(), AGAIN_MILLIS);
  };
  void begin();
  return () => {
    ended = true;
    source?.close();
    clearTimeout(timer);
  };
}

/** Follows what happens for as long as the frame is there. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => follow(queries), [queries]);
}
