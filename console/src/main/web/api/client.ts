// HTTP as every page uses it: problems, positions, versions, reasons.
import { t } from "../texts";
import { reads } from "./reads";
import type { Violation } from "./types";

/** A problem (RFC 9457) that was answered, or `status` 0 if nobody answered. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: Violation[];
  readonly related: string[];
  readonly correlation?: string;

  constructor(body: { status?: number; code?: string; title?: string; detail?: string; errors?: Violation[]; related?: string[]; correlation?: string }) {
    super(body.detail ?? body.title ?? t("parts.failed"));
    this.status = body.status ?? 0;
    this.code = body.code ?? "UNREACHABLE";
    this.errors = body.errors ?? [];
    this.related = body.related ?? [];
    this.correlation = body.correlation;
  }

  /** Whether the same request may succeed a moment later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export interface Answer<T> {
  value: T;
  /** Position of the ledger that the answer knows of. */
  position: number;
  /** Version of the object, or of what it is a part of. */
  version?: number;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Write {
  method: Exclude<Method, "GET">;
  path: string;
  body?: unknown;
  /** The version that was seen; the write is refused with 412 if there is a newer one. */
  version?: number;
  reason?: string;
  /** Decide and tell what would be recorded, and record nothing. */
  dryRun?: boolean;
  /** Repeating a write with the same key does nothing new. */
  idempotencyKey?: string;
}

type Listener = () => void;
const loggedOut = new Set<Listener>();

/** Calls a listener whenever an answer says that nobody is logged in; returns how to stop that. */
export function onLoggedOut(listener: Listener): () => void {
  loggedOut.add(listener);
  return () => loggedOut.delete(listener);
}

let written = 0;

/** The position of the newest write of this page: reads ask for nothing older. */
export function lastWrite(): number {
  return written;
}

/** A text of any characters as a header value: an ext-value (RFC 8187, 3.2). */
export function extValue(text: string): string {
  return `UTF-8''${encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

export type Params = Record<string, string | number | boolean | undefined | null>;

/** A path with a query of those parameters that have a value. */
export function withQuery(path: string, params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}${path.includes("?") ? "&" : "?"}${query}`;
}

async function send<T>(method: Method, path: string, headers: Record<string, string>, body?: unknown, signal?: AbortSignal): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { Accept: "application/json, application/problem+json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem({ detail: t("parts.unreachable") });
  }
  const text = await response.text();
  let value: unknown;
  try {
    value = text === "" ? undefined : JSON.parse(text);
  } catch {
    throw new Problem({ status: response.status, detail: t("parts.notJson", { method, path, status: String(response.status) }) });
  }
  if (!response.ok) {
    if (response.status === 401 && !path.startsWith("/v1/session")) loggedOut.forEach((listener) => listener());
    throw new Problem({ detail: t("parts.answered", { method, path, status: String(response.status) }), ...(value as object), status: response.status });
  }
  const version = /^(?:W\/)?"(\d+)/.exec(response.headers.get("ETag") ?? "")?.[1];
  return { value: value as T, position: Number(response.headers.get("Weir-Position") ?? 0), version: version === undefined ? undefined : Number(version) };
}

const oneOf = (templates: readonly string[]) => new RegExp(`^(${templates.map((template) => template.replaceAll(/\{\w+\}/g, "[^/]+")).join("|")})(\\?|$)`);
const TELLS_PAST = oneOf(reads.at);
const WAITS = oneOf(reads.min_position);

/** Whether a path can be read as it was at a position or time; what cannot is always read as it is now. */
export function tellsPast(path: string): boolean {
  return TELLS_PAST.test(path);
}

/** Reads what is at least as new as this page's last write, or what was at a position or time in the past. */
export function read<T>(path: string, at?: string, signal?: AbortSignal): Promise<Answer<T>> {
  const query: Params = at && tellsPast(path) ? { at } : written > 0 && WAITS.test(path) && !/[?&]at=/.test(path) ? { min_position: written } : {};
  return send<T>("GET", withQuery(path, query), {}, undefined, signal);
}

export async function write<T>({ method, path, body, version, reason, dryRun, idempotencyKey }: Write): Promise<Answer<T>> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers["Content-Type"] = method === "PATCH" ? "application/merge-patch+json" : "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  if (reason) headers["Weir-Reason"] = extValue(reason);
  if (idempotencyKey && !dryRun) headers["Idempotency-Key"] = idempotencyKey;
  const answer = await send<T>(method, dryRun ? withQuery(path, { dry_run: true }) : path, headers, body);
  if (!dryRun) written = Math.max(written, answer.position);
  return answer;
}

/** The command of curl that sends a write, for people who want to repeat it elsewhere. */
export function curl({ method, path, body, version, reason }: Write): string {
  const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const lines = [`curl -X ${method} ${quote(`${window.location.origin}${path}`)}`, `-H "Authorization: Bearer $WEIR_KEY"`];
  if (version !== undefined) lines.push(`-H ${quote(`If-Match: "${version}"`)}`);
  if (reason) lines.push(`-H ${quote(`Weir-Reason: ${extValue(reason)}`)}`);
  if (body !== undefined) {
    lines.push(`-H ${quote(`Content-Type: ${method === "PATCH" ? "application/merge-patch+json" : "application/json"}`)}`);
    lines.push(`-d ${quote(JSON.stringify(body, null, 2))}`);
  }
  return lines.join(" \\\n  ");
}
