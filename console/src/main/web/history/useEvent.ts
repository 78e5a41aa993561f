import { useRead } from "../api/hooks";
import type { Event, Page } from "../api/types";

/** The event at a position; the page is empty if there is none. */
export function useEvent(position: number) {
  return useRead<Page<Event>>("/v1/events", { after_position: position - 1, before: position + 1, limit: 1 }, { enabled: Number.isInteger(position) && position > 0, now: true });
}
