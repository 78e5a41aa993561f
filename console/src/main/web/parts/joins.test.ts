import { expect, test } from "vitest";
import type { Network } from "../api/types";
import { joins } from "./joins";

const network = (id: string, ...vpcs: string[]): Network => ({ id, name: id, description: "", version: 1, position: 1, changedAt: "", links: vpcs.map((vpcId) => ({ vpcId, attached: true, position: 1 })) });

test("two VPCs are joined by a network that has both", () => {
  expect(joins([network("x", "a"), network("y", "a", "c", "b")], "a", "b").joined?.id).toBe("y");
});

test("a VPC in one network and a VPC in another are not joined", () => {
  expect(joins([network("x", "a", "c"), network("y", "b", "c")], "a", "b").joined).toBeUndefined();
});

test("the network that joined them last is first, then the one with the least to attach", () => {
  const { candidates } = joins([network("none"), network("half", "b")], "a", "b");
  expect(candidates.map((candidate) => [candidate.network.id, candidate.attach])).toEqual([
    ["half", ["a"]],
    ["none", ["a", "b"]],
  ]);
  expect(joins([network("half", "b", "c"), network("last", "x")], "a", "b", "last").candidates[0]).toMatchObject({ network: { id: "last" }, attach: ["a", "b"] });
});
