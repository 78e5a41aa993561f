// The REST API under /v1, as the console uses it.

/** A problem (RFC 9457) that the server answered with, or that the server could not be reached. */
export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.title ?? "The request failed");
    this.status = body.status;
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.related = body.related ?? [];
  }
}

let lastWrite = 0;

/** A text of any characters as a header value: an ext-value (RFC 8187, 3.2). */
const extended = (text) => `UTF-8''${encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)}`;

/** The target of a `Link` header (RFC 8288) with `rel="next"`, or undefined. */
const following = (link) => /<([^>]*)>; rel="next"/.exec(link ?? "")?.[1];

async function call(method, path, options) {
  return (await answer(method, path, options)).value;
}

async function answer(method, path, { body, version, reason, key, type = "application/json" } = {}) {
  const headers = { Accept: "application/json, application/problem+json" };
  if (body !== undefined) headers["Content-Type"] = type;
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  if (method !== "GET") headers["Weir-Actor"] = "console";
  if (key) headers.Authorization = `Bearer ${key}`;
  if (reason) headers["Weir-Reason"] = extended(reason);
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
  if (!response.ok) throw new Problem({ status: response.status, ...(value ?? { detail: `${method} ${path} answered ${response.status}.` }) });
  if (method !== "GET") lastWrite = Math.max(lastWrite, Number(response.headers.get("Weir-Position") ?? 0));
  return { value, next: following(response.headers.get("Link")) };
}

/** Reads what is at least as new as this page's last write. */
export function get(path) {
  return call("GET", fresh(path));
}

const fresh = (path) => (lastWrite ? `${path}${path.includes("?") ? "&" : "?"}min_position=${lastWrite}` : path);

/** Every item of a list, page after page: each says where the next is, whatever others change meanwhile. */
export async function all(path) {
  const items = [];
  let next = fresh(`${path}${path.includes("?") ? "&" : "?"}limit=100`);
  while (next) {
    const page = await answer("GET", next);
    items.push(...page.value.items);
    next = page.next;
  }
  return items;
}

export const post = (path, body, options) => call("POST", path, { ...options, body });
export const patch = (path, body, options) => call("PATCH", path, { ...options, body, type: "application/merge-patch+json" });
export const put = (path, body, options) => call("PUT", path, { ...options, body });
export const remove = (path, options) => call("DELETE", path, options);
