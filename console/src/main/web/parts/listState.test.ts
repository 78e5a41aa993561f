import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useTyped } from "./listState";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const typing = (tell: (text: string) => void = () => undefined) => {
  const hook = renderHook(({ outside, tell }) => useTyped(outside, tell), { initialProps: { outside: "", tell } });
  return {
    ...hook,
    type: (text: string) => act(() => hook.result.current[1](text)),
    wait: (millis: number) => act(() => vi.advanceTimersByTime(millis)),
    shown: () => hook.result.current[0],
  };
};

test("what is typed is told once, when typing pauses", () => {
  const tell = vi.fn();
  const { type, wait } = typing(tell);
  type("a");
  wait(200);
  type("ab");
  wait(249);
  expect(tell).not.toHaveBeenCalled();
  wait(1);
  expect(tell.mock.calls).toEqual([["ab"]]);
});

test("letters that are typed before the outside has followed stay", () => {
  const tell = vi.fn();
  const { type, wait, rerender, shown } = typing(tell);
  type("ab");
  wait(250);
  type("abc");
  rerender({ outside: "ab", tell });
  expect(shown()).toBe("abc");
  wait(250);
  expect(tell.mock.calls).toEqual([["ab"], ["abc"]]);
});

test("it is told as things are then", () => {
  const before = vi.fn();
  const now = vi.fn();
  const { type, wait, rerender } = typing(before);
  type("a");
  rerender({ outside: "", tell: now });
  wait(250);
  expect(before).not.toHaveBeenCalled();
  expect(now.mock.calls).toEqual([["a"]]);
});

test("what comes from outside is shown, and not told back", () => {
  const tell = vi.fn();
  const { type, wait, rerender, shown } = typing(tell);
  type("a");
  wait(250);
  rerender({ outside: "a", tell });
  rerender({ outside: "", tell });
  expect(shown()).toBe("");
  wait(1_000);
  expect(tell.mock.calls).toEqual([["a"]]);
});
