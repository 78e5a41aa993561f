import { expect, test } from "vitest";
import { keyOf, settled } from "./idempotency";

const create = { method: "POST", path: "/v1/vpcs", body: { name: "a" } } as const;

test("a write keeps its key until it has succeeded", () => {
  const key = keyOf(create);
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(keyOf({ ...create, body: { name: "a" }, reason: "again" })).toBe(key);
  settled({ ...create, dryRun: true });
  expect(keyOf(create)).toBe(key);
  settled(create);
  expect(keyOf(create)).not.toBe(key);
});

test("another path or content has another key", () => {
  const keys = [create, { ...create, body: { name: "b" } }, { ...create, path: "/v1/services" }].map(keyOf);
  expect(new Set(keys).size).toBe(3);
});

test("only what creates has a key, and no dry run", () => {
  for (const method of ["PUT", "PATCH", "DELETE"] as const) expect(keyOf({ method, path: "/v1/vpcs/vpc-1", body: {} })).toBeUndefined();
  expect(keyOf({ ...create, dryRun: true })).toBeUndefined();
});

test("what was deleted since can be created again", () => {
  const key = keyOf(create);
  settled({ method: "DELETE", path: "/v1/vpcs/vpc-1" });
  expect(keyOf(create)).not.toBe(key);
});
