import { beforeEach, expect, test, vi } from "vitest";
import { forgetDrafts } from "../forms/useDraft";
import { forgetTries, keep, lastTries } from "./kept";
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
  keep({ at: 1, values: EMPTY });
  const put = vi.spyOn(Storage.prototype, "setItem").mockImplementationOnce(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  keep({ at: 2, values: EMPTY });
  put.mockRestore();
  expect(lastTries().map(({ at }) => at)).toEqual([2]);
});

test("what is not readable is nothing", () => {
  sessionStorage.setItem("weir.draft.tries", "{");
  expect(lastTries()).toEqual([]);
});
