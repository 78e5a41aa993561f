/** Whether an event came after the moment that is shown: a position, or a time. */
export function isLater(event: { position: number; recordedAt: string }, at: string | undefined): boolean {
  if (at === undefined) return false;
  return /^\d+$/.test(at) ? event.position > Number(at) : new Date(event.recordedAt) > new Date(at);
}

/** A time of RFC 3339 as the browser's fields have it: local, without a zone. */
export function toLocal(time: string): string {
  if (!time) return "";
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "" : new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

export function fromLocal(text: string): string | undefined {
  const date = new Date(text);
  return text === "" || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
