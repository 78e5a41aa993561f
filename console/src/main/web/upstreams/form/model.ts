import { limits } from "../../api/limits";
import type { Upstream, UpstreamRequest, Violation } from "../../api/types";
import { mergePatch, partsOf } from "../../parts/pointer";
import { t, type TextKey } from "../../texts";
import { isAuthority, isHostName, isIpv4, isIpv6 } from "../nodes/address";
import { emptyNode, isEmpty, nodeErrors, sentNodes, MAX_NODES, type FormNode } from "../nodes/model";

/** What the form holds: the fields of a request, and rows that are not complete yet. */
export type UpstreamForm = Omit<UpstreamRequest, "nodes" | "vpcId" | "retries" | "slowStartSeconds"> & {
  vpcId?: string;
  retries?: number;
  slowStartSeconds?: number;
  nodes: FormNode[];
};
export type HealthChecker = NonNullable<UpstreamRequest["healthChecker"]>;
export type Limits = NonNullable<UpstreamRequest["limits"]>;
export type Tls = NonNullable<UpstreamRequest["tls"]>;

const { UpstreamRequest: REQUEST, HealthChecker: CHECKER, UpstreamLimits: LIMIT, NodeTls: TLS } = limits;

export const HEALTH_CHECKER: HealthChecker = {
  enableActiveCheck: false,
  enablePassiveCheck: false,
  healthyHttpStatus: "200-399",
  unhealthyHttpStatus: "429,500-599",
  tcpFailureThreshold: CHECKER.tcpFailureThreshold.default,
  timeoutThreshold: CHECKER.timeoutThreshold.default,
  httpFailureThreshold: CHECKER.httpFailureThreshold.default,
  activeCheckHttpPath: CHECKER.activeCheckHttpPath.default,
  activeCheckTimeout: CHECKER.activeCheckTimeout.default,
  activeCheckInterval: CHECKER.activeCheckInterval.default,
  unhealthyTimeout: CHECKER.unhealthyTimeout.default,
  panicThreshold: CHECKER.panicThreshold.default,
};
export const LIMITS: Limits = { maxConnectionsPerNode: LIMIT.maxConnectionsPerNode.default, maxRequestsPerNode: LIMIT.maxRequestsPerNode.default, maxRequests: LIMIT.maxRequests.default };

/** A form for a new upstream, with every default in sight. */
export function emptyUpstream(vpcId?: string): UpstreamForm {
  return {
    name: "",
    vpcId,
    description: "",
    algorithm: "WEIGHTED_ROUND_ROBIN",
    protocol: "HTTP",
    hostHeader: "",
    nodes: [emptyNode()],
    retries: REQUEST.retries.default,
    retryOn: { statuses: [], nonIdempotent: false },
    httpVersion: "HTTP_1_1",
    slowStartSeconds: REQUEST.slowStartSeconds.default,
    limits: LIMITS,
  };
}

// what an answer has besides what can be sent
const ANSWERED = ["id", "version", "position", "changedAt", "apiCount", "warnings"];

/** The fields of an upstream that can be sent, those that this form does not know among them. */
export function formOf(upstream: Upstream): UpstreamForm {
  const fields = Object.fromEntries(Object.entries(upstream).filter(([name]) => !ANSWERED.includes(name))) as unknown as UpstreamForm;
  return { ...fields, nodes: upstream.nodes.map(({ health: _health, healthCause: _cause, healthSince: _since, ...node }) => node) };
}

/** What is sent for what the form holds: no empty texts, no empty rows, no TLS where none is spoken. */
export function requestOf({ name, hostHeader, nodes, tls, ...form }: UpstreamForm): UpstreamRequest {
  const request: Record<string, unknown> = { ...form, name: name || undefined, hostHeader: hostHeader || undefined, nodes: sentNodes(nodes) };
  if (tls && form.protocol === "HTTPS") request.tls = tls;
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as unknown as UpstreamRequest;
}

/** The merge patch of what was changed in the form; undefined if nothing was. */
export function patchOf(base: UpstreamForm, values: UpstreamForm): Record<string, unknown> | undefined {
  return mergePatch({ ...requestOf(base) }, { ...requestOf(values) });
}

/** Least and most of each number. */
export const RANGES = {
  "/retries": range(REQUEST.retries),
  "/slowStartSeconds": range(REQUEST.slowStartSeconds),
  "/limits/maxConnectionsPerNode": range(LIMIT.maxConnectionsPerNode),
  "/limits/maxRequestsPerNode": range(LIMIT.maxRequestsPerNode),
  "/limits/maxRequests": range(LIMIT.maxRequests),
  "/healthChecker/tcpFailureThreshold": range(CHECKER.tcpFailureThreshold),
  "/healthChecker/timeoutThreshold": range(CHECKER.timeoutThreshold),
  "/healthChecker/httpFailureThreshold": range(CHECKER.httpFailureThreshold),
  "/healthChecker/activeCheckTimeout": range(CHECKER.activeCheckTimeout),
  "/healthChecker/activeCheckInterval": range(CHECKER.activeCheckInterval),
  "/healthChecker/unhealthyTimeout": range(CHECKER.unhealthyTimeout),
  "/healthChecker/panicThreshold": range(CHECKER.panicThreshold),
};
export type NumberPointer = keyof typeof RANGES;

function range({ minimum, maximum }: { minimum: number; maximum: number }): [number, number] {
  return [minimum, maximum];
}

/** All that is wrong by the rules of the API, so that few refusals need a round trip. */
export function rules(form: UpstreamForm): Violation[] {
  const errors: Violation[] = [];
  const wrong = (pointer: string, key: TextKey, values = {}) => errors.push({ pointer, detail: t(key, values) });
  if (form.name && !new RegExp(REQUEST.name.pattern).test(form.name)) wrong("/name", "upstreams.badName");
  if (!form.vpcId) wrong("/vpcId", "upstreams.chooseVpc");
  if ((form.description ?? "").length > REQUEST.description.maxLength) wrong("/description", "upstreams.tooLong", { max: REQUEST.description.maxLength });
  if (form.hostHeader && !isAuthority(form.hostHeader)) wrong("/hostHeader", "upstreams.badHost");
  const rows = form.nodes.filter((node) => !isEmpty(node)).length;
  if (rows === 0) wrong(form.nodes.length > 0 ? "/nodes/0/address" : "/nodes", "upstreams.oneNode");
  if (rows > MAX_NODES) wrong("/nodes", "upstreams.tooManyNodes", { max: MAX_NODES });
  for (const [index, row] of nodeErrors(form.nodes, true)) {
    if (isEmpty(form.nodes[index]!)) continue;
    for (const [column, detail] of Object.entries(row)) errors.push({ pointer: `/nodes/${index}/${column}`, detail });
  }
  for (const [pointer, [min, max]] of Object.entries(RANGES)) {
    const [first, second] = partsOf(pointer) as [keyof UpstreamForm, string | undefined];
    const group = form[first] as Record<string, unknown> | number | undefined;
    if (second !== undefined && group === undefined) continue;
    const value = second === undefined ? group : (group as Record<string, unknown>)[second];
    if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) wrong(pointer, "forms.range", { min, max });
  }
  const checker = form.healthChecker;
  if (checker) {
    for (const name of ["healthyHttpStatus", "unhealthyHttpStatus"] as const) if (!new RegExp(CHECKER[name].pattern).test(checker[name] ?? "")) wrong(`/healthChecker/${name}`, "upstreams.badStatuses");
    if (!checker.activeCheckHttpPath?.startsWith("/")) wrong("/healthChecker/activeCheckHttpPath", "upstreams.badPath");
    if (checker.enablePassiveCheck && !checker.enableActiveCheck && checker.unhealthyTimeout === 0) wrong("/healthChecker/unhealthyTimeout", "upstreams.timeoutNeeded");
  }
  if (form.protocol === "HTTPS" && form.tls) {
    const { serverName, caCertificate, clientCertificate } = form.tls;
    if (serverName && !isHostName(serverName) && !isIpv4(serverName) && !isIpv6(serverName)) wrong("/tls/serverName", "upstreams.badHost");
    if (caCertificate && !new RegExp(TLS.caCertificate.pattern).test(caCertificate)) wrong("/tls/caCertificate", "upstreams.badCertificate");
    if (clientCertificate && !new RegExp(TLS.clientCertificate.pattern).test(clientCertificate)) wrong("/tls/clientCertificate", "upstreams.badCertificate");
  }
  return errors;
}
