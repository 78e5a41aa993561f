import { beforeEach, expect, test } from "vitest";
import { forgetDrafts } from "../forms/useDraft";
import { forgetTries, keep, lastTries, storeMost } from "./kept";
import { EMPTY } from "./model";

beforeEach(() => sessionStorage.clear());

test("the last tries are kept, the newest first, and not too many", () => {
  for (let at = 1; at <= 12; at++) keep({ at, values: EMPTY });
  expect(lastTries().map(({ at }) => at)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  expect(lastTries()).toBe(lastTries());
  forgetTries();
  expect(lastTries()).toEqual([]);
});

test("they go with the drafts when somebody logs out", () => {
  keep({ at: 1, values: EMPTY });
  forgetDrafts();
  expect(lastTries()).toEqual([]);
});

test("where the browser has no room, fewer are kept", () => {
  for (const room of [0, 1, 2, 3]) {
    let stored: number[] = [];
    storeMost([3, 2, 1], (items) => {
      if (items.length > room) throw new DOMException("full", "QuotaExceededError");
      stored = items;
    });
    expect(stored).toEqual([3, 2, 1].slice(0, room));
  }
});

test("what is not readable is nothing", () => {
  sessionStorage.setItem("weir.draft.tries", "{");
  expect(lastTries()).toEqual([]);
});
