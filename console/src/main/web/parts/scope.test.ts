import { expect, test } from "vitest";
import { holdersOf, holdersOfService, placesFor, within, type Creatable } from "./scope";

const SERVICE = { id: "service-a", instanceId: "instance-a" };

test("a scope without ids is no limit", () => {
  expect(within([], ["vpc-a"])).toBe(true);
  expect(within([], [])).toBe(true);
});

test.each([
  ["vpc-a", { vpc: true, instance: true, upstream: true, network: false, service: true }],
  ["instance-a", { vpc: false, instance: true, upstream: false, network: false, service: true }],
  ["service-a", { vpc: false, instance: false, upstream: false, network: false, service: true }],
  ["service-b", { vpc: false, instance: false, upstream: false, network: false, service: false }],
])("what %s holds", (id, expected) => {
  const scope = [id];
  expect({
    vpc: within(scope, holdersOf({ id: "vpc-a" })),
    instance: within(scope, holdersOf({ id: "instance-a", vpcId: "vpc-a" })),
    upstream: within(scope, holdersOf({ id: "upstream-a", vpcId: "vpc-a" })),
    network: within(scope, holdersOf({ id: "ccn-a" })),
    service: within(scope, holdersOfService(SERVICE, { vpcId: "vpc-a" })),
  }).toEqual(expected);
});

test("what may be created somewhere", () => {
  const creatable = (...scope: string[]) => (["vpc", "network", "link", "instance", "upstream", "service", "domain"] as Creatable[]).filter((kind) => within(scope, placesFor(kind, scope)));
  expect(creatable()).toHaveLength(7);
  expect(creatable("vpc-a", "service-a")).toEqual(["link", "instance", "upstream", "service", "domain"]);
  expect(creatable("instance-a")).toEqual(["service", "domain"]);
  expect(creatable("service-a")).toEqual(["domain"]);
});
