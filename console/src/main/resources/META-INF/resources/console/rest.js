// The REST API under /v1, as the console uses it.

/** A problem (RFC 9457) that the server answered with, or that the server could not be reached. */
export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.title ?? "The request failed");
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.related = body.related ?? [];
  }
}

let lastWrite = 0;

async function call(method, path, { body, version, reason } = {}) {
  const headers = { Accept: "application/json, application/problem+json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  if (method !== "GET") headers["Weir-Actor"] = "console";
  if (reason) headers["Weir-Reason"] = reason;
  let response;
  try {
    response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Problem({ detail: "The management API cannot be reached." });
  }
  const text = await response.text();
  let value = null;
  try {
    value = text ? JSON.parse(text) : null;
  } catch {
    throw new Problem({ detail: `${method} ${path} answered ${response.status} with something that is not JSON.` });
  }
  if (!response.ok) throw new Problem(value ?? { detail: `${method} ${path} answered ${response.status}.` });
  if (method !== "GET") lastWrite = Math.max(lastWrite, Number(response.headers.get("Weir-Position") ?? 0));
  return value;
}

/** Reads what is at least as new as this page's last write. */
export function get(path) {
  if (!lastWrite) return call("GET", path);
  return call("GET", `${path}${path.includes("?") ? "&" : "?"}min_position=${lastWrite}`);
}

/** Every item of a list, page after page. */
export async function all(path) {
  const items = [];
  for (;;) {
    const page = await get(`${path}${path.includes("?") ? "&" : "?"}limit=100&offset=${items.length}`);
    items.push(...page.items);
    if (items.length >= page.total || page.items.length === 0) return items;
  }
}

export const post = (path, body, options) => call("POST", path, { ...options, body });
export const put = (path, body, options) => call("PUT", path, { ...options, body });
export const remove = (path, options) => call("DELETE", path, options);
