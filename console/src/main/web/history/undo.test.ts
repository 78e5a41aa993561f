import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Difference, Event } from "../api/types";
import { mergePatch, needs, ofMerged, overwritten, putBack, undo } from "./undo";

const GOLDEN = "../contracts/src/test/resources/golden/v4";

function golden(type: string, changes: Difference[] = []): Event {
  const { headers, value } = JSON.parse(readFileSync(`${GOLDEN}/${type}.json`, "utf8")) as { headers: Record<string, string>; value: string };
  return { position: Number(headers.ce_sequence), stream: headers.ce_subject!, type: headers.ce_type!, subjects: headers.ce_subjects!.split(" "), actor: headers.ce_actor!, data: JSON.parse(value), changes } as unknown as Event;
}

const UPSTREAM = {
  id: "upstream-0a1b2c3d",
  version: 7,
  name: "orders",
  description: "typed since",
  retries: 8,
  hostHeader: "new.internal",
  healthChecker: { enableActiveCheck: true, activeCheckTimeout: 9 },
  tls: { verify: false },
  nodes: [
    { address: "10.0.0.2", port: 80, weight: 9 },
    { address: "10.0.0.1", port: 80, weight: 8 },
    { address: "2001:db8::1", port: 80, weight: 1 },
  ],
};

describe("only what the event changed is put back", () => {
  test.each<[string, Difference[], object]>([
    ["a value", [{ pointer: "/retries", from: 5, to: 8 }], { retries: 5 }],
    ["a value that was not there", [{ pointer: "/hostHeader", to: "new.internal" }], { hostHeader: null }],
    ["a value that went", [{ pointer: "/slowStartSeconds", from: 60 }], { slowStartSeconds: 60 }],
    ["a part of a part", [{ pointer: "/healthChecker/activeCheckTimeout", from: 5, to: 9 }], { healthChecker: { activeCheckTimeout: 5 } }],
    ["a part that came", [{ pointer: "/tls", to: { verify: false } }], { tls: null }],
    ["a part that went", [{ pointer: "/limits", from: { maxRequests: 5 } }], { limits: { maxRequests: 5 } }],
    ["the last member of a part", [{ pointer: "/tls/verify", to: false }], { tls: null }],
  ])("%s", (_what, changes, patch) => {
    expect(undo(golden("upstream.settings-changed.v1", changes), { now: UPSTREAM })).toEqual({ write: { method: "PATCH", path: "/v1/upstreams/upstream-0a1b2c3d", body: patch, version: 7 } });
  });

  const nodes = (...changes: Difference[]) => (putBack(UPSTREAM, changes).nodes as { address: string; weight: number }[]).map(({ address, weight }) => `${address} ${weight}`);
  test("a weight", () => expect(nodes({ pointer: "/nodes/10.0.0.1:80/weight", from: 5, to: 8 })).toEqual(["10.0.0.2 9", "10.0.0.1 5", "2001:db8::1 1"]));
  test("a node that came", () => expect(nodes({ pointer: "/nodes/[2001:db8::1]:80", to: {} })).toEqual(["10.0.0.2 9", "10.0.0.1 8"]));
  test("a node that went", () => expect(nodes({ pointer: "/nodes/10.0.0.7:80", from: { address: "10.0.0.7", port: 80, weight: 7 } })).toEqual(["10.0.0.2 9", "10.0.0.1 8", "2001:db8::1 1", "10.0.0.7 7"]));
  test("a weight of a node that is there no more", () => expect(nodes({ pointer: "/nodes/10.0.0.9:80/weight", from: 5, to: 8 })).toEqual(["10.0.0.2 9", "10.0.0.1 8", "2001:db8::1 1"]));
  test("the order", () => expect(nodes({ pointer: "/nodes", from: ["10.0.0.1:80", "10.0.0.2:80"], to: ["10.0.0.2:80", "10.0.0.1:80"] })).toEqual(["10.0.0.1 8", "10.0.0.2 9", "2001:db8::1 1"]));
});

test("for every change of an object: putting back and merging is as it was before", () => {
  const before = { a: 1, b: { c: 2, d: [1, 2] }, e: "x" };
  const after = { a: 2, b: { c: 2, f: true }, g: { h: 1 } };
  const changes: Difference[] = [{ pointer: "/a", from: 1, to: 2 }, { pointer: "/b/d", from: [1, 2] }, { pointer: "/e", from: "x" }, { pointer: "/b/f", to: true }, { pointer: "/g", to: { h: 1 } }];
  expect(putBack(after, changes)).toEqual(before);
  expect(mergePatch(after, before)).toEqual({ a: 1, b: { d: [1, 2], f: null }, e: "x", g: null });
});

test("what is so already is not undone again", () => {
  expect(undo(golden("upstream.settings-changed.v1", [{ pointer: "/retries", from: 8, to: 5 }]), { now: UPSTREAM })).toEqual({ refused: "history.undoAlready" });
});

test("whether it was changed again since", () => {
  expect(overwritten(golden("upstream.settings-changed.v1", [{ pointer: "/retries", from: 5, to: 8 }]), UPSTREAM)).toBe(false);
  expect(overwritten(golden("upstream.settings-changed.v1", [{ pointer: "/retries", from: 5, to: 7 }]), UPSTREAM)).toBe(true);
  expect(overwritten(golden("upstream.nodes-changed.v1", [{ pointer: "/nodes/10.0.0.1:80/weight", from: 5, to: 8 }]), UPSTREAM)).toBe(false);
  expect(overwritten(golden("upstream.nodes-changed.v1", [{ pointer: "/nodes/10.0.0.1:80/weight", from: 5, to: 6 }]), UPSTREAM)).toBe(true);
});

test("what is deleted comes back whole, as something new", () => {
  const changes = [{ pointer: "/name", from: "orders" }, { pointer: "/retries", from: 5 }, { pointer: "/nodes", from: [{ address: "10.0.0.1", port: 80, weight: 5 }] }];
  expect(undo(golden("upstream.deleted.v1", changes), {})).toEqual({
    write: { method: "POST", path: "/v1/upstreams", body: { name: "orders", retries: 5, nodes: [{ address: "10.0.0.1", port: 80, weight: 5 }] } },
    note: "history.undoNewId",
  });
  expect(undo(golden("domain.unbound.v1", [{ pointer: "/serviceId", from: "service-zyxwvuts" }, { pointer: "/environment", from: "test" }]), {})).toEqual({
    write: { method: "POST", path: "/v1/services/service-zyxwvuts/domains", body: { domain: "api.shop.example", environment: "test" } },
  });
});

test("an environment goes back to what it answered with", () => {
  const released = golden("service.released.v2");
  const path = "/v1/services/service-zyxwvuts/environments/test";
  expect(undo(released, { before: { releaseId: "release-00000000" }, now: { releaseId: "release-9z8y7x6w" } })).toEqual({ write: { method: "PUT", path, body: { releaseId: "release-00000000" } } });
  expect(undo(released, { before: { released: false }, now: { releaseId: "release-9z8y7x6w" } })).toEqual({ write: { method: "DELETE", path } });
  expect(undo(released, { before: { released: false }, now: { released: false } })).toEqual({ refused: "history.undoAlready" });
});

test("an environment and a link are undone at the version that was seen", () => {
  expect(needs(golden("service.released.v2")).version).toBe("/v1/services/service-zyxwvuts/environments/test");
  expect(undo(golden("service.released.v2"), { before: { releaseId: "release-00000000" }, now: { releaseId: "release-9z8y7x6w" }, seen: 9 })).toMatchObject({ write: { method: "PUT", version: 9 } });
  const attached = golden("link.attached.v1");
  expect(needs(attached).version).toMatch(/^\/v1\/cloud-connect-networks\/ccn-\w+\/links\/vpc-\w+$/);
  expect(undo(attached, { seen: 3 })).toMatchObject({ write: { method: "DELETE", version: 3 } });
});

test("of two changes that met, what was chosen is sent, at the version of the other", () => {
  const write = { method: "PATCH", path: "/v1/upstreams/upstream-0a1b2c3d", body: { retries: 5, description: "" }, version: 7 } as const;
  expect(ofMerged(write, { ...UPSTREAM, version: 8, retries: 6 }, { retries: 6, description: "" })).toEqual({ ...write, body: { description: "" }, version: 8 });
});

const TYPES = readdirSync(GOLDEN).filter((file) => file.endsWith(".json")).map((file) => file.replace(".json", ""));

test.each(TYPES)("%s is undone, or it is said why not", (type) => {
  const event = golden(type, [{ pointer: "/description", from: "", to: "x" }, { pointer: "/serviceId", from: "service-zyxwvuts" }]);
  const verdict = undo(event, { now: { version: 3, description: "x", serviceId: "service-zyxwvuts", releaseId: "release-9z8y7x6w" }, before: {} });
  if ("write" in verdict) expect(verdict.write.path).toMatch(/^\/v1\/[a-z-]+(\/[\w.-]+)*$/);
  else expect(verdict.refused).toMatch(/^history\.undo/);
  expect(verdict).not.toEqual({ refused: "history.undoUnknown" });
  expect(Object.values(needs(event)).every((path) => path === undefined || path.startsWith("/v1/"))).toBe(true);
});
