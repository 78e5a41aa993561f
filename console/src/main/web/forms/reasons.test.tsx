import { act, render } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, test } from "vitest";
import { forgetReason, lastReasons, rememberReason, useReason, type Reason } from "./reasons";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

let reason: Reason;

function Box() {
  reason = useReason("undo of 7");
  return null;
}

/** The box on a page, drawn anew as after a step or a reload. */
function open(page: string) {
  render(<MemoryRouter initialEntries={[page]}><Box /></MemoryRouter>);
  return reason.text;
}

test("what is typed is kept on its page until it is given or thrown away", () => {
  expect(open("/a")).toBe("undo of 7");
  act(() => reason.set("a ticket"));
  expect(open("/a?step=review")).toBe("a ticket");
  expect(open("/b")).toBe("undo of 7");
  act(() => reason.set(""));
  expect(open("/b")).toBe("");
  open("/a");
  reason.given();
  expect(open("/a")).toBe("undo of 7");
  expect(lastReasons()).toEqual(["a ticket"]);
  forgetReason("/b");
  expect(open("/b")).toBe("undo of 7");
});

test("the last five reasons are offered, newest first and each once", () => {
  ["a", "b", "c", "d", "e", "f", "b", " "].forEach(rememberReason);
  expect(lastReasons()).toEqual(["b", "f", "e", "d", "c"]);
});

test("what is stored badly is nothing", () => {
  localStorage.setItem("weir.reasons", "{");
  expect(lastReasons()).toEqual([]);
});
