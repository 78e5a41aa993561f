// What became of requests and attempts, in words.
import { locale, t, type TextKey } from "../texts";

export type Tone = "green" | "orange" | "red" | "grey" | "blue";

const FAILED = [
  "turned_away",
  "not_connected",
  "refused",
  "going_away",
  "stale",
  "broken",
  "reset",
  "malformed",
  "response_broken",
  "timed_out",
  "cut_short",
  "idle",
  "head_too_large",
  "no_room",
  "no_resources",
  "defect",
];
/** Not the node's doing. */
const CLIENTS = ["client_left", "client_stalled", "superseded", "pending"];
const RESULTS = ["answered", ...FAILED, ...CLIENTS];

/** What became of an attempt, in a word or two. */
export function resultText(result: string): string {
  return RESULTS.includes(result) ? t(`requests.result_${result}` as TextKey) : result;
}

/** Why an attempt ended so; undefined if there is nothing to explain. */
export function resultMeans(result: string): string | undefined {
  return result !== "answered" && RESULTS.includes(result) ? t(`requests.means_${result}` as TextKey) : undefined;
}

export function resultTone(result: string, status = 0): Tone {
  if (result === "answered") return status >= 500 ? "orange" : "green";
  return CLIENTS.includes(result) ? "grey" : "red";
}

const FAILURES = [
  "BAD_REQUEST",
  "NO_ROUTE",
  "METHOD_NOT_SUPPORTED",
  "CLIENT_STALLED",
  "BODY_TOO_LARGE",
  "URI_TOO_LONG",
  "HEADERS_TOO_LARGE",
  "EXPECTATION_FAILED",
  "VERSION_NOT_SUPPORTED",
  "MISDIRECTED",
  "INTERNAL_ERROR",
  "CONNECT_FAILED",
  "CONNECTION_BROKEN",
  "BAD_RESPONSE",
  "RETRY_BUDGET_EXHAUSTED",
  "NOT_CONFIGURED",
  "VPC_NOT_CONNECTED",
  "NO_ELIGIBLE_NODE",
  "OUT_OF_RESOURCES",
  "OVERLOADED",
  "TIMEOUT",
  "ATTEMPT_TIMEOUT",
  "RESPONSE_STALLED",
  "LOOP_DETECTED",
];

/** Why the gateway failed a request. */
export function failureText(code: string): string | undefined {
  return FAILURES.includes(code) ? t(`requests.failure_${code}` as TextKey) : undefined;
}

const FLAGS = ["CLIENT_LEFT", "RESPONSE_CUT", "FAIL_OPEN", "RETRY_BUDGET", "RETRIES_EXHAUSTED", "STATUS_RETRY_EXHAUSTED", "REPLAY_LIMIT", "NOT_IDEMPOTENT"];

export function flagText(flag: string): string {
  return FLAGS.includes(flag) ? t(`requests.flag_${flag}` as TextKey) : flag;
}

// RFC 9110, 15, and RFC 6585
const PHRASES: Record<number, string> = {
  200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content",
  301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect",
  400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
  412: "Precondition Failed", 413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type", 417: "Expectation Failed", 421: "Misdirected Request", 422: "Unprocessable Content",
  429: "Too Many Requests", 431: "Request Header Fields Too Large",
  500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout", 505: "HTTP Version Not Supported", 508: "Loop Detected",
};

/** A status with its reason phrase. */
export function statusText(status: number): string {
  // not of HTTP: how the data plane marks that there was nobody to answer
  if (status === 499) return `499 ${t("requests.clientLeft")}`;
  return PHRASES[status] ? `${status} ${PHRASES[status]}` : String(status);
}

export function statusTone(status: number): Tone {
  return status >= 500 ? "red" : status >= 400 ? "orange" : status >= 300 ? "blue" : status >= 200 ? "green" : "grey";
}

/** A length of time as people read it. */
export function duration(micros: number): string {
  const millis = micros / 1_000;
  if (millis >= 10_000) return `${(millis / 1_000).toLocaleString(locale, { maximumFractionDigits: 1 })} s`;
  return `${millis.toLocaleString(locale, { maximumFractionDigits: millis < 1 ? 2 : millis < 10 ? 1 : 0 })} ms`;
}

/** The server's word for what took longer than the longest that is told apart. */
const BEYOND_MICROS = 60_000_001;

/** How long a part of the requests took at most. */
export function quantile(micros: number | undefined): string {
  return micros === undefined ? "–" : micros >= BEYOND_MICROS ? "> 60 s" : duration(micros);
}

/** A number of bytes as people read it. */
export function size(bytes: number): string {
  if (bytes < 10_000) return t("requests.bytes", { n: bytes });
  const [unit, per] = bytes < 10_000_000 ? ["KiB", 1_024] : ["MiB", 1_048_576];
  return `${(bytes / per).toLocaleString(locale, { maximumFractionDigits: 1 })} ${unit}`;
}
