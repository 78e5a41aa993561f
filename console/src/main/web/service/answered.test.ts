import { expect, test } from "vitest";
import { answeredBefore } from "./answered";

const events = (...releases: (string | undefined)[]) => releases.map((releaseId) => ({ data: { releaseId } as unknown as Record<string, never> }));

test("what an environment answered with before is told by its own events, the last first", () => {
  expect(answeredBefore(events("c", "a"), "c")).toEqual(["a"]);
  // rolled back: what it came from is what it answered with before
  expect(answeredBefore(events("a", "c", "a"), "a")).toEqual(["c"]);
  expect(answeredBefore(events("d", "b", "d", "a"), "d")).toEqual(["b", "a"]);
  // it answered nothing for a while, and a domain led to it
  expect(answeredBefore(events("c", undefined, "b"), "c")).toEqual(["b"]);
  expect(answeredBefore(events("a"), "a")).toEqual([]);
  expect(answeredBefore([], "a")).toEqual([]);
});
