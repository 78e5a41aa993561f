// What the form of a request holds, and what comes of it.
import type { Api, EnvironmentName, Header, Release, TryAnswer, TryRequest, Violation } from "../api/types";
import { joinUrl, samplePath } from "../service/paths";
import { t } from "../texts";
import type { Target } from "./link";

export interface Values {
  /** Whether the request is of an environment of a service, or of a host as clients say it. */
  by: "service" | "host";
  serviceId: string;
  environment: string;
  host: string;
  /** Any if empty. */
  replicaId: string;
  method: string;
  /** With the query. */
  path: string;
  headers: Header[];
  body: string;
}

export const EMPTY: Values = { by: "service", serviceId: "", environment: "", host: "", replicaId: "", method: "GET", path: "/", headers: [], body: "" };

export const MAX_BODY = 65_536;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** The form as a link says it. */
export function valuesOf({ serviceId = "", environment = "", host = "", replicaId = "", method = "GET", path = "/" }: Target): Values {
  return { ...EMPTY, by: host && !serviceId ? "host" : "service", serviceId, environment, host, replicaId, method, path };
}

/** What of the form stands in its URL: neither headers nor body, which may hold secrets. */
export function targetOfValues({ by, serviceId, environment, host, replicaId, method, path }: Values): Target {
  return { ...(by === "host" ? { host } : { serviceId, environment }), replicaId, method: method === "GET" ? "" : method, path: path === "/" ? "" : path };
}

export const isBlank = ({ name, value }: Header) => name.trim() === "" && value.trim() === "";

/** What is sent; empty rows of headers are not. */
export function requestOf(values: Values): TryRequest {
  const { by, serviceId, environment, host, replicaId, method, path, body } = values;
  const headers = values.headers.filter((header) => !isBlank(header)).map(({ name, value }) => ({ name: name.trim(), value: value.trim() }));
  return {
    ...(replicaId && { replicaId }),
    ...(by === "host" ? { host: host.trim() } : { serviceId, environment: environment as EnvironmentName }),
    method: method as TryRequest["method"],
    path,
    ...(headers.length > 0 && { headers }),
    ...(body !== "" && { body }),
  };
}

/** Where a row of headers is in what is sent. */
export function headerPointer(headers: Header[], row: number): string {
  return `/headers/${headers.slice(0, row).filter((header) => !isBlank(header)).length}`;
}

export function rules(values: Values): Violation[] {
  const found: Violation[] = [];
  const wrong = (pointer: string, detail: string) => found.push({ pointer, detail });
  if (values.by === "host") {
    if (!/^[^\s/?#@]+$/.test(values.host.trim())) wrong("/host", t("tries.badHost"));
  } else {
    if (values.serviceId === "") wrong("/serviceId", t("forms.required"));
    if (values.environment === "") wrong("/environment", t("forms.required"));
  }
  if (!values.path.startsWith("/")) wrong("/path", t("tries.badPath"));
  else if (/[\s#]|[^\x21-\x7e]/.test(values.path)) wrong("/path", t("tries.encodePath"));
  values.headers.forEach((header, row) => {
    const name = header.name.trim();
    const pointer = `${headerPointer(values.headers, row)}/name`;
    if (isBlank(header)) return;
    if (name === "") wrong(pointer, t("forms.required"));
    else if (!TOKEN.test(name)) wrong(pointer, t("tries.badHeader"));
  });
  if (new TextEncoder().encode(values.body).length > MAX_BODY) wrong("/body", t("tries.bodyTooLarge"));
  return found;
}

/** An API that answers in an environment, as it can be called. */
export interface Callable {
  id: string;
  name: string;
  method: string;
  path: string;
}

export function callable({ id, name, frontEnd }: Pick<Api, "id" | "name" | "frontEnd">): Callable {
  return { id, name, method: frontEnd.method === "ANY" ? "GET" : frontEnd.method, path: samplePath(frontEnd.path) };
}

export function callables(release: Pick<Release, "apis"> | undefined): Callable[] {
  return (release?.apis ?? []).map(callable).sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The command of curl that sends the same; to the address of a replica where it is known, as clients reach it otherwise. */
export function curlOf(values: Values, { address, url }: { address?: string; url?: string }): string | undefined {
  const { method, headers = [], body } = requestOf(values);
  const whole = url ?? (values.by === "host" && values.host ? joinUrl(`http://${values.host.trim()}`, values.path) : undefined);
  if (whole === undefined || !URL.canParse(whole)) return undefined;
  const { host, protocol } = new URL(whole);
  const path = whole.slice(whole.indexOf("/", protocol.length + 2));
  const at = address ?? host;
  const lines = [`curl -i${method === "HEAD" ? " --head" : method === "GET" && body === undefined ? "" : ` -X ${method}`} ${quote(`${protocol}//${at}${path}`)}`];
  if (at !== host) lines.push(`-H ${quote(`Host: ${host}`)}`);
  // by a semicolon curl is told of a header without a value; after a colon it would leave it out
  for (const { name, value } of headers) lines.push(`-H ${quote(value === "" ? `${name};` : `${name}: ${value}`)}`);
  if (body !== undefined) lines.push(`--data-binary ${quote(body)}`);
  return lines.join(" \\\n  ");
}

/** The URL of what a form asks for, where the environment says its own. */
export function urlOf(values: Values, environmentUrl: string | undefined): string | undefined {
  return values.by === "service" && environmentUrl ? joinUrl(environmentUrl, values.path.startsWith("/") ? values.path : `/${values.path}`) : undefined;
}

/** The body of an answer as people read it. */
export function bodyOf({ body, bodyBase64, headers }: Pick<TryAnswer, "body" | "bodyBase64" | "headers">): { kind: "none" | "json" | "text" | "bytes"; text: string } {
  if (bodyBase64) return { kind: "bytes", text: bodyBase64 };
  if (!body) return { kind: "none", text: "" };
  const type = headers.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  if (/[/+]json\b/i.test(type) || /^\s*[[{]/.test(body)) {
    try {
      return { kind: "json", text: JSON.stringify(JSON.parse(body), null, 2) };
    } catch {
      // cut, or no JSON after all
    }
  }
  return { kind: "text", text: body };
}
