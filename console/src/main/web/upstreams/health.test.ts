import { expect, test } from "vitest";
import { en } from "../texts/en";
import { filtersOf, HEALTHS } from "./filters";
import { causeOf } from "./health";

test("why a node is unfit is told as the replica says it, if it says", () => {
  expect(causeOf({ health: "UNHEALTHY", cause: "connection refused" })).toBe("connection refused");
  expect(causeOf({ health: "UNHEALTHY" })).toBe(en.upstreams.noCause);
  expect(causeOf({ health: "HEALTHY" })).toBe("–");
});

test("the past is not filtered by health, which is not recorded", () => {
  expect(filtersOf(false)).toEqual(["vpc_id", "protocol", "health"]);
  expect(filtersOf(true)).toEqual(["vpc_id", "protocol"]);
  expect(HEALTHS.map(([health]) => health)).toEqual(["UNHEALTHY", "HEALTHY", "UNKNOWN"]);
});
