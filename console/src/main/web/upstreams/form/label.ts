import { fieldLabel } from "../../parts/fields";
import { t, type TextKey } from "../../texts";

const GROUPS: Record<string, TextKey> = {
  "": "upstreams.one",
  "/retryOn": "upstreams.retryOn",
  "/healthChecker": "upstreams.healthChecker",
  "/limits": "upstreams.limits",
  "/tls": "upstreams.tls",
};

/** What the form calls the field of an upstream at a pointer; a node by its row, or by its address and port. */
export function labelOf(pointer: string): string {
  const group = GROUPS[pointer];
  if (group) return t(group);
  const [, row, rest] = /^\/nodes\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
  if (row === undefined) return fieldLabel(pointer, "upstream");
  return [t("upstreams.nodeRow", { row: Number(row) + 1 }), rest && fieldLabel(rest, "upstream")].filter(Boolean).join(", ");
}
