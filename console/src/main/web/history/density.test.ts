import { expect, test } from "vitest";
import { FEW, bars, boundaries, positionAt } from "./density";

const source = (events: number[]) => {
  let questions = 0;
  return {
    asked: () => questions,
    positionBefore: async (time: number) => (questions++, events.filter((event) => event < time).length),
    times: async (after: number, upTo: number) => (questions++, events.slice(after, upTo)),
  };
};

test.each([
  [0, 1],
  [1_000, 59_000],
  [1_767_225_600_123, 1_767_225_660_456],
  [1_767_225_600_123, 1_798_761_600_000],
  [0, 3_000_000_000_000],
])("bars cover %d to %d and are few", (from, to) => {
  const ends = boundaries(from, to);
  expect(ends[0]).toBeLessThanOrEqual(from);
  expect(ends.at(-1)).toBeGreaterThanOrEqual(to);
  expect(ends.length).toBeGreaterThan(1);
  expect(ends.length).toBeLessThanOrEqual(110);
});

test("every event is in exactly one bar, however they are spread", async () => {
  for (const count of [0, 1, FEW, FEW + 1, 1_000]) {
    for (const power of [1, 4]) {
      const events = Array.from({ length: count }, (_, index) => Math.floor(600_000 * (index / count) ** power));
      const from = source(events);
      const found = await bars(boundaries(0, 600_000), from);
      for (const bar of found) expect(bar.after - bar.before).toBe(events.filter((event) => event >= bar.from && event < bar.to).length);
      expect(found.at(-1)!.after - found[0]!.before).toBe(count);
      expect(from.asked()).toBeLessThanOrEqual(2 * found.length + 2);
    }
  }
});

test("few events cost three questions, none two", async () => {
  const few = source([1, 2, 3]);
  await bars(boundaries(0, 600_000), few);
  expect(few.asked()).toBe(3);
  const none = source([]);
  await bars(boundaries(0, 600_000), none);
  expect(none.asked()).toBe(2);
});

test("a time has the position of the bars before it", async () => {
  const found = await bars([0, 10, 20, 30], source([5, 15, 16]));
  expect([0, 10, 20, 30, 99].map((time) => positionAt(found, time))).toEqual([0, 1, 3, 3, 3]);
});
