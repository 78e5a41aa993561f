import { expect, test } from "vitest";
import { withAt } from "./at";

test("a link has the time that is shown, unless it says one", () => {
  expect(withAt("/vpcs?q=a#b", undefined)).toBe("/vpcs?q=a#b");
  expect(withAt("/upstreams", "12")).toEqual({ pathname: "/upstreams", search: "?at=12" });
  expect(withAt("/upstreams?q=a b#top", "12")).toEqual({ pathname: "/upstreams", search: "?q=a+b&at=12", hash: "#top" });
  expect(withAt("?selected=vpc-1", "2026-01-01T00:00:00Z")).toEqual({ search: "?selected=vpc-1&at=2026-01-01T00%3A00%3A00Z" });
  expect(withAt("/upstreams?at=3", "12")).toEqual({ pathname: "/upstreams", search: "?at=3" });
  expect(withAt({ pathname: "/upstreams" }, "12")).toEqual({ pathname: "/upstreams", search: "?at=12" });
});
