import type { TextKey } from "../texts";

/** Why events of a type can never be undone, by the rule of the server (docs/audit.md, Reverting); undefined of all others. A test in a browser asks the server the same. */
export function neverUndone(type: string): TextKey | undefined {
  if (type.startsWith("ledger-key.")) return "history.undoLedgerKey";
  if (!type.startsWith("key.")) return undefined;
  return type.startsWith("key.created.") ? "history.undoKeyMade" : type.startsWith("key.used.") ? "history.undoUsed" : "history.undoKey";
}
