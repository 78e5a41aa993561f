import type { KeptRequest, RequestAttempt } from "../api/types";
// The attempts of a request as bars over time.

export interface Segment {
  kind: "connect" | "wait" | "receive";
  /** Microseconds from the request's arrival. */
  from: number;
  to: number;
}

export interface AttemptBar {
  start: number;
  end: number;
  segments: Segment[];
}

/** What never came is negative. */
const came = (micros: number) => micros >= 0;

/** What an attempt was doing when: making a connection, waiting for the head of a response, taking the response. */
function segmentsOf({ reused, connectMicros, firstByteMicros, micros }: RequestAttempt, start: number): Segment[] {
  const end = start + micros;
  const within = (time: number) => Math.min(start + time, end);
  const connected = came(connectMicros) ? within(connectMicros) : reused || came(firstByteMicros) ? start : end;
  const head = came(firstByteMicros) ? Math.max(within(firstByteMicros), connected) : end;
  const all: Segment[] = [
    { kind: "connect", from: start, to: connected },
    { kind: "wait", from: connected, to: head },
    { kind: "receive", from: head, to: end },
  ];
  return all.filter(({ from, to }) => to > from);
}

/** Each attempt from its beginning to its end, and how long all of it takes. Where a replica does not say when an attempt began, it began at the end of the one before. */
export function waterfall({ micros, attempts }: Pick<KeptRequest, "micros" | "attempts">): { total: number; bars: AttemptBar[] } {
  let before = 0;
  const bars = attempts.map((attempt) => {
    const start = came(attempt.startMicros) ? attempt.startMicros : before;
    before = start + attempt.micros;
    return { start, end: before, segments: segmentsOf(attempt, start) };
  });
  return { total: Math.max(micros, 1, ...bars.map(({ end }) => end)), bars };
}
