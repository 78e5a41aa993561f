import { expect, test } from "vitest";
import { at, differences, equal, mergePatch, partsOf, pointerOf, withAt } from "./pointer";

const node = (address: string, weight: number) => ({ address, port: 80, weight });

test("a pointer escapes what has a meaning in it", () => {
  expect(pointerOf("a/b", "~", 0)).toBe("/a~1b/~0/0");
  expect(partsOf("/a~1b/~0/0")).toEqual(["a/b", "~", "0"]);
  expect(partsOf("")).toEqual([]);
});

test("a value is found and replaced where a pointer leads, and nothing else is touched", () => {
  const value = { nodes: [node("a", 1), node("b", 2)], tls: undefined as { verify: boolean } | undefined };
  expect(at(value, "/nodes/1/weight")).toBe(2);
  expect(at(value, "/nodes/7/weight")).toBeUndefined();
  expect(at(value, "")).toBe(value);
  const changed = withAt(withAt(value, "/nodes/1/weight", 9), "/tls/verify", false);
  expect(changed).toEqual({ nodes: [node("a", 1), node("b", 9)], tls: { verify: false } });
  expect(changed.nodes[0]).toBe(value.nodes[0]);
  expect(value.nodes[1]!.weight).toBe(2);
});

test("an absent field and an undefined one are the same", () => {
  expect(equal({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(equal({ a: 1, b: null }, { a: 1 })).toBe(false);
  expect(equal([1, 2], [2, 1])).toBe(false);
});

test("nodes differ by their address and port, whatever their place", () => {
  expect(differences({ nodes: [node("a", 1), node("b", 2)] }, { nodes: [node("b", 3), node("a", 1)] })).toEqual([{ pointer: "/nodes/b:80/weight", from: 2, to: 3 }]);
  expect(differences({ nodes: [node("a", 1)] }, { nodes: [node("::1", 1)] })).toEqual([
    { pointer: "/nodes/a:80", from: node("a", 1) },
    { pointer: "/nodes/[::1]:80", to: node("::1", 1) },
  ]);
});

test("a patch has what differs and nothing else", () => {
  expect(mergePatch({ name: "a", description: "", limits: { a: 1, b: 2 } }, { name: "a", description: "", limits: { a: 1, b: 2 } })).toBeUndefined();
  expect(mergePatch({ name: "a", hostHeader: "h", limits: { a: 1, b: 2 } }, { name: "a", limits: { a: 1, b: 3 } })).toEqual({ hostHeader: null, limits: { b: 3 } });
  expect(mergePatch({}, { tls: { verify: false } })).toEqual({ tls: { verify: false } });
  expect(mergePatch({ nodes: [node("a", 1)] }, { nodes: [node("a", 2)] })).toEqual({ nodes: [node("a", 2)] });
});
