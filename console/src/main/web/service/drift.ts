// What drafts have that a release has not, and the difference of two releases.
import type { Api, Difference, Release } from "../api/types";
import { differences } from "../parts/pointer";

/** What a release keeps of an API. */
export type ApiContent = Release["apis"][number];

export interface ApiChange {
  id: string;
  name: string;
  change: "added" | "changed" | "removed";
  /** Of a changed API: from the release to the draft, or from the one release to the other. */
  changes: Difference[];
}

const CONTENT = ["name", "description", "frontEnd", "backEnd"] as const;

function contentOf(api: Pick<Api, (typeof CONTENT)[number]>): Record<string, unknown> {
  return Object.fromEntries(CONTENT.map((name) => [name, api[name]]));
}

/** What the APIs `to` have that `from` have not, by name. */
export function apiChanges(from: readonly ApiContent[], to: readonly ApiContent[]): ApiChange[] {
  const before = new Map(from.map((api) => [api.id, api]));
  const after = new Set(to.map((api) => api.id));
  const found: ApiChange[] = from.filter((api) => !after.has(api.id)).map((api) => ({ id: api.id, name: api.name, change: "removed", changes: [] }));
  for (const api of to) {
    const old = before.get(api.id);
    if (old === undefined) found.push({ id: api.id, name: api.name, change: "added", changes: [] });
    else {
      const changes = differences(contentOf(old), contentOf(api));
      if (changes.length > 0) found.push({ id: api.id, name: api.name, change: "changed", changes });
    }
  }
  return found.sort((a, b) => a.name.localeCompare(b.name));
}
