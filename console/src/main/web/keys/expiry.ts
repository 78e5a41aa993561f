/** When a key ends: after days, at a time of the browser's zone, or never. */
export interface Expiry {
  choice: string;
  date: string;
}

export const DAYS = [30, 90, 365];

/** As the REST API takes it: whole seconds, UTC; undefined if never. */
export function expiresAt({ choice, date }: Expiry, now = Date.now()): string | undefined {
  if (choice === "never") return undefined;
  const time = choice === "date" ? new Date(date).getTime() : now + Number(choice) * 86_400_000;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}
