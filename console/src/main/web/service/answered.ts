import type { Event } from "../api/types";

/** The releases that an environment has answered with before the one of now, the last one first and each once, by its events from the newest on. */
export function answeredBefore(events: readonly Pick<Event, "data">[], now: string): string[] {
  const ids = events.map(({ data }) => (data as { releaseId?: string }).releaseId);
  return [...new Set(ids)].filter((id) => id !== undefined && id !== now) as string[];
}
