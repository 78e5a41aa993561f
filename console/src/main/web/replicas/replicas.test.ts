import { expect, test } from "vitest";
import { en } from "../texts/en";
import { expiresBefore, expiryOf, holdersOf, problemsOf } from "./certificates";
import { STATES, delayOf, lagOf, stateOf } from "./states";

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

test("a delay is told in its largest unit, and none as up to date", () => {
  const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000] as const;
  expect([0, 1, second - 1].map(delayOf)).toEqual(["up to date", "less than a second behind", "less than a second behind"]);
  expect([second, minute - 1, minute, 2 * minute, hour, day - 1, day, 3 * day].map(delayOf)).toEqual([
    "1 second behind", "59 seconds behind", "1 minute behind", "2 minutes behind", "1 hour behind", "23 hours behind", "1 day behind", "3 days behind",
  ]);
  expect(delayOf(undefined)).toBe("–");
});

test("a certificate is marked when it is over, is so within 30 days, or is nowhere", () => {
  const now = Date.UTC(2026, 0, 1);
  const after = (days: number) => expiryOf(new Date(now + days * 86_400_000).toISOString(), now);
  expect(after(31)).toEqual({ text: "31 days left" });
  expect([after(30), after(29.9), after(1), after(0.5)]).toEqual([
    { text: "soon: 30 days left", status: "warning" },
    { text: "soon: 29 days left", status: "warning" },
    { text: "soon: 1 day left", status: "warning" },
    { text: "soon: under a day left", status: "warning" },
  ]);
  expect([after(0), after(-0.5), after(-1), after(-400)].map(({ text, status }) => [text, status])).toEqual([
    ["expired under a day ago", "danger"],
    ["expired under a day ago", "danger"],
    ["expired 1 day ago", "danger"],
    ["expired 400 days ago", "danger"],
  ]);
  expect(expiryOf(undefined, now).status).toBe("danger");
});

test("replicas are told by which certificate of a name they have, and by what is wrong with it", () => {
  const [first, later, last] = ["2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"];
  const replicas = [
    { replicaId: "a", notAfter: first },
    { replicaId: "b", notAfter: last, problem: "no key" },
    { replicaId: "c" },
    { replicaId: "d", notAfter: later },
    { replicaId: "e", notAfter: last, problem: "no key" },
    { replicaId: "f", problem: "no file" },
  ];
  expect(holdersOf({ name: "shop", notAfter: first, replicas })).toEqual({ on: ["a"], others: [[later, ["d"]], [last, ["b", "e"]]], lacking: ["c", "f"] });
  expect(problemsOf({ name: "shop", problem: "no key", replicas })).toEqual([["no key", ["b", "e"]], ["no file", ["f"]]]);
  expect(problemsOf({ name: "shop", problem: "no key" })).toEqual([["no key", []]]);
  expect(holdersOf({ name: "shop", replicas: [{ replicaId: "a" }] })).toEqual({ on: [], others: [], lacking: ["a"] });
  expect(holdersOf({ name: "shop" })).toEqual({ on: [], others: [], lacking: [] });
});

test("how far ahead is looked becomes a time, and what is no number of days does not", () => {
  const now = Date.parse("2026-11-30T10:20:30.400Z");
  expect(expiresBefore("30", now)).toBe("2026-12-30T10:20:00.000Z");
  expect(expiresBefore("0", now)).toBe("2026-11-30T10:20:00.000Z");
  for (const wrong of ["", "-1", "soon", "1e9", "12345"]) expect(expiresBefore(wrong, now)).toBeUndefined();
});
