import { describe, expect, test } from "vitest";
import type { Api, Instance, Network, Vpc } from "../api/types";
import { layout } from "./layout";
import { connected, matching, pairsOf, type Pair } from "./model";

const object = { description: "", version: 1, position: 1, changedAt: "2026-01-01T00:00:00Z" };
const vpc = (id: string): Vpc => ({ ...object, id, name: id, upstreamCount: 0 });
const network = (id: string, ...vpcs: string[]): Network => ({ ...object, id, name: id, links: vpcs.map((vpcId) => ({ vpcId, attached: true, position: 1 })) });
const instance = (id: string, vpcId: string): Instance => ({ ...object, id, name: id, vpcId, serviceCount: 1 });
const api = (id: string, serviceId: string, upstreamId: string, position?: number, by?: string) =>
  ({ id, serviceId, backEnd: { upstreamId }, reachability: { status: "VPC_NOT_CONNECTED", position, cloudConnectNetworkId: by } }) as Api;

describe("pairs", () => {
  test("APIs are grouped by the VPCs they need, with the newest event that broke one", () => {
    const inA = instance("i-1", "a");
    const apis = [api("1", "s", "u-b", 4, "n"), api("2", "s", "u-b", 9, "m"), api("3", "s", "u-c"), api("4", "gone", "u-b")];
    const pairs = pairsOf(apis, (id) => (id === "s" ? inA : undefined), (id) => id.slice(2));
    expect(pairs.map(({ from, to, apis: of, network: by, position, instances }) => [from, to, of.length, by, position, instances])).toEqual([
      ["a", "b", 2, "m", 9, ["i-1"]],
      ["a", "c", 1, undefined, undefined, ["i-1"]],
    ]);
  });

  test("what comes to be connected needs both of its VPCs in the network", () => {
    const pair = (from: string, to: string): Pair => ({ from, to, apis: [api(`${from}${to}`, "s", "u")], instances: [] });
    const ids = (...vpcs: string[]) => connected([pair("a", "b"), pair("a", "c")], vpcs, (id) => id).map(({ id }) => id);
    expect([ids("a"), ids("a", "b"), ids("c", "b"), ids("a", "b", "c")]).toEqual([[], ["ab"], [], ["ab", "ac"]]);
  });
});

describe("layout", () => {
  test("each VPC has one row, and each network a bar over its rows", () => {
    const drawn = layout(["d", "b", "a", "c"].map(vpc), [network("n", "a", "c"), network("unused"), network("m", "c", "d")]);
    expect(drawn.rows.map(({ id }) => id)).toEqual(["d", "c", "a", "b"]);
    expect(drawn.bars.map(({ network: { id }, rows }) => [id, rows])).toEqual([
      ["m", [0, 1]],
      ["n", [1, 2]],
    ]);
    expect(drawn.unused.map(({ id }) => id)).toEqual(["unused"]);
  });

  test("bars of one lane never overlap, whatever the links are", () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 50; round++) {
      const vpcs = Array.from({ length: 1 + random(100) }, (_, index) => vpc(`v${index}`));
      const networks = Array.from({ length: random(12) }, (_, index) => network(`n${index}`, ...new Set(Array.from({ length: random(9) }, () => `v${random(vpcs.length)}`))));
      const drawn = layout(vpcs, networks);
      expect(new Set(drawn.rows.map(({ id }) => id)).size).toBe(vpcs.length);
      expect(drawn.bars.length + drawn.unused.length).toBe(networks.length);
      for (const a of drawn.bars) {
        for (const b of drawn.bars) {
          if (a === b || a.lane !== b.lane) continue;
          expect(a.rows.at(-1)! < b.rows[0]! || b.rows.at(-1)! < a.rows[0]!).toBe(true);
        }
      }
    }
  });

  test("networks of disjoint VPCs share one lane", () => {
    expect(layout(["a", "b", "c", "d"].map(vpc), [network("n", "a", "b"), network("m", "c", "d")]).lanes).toBe(1);
  });
});

test("a VPC is found by what is in it and what joins it", () => {
  const vpcs = ["a", "b", "c"].map(vpc);
  const found = (text: string) => matching(vpcs, [network("backbone", "b")], [instance("public", "c")], text).map(({ id }) => id);
  expect(found(" ")).toEqual(["a", "b", "c"]);
  expect(found("BACK")).toEqual(["b"]);
  expect(found("publ")).toEqual(["c"]);
});
