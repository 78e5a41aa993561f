import { expect, test } from "vitest";
import { en } from "../texts/en";
import { STATES, lagOf, stateOf } from "./states";

test("every state is told in words, with what to do", () => {
  for (const state of ["COLD", "RESTORED", "CATCHING_UP", "LIVE", "DETACHED", "STUCK", "SNAPSHOT"]) {
    for (const key of [STATES[state]!.label, STATES[state]!.means, STATES[state]!.todo]) {
      expect((en.replicas as Record<string, string>)[key.slice("replicas.".length)], `${state} ${key}`).toBeTruthy();
    }
  }
});

test("who is not heard of is gone, whatever was said last", () => {
  expect(stateOf({ state: "LIVE", live: false }).label).toBe("replicas.gone");
  expect(stateOf({ state: "STUCK", live: true }).color).toBe("red");
  expect(stateOf({ state: "OF_A_NEWER_VERSION", live: true }).label).toBe("replicas.unknown");
});

test("a lag is counted in events, and a replica may know more than this page", () => {
  expect(lagOf(5, 8)).toBe("3 events behind");
  expect(lagOf(7, 8)).toBe("1 event behind");
  expect(lagOf(9, 8)).toBe(lagOf(8, 8));
  expect(lagOf(undefined, 8)).toBe("–");
});
