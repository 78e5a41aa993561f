import { expect, test } from "vitest";
import type { Told } from "./sentence";
import { undoneIn } from "./undoneIn";

const [vpc, other, upstream, instance, service, api] = ["vpc-aaaaaaaa", "vpc-bbbbbbbb", "upstream-aaaaaaaa", "instance-aaaaaaaa", "service-aaaaaaaa", "api-aaaaaaaa"];

function told(type: string, stream: string, rest: Partial<Told> = {}): Told {
  return { position: 7, type, stream, subjects: [stream.slice(stream.indexOf("/") + 1)], actor: "alice", ...rest };
}

test.each([
  ["a VPC", told("vpc.changed.v1", `vpc/${vpc}`), { ids: [vpc] }],
  ["a VPC that gets a new id", told("vpc.deleted.v1", `vpc/${vpc}`), { ids: [] }],
  ["a network", told("cloud-connect-network.changed.v1", "cloud-connect-network/ccn-aaaaaaaa"), { ids: [] }],
  ["a link, by the VPC", told("link.attached.v1", "cloud-connect-network/ccn-aaaaaaaa", { data: { id: "ccn-aaaaaaaa", vpcId: other } }), { ids: [other] }],
  ["an instance, by itself and the VPC", told("instance.changed.v1", `instance/${instance}`, { data: { settings: { vpcId: vpc } } }), { ids: [instance, vpc] }],
  ["an instance that gets a new id", told("instance.deleted.v1", `instance/${instance}`, { changes: [{ pointer: "/vpcId", from: vpc }] }), { ids: [vpc] }],
  ["an upstream, by the VPC", told("upstream.settings-changed.v1", `upstream/${upstream}`, { data: { settings: { vpcId: vpc } } }), { ids: [vpc] }],
  ["an upstream that is gone", told("upstream.deleted.v1", `upstream/${upstream}`, { changes: [{ pointer: "/vpcId", from: vpc }] }), { ids: [vpc] }],
  ["nodes, whose event tells no VPC", told("upstream.nodes-changed.v1", `upstream/${upstream}`), { ids: [], upstream }],
  ["a service", told("service.environment-switched.v1", `service/${service}`), { ids: [], service }],
  ["a service that gets a new id", told("service.deleted.v1", `service/${service}`, { changes: [{ pointer: "/instanceId", from: instance }] }), { ids: [instance], instance }],
  ["an API, by the service", told("api.changed.v1", `api/${api}`, { data: { serviceId: service } }), { ids: [], service }],
  ["a domain, by the service", told("domain.unbound.v1", "domain/shop.example.com", { changes: [{ pointer: "/serviceId", from: service }] }), { ids: [], service }],
  ["what nobody can undo", told("ledger-key.created.v1", "ledger-key/ledger-key-aaaaaaaa"), undefined],
])("undoing what was done to %s", (_what, event, expected) => {
  expect(undoneIn(event)).toEqual(expected);
});
