import { beforeEach, expect, test } from "vitest";
import type { Counts } from "../api/types";
import { firstSteps, hideSteps, stepsShown } from "./steps";

const empty: Counts = { vpcs: 0, instances: 0, networks: 0, upstreams: 0, services: 0, apis: 0, releases: 0, domains: 0 };
const next = (counts: Counts, service?: string) => firstSteps(counts, service).find(({ done }) => !done);

beforeEach(() => localStorage.clear());

test("the next step follows from what there is", () => {
  const order: (keyof Counts)[] = ["vpcs", "instances", "upstreams", "services", "apis", "releases"];
  const keys = ["vpc", "instance", "upstream", "service", "api", "release", "call"];
  let counts = empty;
  expect(next(counts)?.key).toBe("vpc");
  order.forEach((kind, index) => {
    counts = { ...counts, [kind]: 1 };
    expect(next(counts)?.key).toBe(keys[index + 1]);
  });
  expect(next({ ...empty, vpcs: 1, instances: 1, upstreams: 1, services: 1 }, "service-1")?.to).toBe("/services/service-1/apis/create");
});

test("a step creates something, which a scope may have no place for, or is done in the service", () => {
  expect(firstSteps(empty).map(({ key, creates }) => creates ?? key)).toEqual(["vpc", "instance", "upstream", "service", "api", "release", "call"]);
});

test("steps are shown until something is released, and then until they are hidden", () => {
  expect(stepsShown(empty)).toBe(true);
  expect(stepsShown({ ...empty, releases: 1 })).toBe(true);
  expect(stepsShown({ ...empty, releases: 2 })).toBe(false);
  hideSteps();
  expect(stepsShown({ ...empty, releases: 1 })).toBe(false);
  expect(stepsShown(empty)).toBe(true);
});
