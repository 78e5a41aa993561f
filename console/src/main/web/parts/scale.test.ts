import { expect, test } from "vitest";
import { niceStep, ticks } from "./scale";

test("steps are 1, 2 or 5 times a power of ten, and no more parts than asked for", () => {
  for (const length of [0.003, 0.9, 1, 1.01, 3, 7, 10, 99, 100, 101, 2_014, 60_000_001]) {
    for (const parts of [1, 2, 3, 4, 10]) {
      const step = niceStep(length, parts);
      expect([1, 2, 5], `${length} in ${parts}`).toContain(Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toFixed(6)));
      expect(length / step).toBeLessThanOrEqual(parts + 1e-6);
    }
  }
});

test("an axis begins at 0, ends at or above the greatest value, and has an end even where all is 0", () => {
  expect(ticks(0, 3)).toEqual([0, 1]);
  expect(ticks(10, 3)).toEqual([0, 5, 10]);
  expect(ticks(0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  for (const greatest of [1, 2, 3, 7, 11, 123_456]) expect(ticks(greatest, 3).at(-1)).toBeGreaterThanOrEqual(greatest);
});

test("what is counted is counted in whole numbers", () => {
  expect(ticks(1, 3, true)).toEqual([0, 1]);
  expect(ticks(2, 3, true)).toEqual([0, 1, 2]);
});
