import { expect, test } from "vitest";
import { apiChanges, type ApiContent } from "./drift";

const api = (id: string, more: Partial<ApiContent> = {}): ApiContent => ({
  id,
  name: id,
  description: "",
  frontEnd: { path: `/${id}`, method: "ANY" },
  backEnd: { type: "VPC_RESOURCES", connectionMode: "VPC_UPSTREAM", upstreamId: "upstream-aaaaaaaa", path: "/", timeoutMillis: 15000 },
  ...more,
});

test("what is the same is no difference, whatever else a draft tells", () => {
  const draft = { ...api("a"), version: 7, position: 12, serviceId: "s", reachability: { status: "SAME_VPC" } };
  expect(apiChanges([api("a")], [draft])).toEqual([]);
});

test("added, removed and changed APIs are told apart, by name", () => {
  const changed = api("b", { frontEnd: { path: "/b2", method: "ANY" } });
  expect(apiChanges([api("b"), api("z")], [api("a"), changed])).toEqual([
    { id: "a", name: "a", change: "added", changes: [] },
    { id: "b", name: "b", change: "changed", changes: [{ pointer: "/frontEnd/path", from: "/b", to: "/b2" }] },
    { id: "z", name: "z", change: "removed", changes: [] },
  ]);
});

test("every field of an API counts", () => {
  const full = api("a");
  const others: Partial<ApiContent>[] = [
    { name: "other" },
    { description: "other" },
    { frontEnd: { ...full.frontEnd, path: "/other" } },
    { frontEnd: { ...full.frontEnd, method: "GET" } },
    { backEnd: { ...full.backEnd, upstreamId: "upstream-bbbbbbbb" } },
    { backEnd: { ...full.backEnd, path: "/other" } },
    { backEnd: { ...full.backEnd, method: "PUT" } },
    { backEnd: { ...full.backEnd, timeoutMillis: 1 } },
  ];
  for (const other of others) expect(apiChanges([full], [api("a", other)])).toHaveLength(1);
});

test("a value that came or went has no other side", () => {
  const full = api("a");
  const [came] = apiChanges([full], [api("a", { backEnd: { ...full.backEnd, method: "PUT" } })]);
  expect(came?.changes).toEqual([{ pointer: "/backEnd/method", to: "PUT" }]);
});
