import { expect, test } from "vitest";
import { merge } from "./merge";

const node = (address: string, weight: number) => ({ address, port: 80, weight });
const base = { name: "orders", retries: 5, hostHeader: "h" as string | undefined, limits: { a: 1, b: 1 }, nodes: [node("a", 1), node("b", 1)] };

test("what only one has changed is kept, on either side", () => {
  const merged = merge(base, { ...base, retries: 7, limits: { a: 2, b: 1 } }, { ...base, name: "orders_2", limits: { a: 1, b: 3 } });
  expect(merged.value).toEqual({ ...base, name: "orders_2", retries: 7, limits: { a: 2, b: 3 } });
  expect(merged.conflicts).toEqual([]);
  expect(merged.theirs.map(({ pointer }) => pointer)).toEqual(["/name", "/limits/b"]);
});

test("the same change by both is no conflict", () => {
  expect(merge(base, { ...base, retries: 7 }, { ...base, retries: 7 })).toMatchObject({ value: { retries: 7 }, conflicts: [], theirs: [] });
});

test("a field that both have changed is chosen", () => {
  const [yours, theirs] = [{ ...base, retries: 7 }, { ...base, retries: 9 }];
  expect(merge(base, yours, theirs)).toMatchObject({ value: { retries: 7 }, conflicts: [{ pointer: "/retries", base: 5, yours: 7, theirs: 9 }] });
  expect(merge(base, yours, theirs, { "/retries": "theirs" }).value.retries).toBe(9);
});

test("nodes are merged one by one", () => {
  const yours = { ...base, nodes: [node("a", 5), node("b", 1), node("c", 1)] };
  const theirs = { ...base, nodes: [node("b", 7), node("a", 1), node("d", 1)] };
  const merged = merge(base, yours, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(merged.value.nodes).toEqual([node("b", 7), node("a", 5), node("d", 1), node("c", 1)]);
});

test("a node that one removes and the other changes is a conflict, and may go", () => {
  const yours = { ...base, nodes: [node("a", 1)] };
  const theirs = { ...base, nodes: [node("a", 1), node("b", 9)] };
  expect(merge(base, yours, theirs).conflicts.map(({ pointer }) => pointer)).toEqual(["/nodes/b:80"]);
  expect(merge(base, yours, theirs).value.nodes).toEqual([node("a", 1)]);
  expect(merge(base, yours, theirs, { "/nodes/b:80": "theirs" }).value.nodes).toEqual([node("a", 1), node("b", 9)]);
});

test("a field that one has taken away is gone unless the other has changed it", () => {
  expect("hostHeader" in merge(base, { ...base, hostHeader: undefined }, { ...base, retries: 6 }).value).toBe(false);
  expect(merge(base, { ...base, hostHeader: undefined }, { ...base, hostHeader: "other" }).conflicts).toHaveLength(1);
});
