// A write whose answer was lost may have been recorded: sent again with the same key, it makes nothing twice.
import type { Write } from "./client";

const keys = new Map<string, string>();

const nameOf = ({ method, path, body, version }: Write) => `${method} ${path} ${version ?? ""} ${JSON.stringify(body)}`;

/** Characters that no other write has; unlike randomUUID, this is there on plain http, too. */
function made(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The key of a write that creates something: the same for the same content until that has succeeded. */
export function keyOf(write: Write): string | undefined {
  if (write.method !== "POST" || write.dryRun) return undefined;
  const name = nameOf(write);
  const key = keys.get(name) ?? made();
  keys.set(name, key);
  return key;
}

/** A write has succeeded: the next of the same content is meant to create another; and what was deleted can be created again. */
export function settled(write: Write): void {
  if (write.dryRun) return;
  if (write.method === "DELETE") keys.clear();
  else keys.delete(nameOf(write));
}
