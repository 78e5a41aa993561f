import { expect, test } from "vitest";
import { neverUndone } from "./neverUndone";
import { TYPES } from "./types";

test("of all that can happen, only what happened to keys is never undone, each with its reason", () => {
  const never = TYPES.flatMap(({ kind, happens }) => happens.map((what) => `${kind}.${what}.v1`)).flatMap((type) => {
    const why = neverUndone(type);
    return why === undefined ? [] : [[type, why]];
  });
  expect(never).toEqual([
    ["key.created.v1", "history.undoKeyMade"],
    ["key.used.v1", "history.undoUsed"],
    ["key.expired.v1", "history.undoKey"],
    ["key.revoked.v1", "history.undoKey"],
    ["ledger-key.created.v1", "history.undoLedgerKey"],
    ["ledger-key.retired.v1", "history.undoLedgerKey"],
  ]);
});
