import { expect, test } from "vitest";
import type { RequestAttempt } from "../api/types";
import { waterfall } from "./waterfall";

const attempt = (fields: Partial<RequestAttempt> = {}): RequestAttempt => ({ node: "10.0.0.1:80", result: "answered", status: 200, reused: false, startMicros: 0, connectMicros: 100, firstByteMicros: 300, micros: 400, ...fields });

test("a connection, the wait for a head and the response follow each other without a gap", () => {
  const { bars, total } = waterfall({ micros: 450, attempts: [attempt({ startMicros: 20 })] });
  expect(total).toBe(450);
  expect(bars[0]!.segments).toEqual([
    { kind: "connect", from: 20, to: 120 },
    { kind: "wait", from: 120, to: 320 },
    { kind: "receive", from: 320, to: 420 },
  ]);
});

test("where no connection came about, all of it was connecting; on one that was there, none", () => {
  const kinds = (fields: Partial<RequestAttempt>) => waterfall({ micros: 400, attempts: [attempt(fields)] }).bars[0]!.segments.map(({ kind, from, to }) => [kind, from, to]);
  expect(kinds({ result: "not_connected", status: 0, connectMicros: -1, firstByteMicros: -1 })).toEqual([["connect", 0, 400]]);
  expect(kinds({ reused: true, connectMicros: -1 })).toEqual([["wait", 0, 300], ["receive", 300, 400]]);
  expect(kinds({ reused: true, connectMicros: -1, result: "timed_out", firstByteMicros: -1 })).toEqual([["wait", 0, 400]]);
  expect(kinds({ result: "broken", firstByteMicros: -1 })).toEqual([["connect", 0, 100], ["wait", 100, 400]]);
});

test("attempts whose beginning nobody told follow each other; all of them are within the whole", () => {
  const { bars, total } = waterfall({ micros: 500, attempts: [attempt({ startMicros: -1 }), attempt({ startMicros: -1, micros: 300 }), attempt({ startMicros: 50 })] });
  expect(bars.map(({ start, end }) => [start, end])).toEqual([[0, 400], [400, 700], [50, 450]]);
  expect(total).toBe(700);
  expect(waterfall({ micros: 0, attempts: [] })).toEqual({ total: 1, bars: [] });
});

test("no part of an attempt lies outside of it, whatever a replica says", () => {
  for (const [connectMicros, firstByteMicros, micros] of [[500, 600, 400], [300, 200, 400], [0, 0, 0], [-1, 900, 400]] as const) {
    for (const { from, to } of waterfall({ micros: 1, attempts: [attempt({ startMicros: 10, connectMicros, firstByteMicros, micros })] }).bars[0]!.segments) {
      expect(from).toBeGreaterThanOrEqual(10);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(10 + micros);
    }
  }
});
