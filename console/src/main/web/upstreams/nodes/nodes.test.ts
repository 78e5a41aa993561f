import { describe, expect, test } from "vitest";
import type { NodeHealth } from "../../api/types";
import { canonical, isAddress, isAuthority } from "./address";
import { changedRow, emptyNode, nodeErrors, rowKey, sentNodes, type FormNode } from "./model";
import { isSeveral, parseNodes } from "./parse";
import { shares, sharesNow } from "./share";

const node = (address: string, weight = 1, port = 80): FormNode => ({ address, port, weight, draining: false });

describe("addresses", () => {
  test.each(["10.0.0.1", "pets.internal", "a", "a-b.c1", "::", "::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:10.0.0.1"])("%s is one", (text) => expect(isAddress(text)).toBe(true));
  test.each(["", "10.0.0.256", "10.0.0", "010.0.0.1", "a.1", "-a", "a-", "a..b", "1::2::3", "1:2:3:4:5:6:7", "g::", "a b", "a_b", `${"a".repeat(64)}.b`])("%s is none", (text) => expect(isAddress(text)).toBe(false));
  test("spellings of one host are the same", () => {
    expect(canonical("Pets.Internal")).toBe("pets.internal");
    expect(canonical("2001:DB8::0:1")).toBe(canonical("2001:db8:0:0:0:0:0:1"));
    expect(canonical("::ffff:10.0.0.1")).toBe(canonical("::ffff:a00:1"));
  });
  test("a host header may have a port", () => {
    expect(["pets.internal", "pets.internal:8443", "10.0.0.1:1", "[::1]", "[::1]:65535"].every(isAuthority)).toBe(true);
    expect(["", "a:0", "a:65536", "a:", "::1", "[a]", "a b", "a/b"].some(isAuthority)).toBe(false);
  });
});

describe("what is pasted", () => {
  const expected = [node("10.0.0.1", 5, 8080), node("pets.internal", 3, 81), node("2001:db8::1", 10, 82)];
  test.each([
    ["lines", "10.0.0.1:8080 5\npets.internal:81 3\n[2001:db8::1]:82\n"],
    ["CSV with headings", "address,port,weight\r\n10.0.0.1,8080,5\r\n\"pets.internal\",\"81\",\"3\"\r\n2001:db8::1,82,\r\n"],
    ["CSV with semicolons", "10.0.0.1;8080;5\npets.internal;81;3\n2001:db8::1;82"],
    ["cells of a sheet", "Address\tPort\tWeight\n10.0.0.1\t8080\t5\npets.internal\t81\t3\n2001:db8::1\t82\t"],
    ["with remarks", "# old\n10.0.0.1:8080 weight=5 # first\n\nhttp://pets.internal:81/ 3\n2001:db8::1 82"],
  ])("as %s", (_how, text) => expect(parseNodes(text)).toEqual({ nodes: expected, bad: [] }));
  test("draining is the fourth cell", () => expect(parseNodes("a,80,5,true").nodes).toEqual([{ ...node("a", 5), draining: true }]));
  test("what is no node is told with its line", () => {
    expect(parseNodes("a:80 1\nb 2 3 x\nwhat is this\nc:port 1\nd:80 much").bad.map(({ line }) => line)).toEqual([3, 4, 5]);
  });
  test("a value out of range is kept, for the grid to mark", () => expect(parseNodes("a:99999 500").nodes).toEqual([node("a", 500, 99_999)]));
  test("one address is pasted as it is", () => {
    expect(isSeveral("10.0.0.1")).toBe(false);
    expect(isSeveral("2001:db8::1")).toBe(false);
    expect(isSeveral("10.0.0.1:80")).toBe(true);
    expect(isSeveral("10.0.0.1\t80")).toBe(true);
    expect(isSeveral("a\nb")).toBe(true);
  });
});

describe("what is wrong in rows", () => {
  test("what is not filled in is only wrong at the end", () => {
    expect(nodeErrors([{ address: "" }], false).size).toBe(0);
    expect(Object.keys(nodeErrors([{ address: "" }], true).get(0)!)).toEqual(["address", "port", "weight"]);
  });
  test("values and duplicates are marked at once", () => {
    const errors = nodeErrors([node("A"), node("a"), node("a", 1, 81), node("a b"), node("c", 101), node("d", 1.5), node("e", 1, 0)], false);
    expect([...errors.keys()]).toEqual([1, 3, 4, 5, 6]);
    expect(errors.get(1)!.address).toContain("1");
  });
  test("empty rows are not sent", () => expect(sentNodes([node(" a "), emptyNode()])).toEqual([node("a")]));
});

describe("rows", () => {
  test("are told apart, and stay what they are when they change or others go", () => {
    const rows = [node("a"), node("a"), emptyNode()];
    const keys = rows.map(rowKey);
    expect(new Set(keys).size).toBe(3);
    const changed = rows.map((row, index) => (index === 1 ? changedRow(changedRow(row, { weight: 5 }), { draining: true }) : row));
    expect(changed[1]).toEqual({ ...node("a", 5), draining: true });
    expect(changed.map(rowKey)).toEqual(keys);
    expect(changed.slice(1).map(rowKey)).toEqual(keys.slice(1));
  });
  test("are others once all are read anew", () => {
    const row = node("a");
    expect(rowKey({ ...row })).not.toBe(rowKey(row));
  });
});

describe("shares", () => {
  const found = (replica: string, ...unhealthy: string[]): NodeHealth[] => ["a", "b", "c"].map((name) => ({ node: `${name}:80`, replica, since: "", health: unhealthy.includes(name) ? "UNHEALTHY" : "HEALTHY" }));
  const nodes = [node("a", 5), node("b", 3), node("c", 2)];
  test("go by weight", () => {
    expect(shares(nodes)).toEqual([0.5, 0.3, 0.2]);
    expect(shares([node("a", 5), { ...node("b", 5), draining: true }, node("c", 0)])).toEqual([1, 0, 0]);
    expect(shares([node("a", 0)])).toEqual([0]);
    expect(shares([{ address: "a" }])).toEqual([0]);
  });
  test("leave out what a replica finds unhealthy, each for itself", () => {
    expect(sharesNow(nodes, found("one", "a")).shares).toEqual([0, 0.6, 0.4]);
    sharesNow(nodes, [...found("one", "a"), ...found("two")]).shares.forEach((share, index) => expect(share).toBeCloseTo([0.25, 0.45, 0.3][index]!));
  });
  test("go by weight again where too few are healthy", () => {
    expect(sharesNow(nodes, found("one", "a", "b", "c"))).toEqual({ shares: [0.5, 0.3, 0.2], replicas: 1, failOpen: 1 });
    expect(sharesNow(nodes, found("one", "a", "b"), 50)).toMatchObject({ shares: [0.5, 0.3, 0.2], failOpen: 1 });
    expect(sharesNow(nodes, found("one", "a"), 50)).toMatchObject({ shares: [0, 0.6, 0.4], failOpen: 0 });
  });
  test("are by weight where nothing is known", () => expect(sharesNow(nodes, [])).toEqual({ shares: [0.5, 0.3, 0.2], replicas: 0, failOpen: 0 }));
});
