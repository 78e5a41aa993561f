import { expect, test } from "vitest";
import type { Upstream } from "../../api/types";
import { withAt } from "../../parts/pointer";
import { emptyUpstream, formOf, patchOf, requestOf, rules, type UpstreamForm } from "./model";

/** An upstream with every field of its schema set, each to something else than its default. */
const whole: Upstream = {
  id: "upstream-4n5bfklc",
  version: 7,
  position: 42,
  changedAt: "2026-01-01T00:00:00Z",
  apiCount: 3,
  name: "orders",
  vpcId: "vpc-77h2k1p0",
  description: "all of it",
  algorithm: "WEIGHTED_ROUND_ROBIN",
  protocol: "HTTPS",
  hostHeader: "orders.internal:8443",
  nodes: [
    { address: "10.0.0.1", port: 8443, weight: 5, draining: false, health: "HEALTHY" },
    { address: "2001:db8::1", port: 8443, weight: 0, draining: true, health: "UNHEALTHY", healthCause: "timed out", healthSince: "2026-01-01T00:00:00Z" },
  ],
  retries: 9,
  retryOn: { statuses: [502, 503], nonIdempotent: true },
  httpVersion: "HTTP_2",
  healthChecker: {
    enableActiveCheck: true,
    enablePassiveCheck: true,
    healthyHttpStatus: "200",
    unhealthyHttpStatus: "500-599",
    tcpFailureThreshold: 1,
    timeoutThreshold: 2,
    httpFailureThreshold: 3,
    activeCheckHttpPath: "/health?full",
    activeCheckTimeout: 4,
    activeCheckInterval: 6,
    unhealthyTimeout: 7,
    panicThreshold: 8,
  },
  slowStartSeconds: 30,
  limits: { maxConnectionsPerNode: 1, maxRequestsPerNode: 2, maxRequests: 3 },
  tls: { verify: false, serverName: "orders.internal", caCertificate: "ca", clientCertificate: "client" },
};

const leaves = (value: unknown, pointer = ""): string[] =>
  typeof value === "object" && value !== null ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${pointer}/${name}`)) : [pointer];

test("a form that is only opened changes nothing, whatever is set", () => {
  const form = formOf(whole);
  expect(rules(form)).toEqual([]);
  expect(patchOf(form, formOf(whole))).toBeUndefined();
  const { name: _name, hostHeader: _host, healthChecker: _checker, tls: _tls, ...bare } = whole;
  expect(patchOf(formOf(bare), formOf(bare))).toBeUndefined();
});

test("what is sent has every field but those that only answers have", () => {
  const { id: _id, version: _version, position: _position, changedAt: _at, apiCount: _count, ...sent } = whole;
  expect(requestOf(formOf(whole))).toEqual({ ...sent, nodes: sent.nodes.map(({ health: _health, healthCause: _cause, healthSince: _since, ...node }) => node) });
});

test("each field that is changed is sent, alone", () => {
  const form = formOf(whole);
  for (const pointer of leaves(form)) {
    const patch = patchOf(form, withAt(form, pointer, pointer.endsWith("/protocol") ? "HTTP" : "changed"));
    const first = pointer.split("/")[1]!;
    // without TLS there is nothing to say about it
    expect(Object.keys(patch ?? {}), pointer).toEqual(first === "protocol" ? ["protocol", "tls"] : [first]);
  }
});

test("a field that the form does not know is kept", () => {
  const newer = { ...whole, weather: "fine" } as Upstream;
  expect(requestOf(formOf(newer))).toHaveProperty("weather", "fine");
  expect(patchOf(formOf(newer), { ...formOf(newer), retries: 1 })).toEqual({ retries: 1 });
});

test("a new upstream is the mission's: retries 5, and only what is missing is told", () => {
  const form = emptyUpstream();
  expect(form.retries).toBe(5);
  expect(rules(form).map(({ pointer }) => pointer)).toEqual(["/vpcId", "/nodes/0/address"]);
});

test.each<[string, Partial<UpstreamForm>, string[]]>([
  ["a name", { name: "a b" }, ["/name"]],
  ["retries", { retries: 0 }, ["/retries"]],
  ["retries above", { retries: 101 }, ["/retries"]],
  ["no retries", { retries: undefined }, ["/retries"]],
  ["a host header", { hostHeader: "a b" }, ["/hostHeader"]],
  ["duplicates", { nodes: [{ address: "a", port: 1, weight: 1 }, { address: "A", port: 1, weight: 1 }] }, ["/nodes/1/address"]],
  ["too many nodes", { nodes: Array.from({ length: 201 }, (_none, index) => ({ address: `n${index}.x`, port: 1, weight: 1 })) }, ["/nodes"]],
  ["a checker", { healthChecker: { ...whole.healthChecker!, healthyHttpStatus: "x", activeCheckHttpPath: "x", panicThreshold: 101 } }, ["/healthChecker/panicThreshold", "/healthChecker/healthyHttpStatus", "/healthChecker/activeCheckHttpPath"]],
  ["passive alone", { healthChecker: { ...whole.healthChecker!, enableActiveCheck: false, unhealthyTimeout: 0 } }, ["/healthChecker/unhealthyTimeout"]],
  ["TLS", { tls: { verify: true, serverName: "a b", caCertificate: "../x" } }, ["/tls/serverName", "/tls/caCertificate"]],
  ["TLS that is not spoken", { protocol: "HTTP", tls: { verify: true, serverName: "a b" } }, []],
])("what is wrong with %s is told where it is", (_what, change, pointers) => {
  expect(rules({ ...formOf(whole), ...change }).map(({ pointer }) => pointer)).toEqual(pointers);
});
