import { expect, test } from "vitest";
import { readNote } from "./checkpoint";

const NOTE = `weir/ledger/4e9f781b-f6fa-4bad-a1bd-4861802103ec
2
1IxrS/pin0aj8LMxriK+BXi/hx3gn2qlgidwhzX4upk=

— weir/ledger/4e9f781b-f6fa-4bad-a1bd-4861802103ec qV21siabcw+f5ejnYlXyS0dPAHMqJT+aU+j2cCB+oygoaOh5LPLseinkodSfK7ZaDQz9gyGGGcOmKzFHfM+KErZEugQ=
— weir/ledger/4e9f781b-f6fa-4bad-a1bd-4861802103ec gMZWYQAAAABrDSY+XbSTgtLUMwQpsseS6jxn53MQciK9J/G2UCLrhdO2aM1A3f9NRc5ZPOfQm14ukT7UdiBPFNqQzZ8Z8NqJdNc+DA==
`;

test("a checkpoint says how much it is of, and when it was signed", () => {
  const note = readNote(NOTE);
  expect(note).toMatchObject({ size: 2, root: "1IxrS/pin0aj8LMxriK+BXi/hx3gn2qlgidwhzX4upk=" });
  expect(new Date(note.signedAt!).toISOString()).toBe("2026-11-30T07:31:10.000Z");
});

test("what is no checkpoint is not taken for one", () => {
  expect(() => readNote("<html>")).toThrow();
});
