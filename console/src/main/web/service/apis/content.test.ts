import { expect, test } from "vitest";
import type { Api } from "../../api/types";
import { mergePatch } from "../../parts/pointer";
import { NEW_API, allRules, apiLabel, fieldsOf, frontRules, stepOf, type ApiFields } from "./content";

const whole: Api = {
  id: "api-71mm3zq8",
  serviceId: "service-9x2kd0aq",
  version: 3,
  position: 17,
  changedAt: "2026-01-01T00:00:00Z",
  name: "orders",
  description: "Owner: team orders",
  frontEnd: { path: "=/orders", method: "POST" },
  backEnd: { type: "VPC_RESOURCES", connectionMode: "VPC_UPSTREAM", upstreamId: "upstream-4n5bfklc", path: "/v2", method: "PUT", timeoutMillis: 7_000 },
  reachability: { status: "SAME_VPC" },
};

test("an API with every field set is no patch as it is, and one field changed is that field only", () => {
  const before = fieldsOf(whole);
  expect(mergePatch(before, structuredClone(before))).toBeUndefined();
  expect(mergePatch(before, { ...before, backEnd: { ...before.backEnd, timeoutMillis: 9_000 } })).toEqual({ backEnd: { timeoutMillis: 9_000 } });
  expect(mergePatch(before, { ...before, backEnd: { ...before.backEnd, method: undefined } })).toEqual({ backEnd: { method: null } });
});

const wrong = (values: ApiFields) => allRules(values).map(({ pointer }) => pointer);

test("a new API lacks a name, an upstream and a path", () => {
  expect(wrong(NEW_API)).toEqual(["/name", "/backEnd/upstreamId", "/backEnd/path"]);
  expect(frontRules(NEW_API).map(({ pointer }) => pointer)).toEqual(["/name"]);
  expect(wrong(fieldsOf(whole))).toEqual([]);
});

test.each(["", "orders", "/a/../b", "/a b", "/x{id}", "/{id}/{id}", `/${"x".repeat(512)}`, "/%zz"])("%s is no path", (path) => {
  expect(wrong({ ...fieldsOf(whole), frontEnd: { path, method: "ANY" } })).toContain("/frontEnd/path");
});

test.each(["/", "=/a", "/a/{id}", "/a/", "//a", "/a%2Fb", "/a;v=1"])("%s is a path", (path) => {
  expect(wrong({ ...fieldsOf(whole), frontEnd: { path, method: "ANY" } })).toEqual([]);
});

test("the back end uses only parameters that the front end has", () => {
  const values = (front: string, back: string): ApiFields => ({ ...fieldsOf(whole), frontEnd: { path: front, method: "ANY" }, backEnd: { ...whole.backEnd, path: back } });
  expect(wrong(values("/a/{id}", "/b/{id}"))).toEqual([]);
  expect(wrong(values("/a/{id}", "/b/{other}"))).toEqual(["/backEnd/path"]);
  expect(wrong(values("/a", "/b/{id}"))).toEqual(["/backEnd/path"]);
});

test.each([0, 1.5, 1_800_001, Number.NaN])("%s is no timeout", (timeoutMillis) => {
  expect(wrong({ ...fieldsOf(whole), backEnd: { ...whole.backEnd, timeoutMillis } })).toEqual(["/backEnd/timeoutMillis"]);
});

test("every field has a word, and a step that shows it", () => {
  for (const pointer of ["/name", "/description", "/frontEnd/path", "/frontEnd/method", "/backEnd/type", "/backEnd/connectionMode", "/backEnd/upstreamId", "/backEnd/path", "/backEnd/method", "/backEnd/timeoutMillis"]) {
    expect(apiLabel(pointer)).not.toContain("/");
    expect(stepOf(pointer)).toBe(pointer.startsWith("/backEnd") ? "back" : "front");
  }
});
