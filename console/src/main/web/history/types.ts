// The types of events, for choosing among them: each kind of object with what can happen to it.
import type { TextKey } from "../texts";

export const TYPES: { kind: string; label: TextKey; happens: string[] }[] = [
  { kind: "upstream", label: "fields.kindUpstream", happens: ["created", "settings-changed", "nodes-changed", "deleted"] },
  { kind: "service", label: "fields.kindService", happens: ["created", "changed", "released", "environment-switched", "environment-unreleased", "deleted"] },
  { kind: "api", label: "fields.kindApi", happens: ["created", "changed", "deleted"] },
  { kind: "domain", label: "fields.kindDomain", happens: ["bound", "changed", "unbound"] },
  { kind: "vpc", label: "fields.kindVpc", happens: ["created", "changed", "deleted"] },
  { kind: "cloud-connect-network", label: "fields.kindNetwork", happens: ["created", "changed", "deleted"] },
  { kind: "link", label: "fields.kindLink", happens: ["attached", "detached"] },
  { kind: "instance", label: "fields.kindInstance", happens: ["created", "changed", "deleted"] },
  { kind: "key", label: "fields.kindKey", happens: ["created", "used", "expired", "revoked"] },
  { kind: "ledger-key", label: "fields.kindLedgerKey", happens: ["created", "retired"] },
];

/** The words for what happened. */
export function happened(what: string): TextKey {
  return `history.did_${what.replace("-", "_")}` as TextKey;
}
