import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Difference } from "../api/types";
import type { Names } from "../parts/names";
import { plain, refsOf, sentence, type Told } from "./sentence";

const GOLDEN = "../contracts/src/test/resources/golden";

function golden(file: string): Told {
  const { headers, value } = JSON.parse(readFileSync(`${GOLDEN}/${file}`, "utf8")) as { headers: Record<string, string>; value: string };
  return {
    position: Number(headers.ce_sequence),
    stream: headers.ce_subject!,
    type: headers.ce_type!,
    subjects: headers.ce_subjects!.split(" "),
    actor: headers.ce_actor!,
    data: JSON.parse(value) as unknown,
    changes: [],
  };
}

const NAMES: Names = new Map([
  ["vpc-4n5bfklc", { name: "core" }],
  ["service-zyxwvuts", { name: "shop" }],
  ["instance-a1b2c3d4", { name: "edge" }],
  ["upstream-0a1b2c3d", { name: "orders" }],
  ["api-77777777", { name: "orders" }],
  ["ccn-q2w3e4r5", { name: "all" }],
  ["key-m1n2b3v4", { name: "deployer" }],
]);

const SENTENCES: Record<string, string> = {
  "api.changed.v1": "李@example.com changed orders",
  "api.created.v1": "ada created API orders (GET =/orders) in shop",
  "api.deleted.v1": "ada deleted API orders in shop",
  "cloud-connect-network.changed.v1": "李@example.com changed everything",
  "cloud-connect-network.created.v1": "ada created Cloud Connect Network all",
  "cloud-connect-network.deleted.v1": "ada deleted Cloud Connect Network all",
  "domain.bound.v1": "ada bound api.shop.example to test of shop",
  "domain.changed.v1": "李@example.com changed api.shop.example",
  "domain.unbound.v1": "ada unbound api.shop.example",
  "instance.changed.v1": "ada changed edge",
  "instance.created.v1": "李@example.com created instance edge in core",
  "instance.deleted.v1": "李@example.com deleted instance edge",
  "key.created.v1": "ada created key deployer with role operator",
  "key.expired.v1": "The time of key deployer is over",
  "key.revoked.v1": "ada revoked key deployer",
  "key.used.v1": "李@example.com came with key deployer for the first time",
  "ledger-key.created.v1": "李@example.com had checkpoints signed with ledger-key-4n5bfklc from now on",
  "ledger-key.retired.v1": "李@example.com retired ledger-key-4n5bfklc, which signs no checkpoint any more",
  "link.attached.v1": "ada attached core to all",
  "link.detached.v1": "ada detached core from all",
  "service.changed.v1": "李@example.com changed shop",
  "service.created.v1": "ada created service shop on edge",
  "service.deleted.v1": "李@example.com deleted service shop, and with it its APIs and releases",
  "service.environment-switched.v1": "李@example.com pointed release of shop to release-9z8y7x6w",
  "service.environment-unreleased.v1": "李@example.com took test of shop off; it answers nothing",
  "service.released.v1": "ada released 1 API of shop to test",
  "service.released.v2": "ada released 1 API of shop to test",
  "service.released.v3": "ada released 1 API of shop to test",
  "service.released.v3.second": "ada released 1 API of shop to prepub",
  "upstream.created.v1": "李@example.com created VPC upstream orders in core with 3 nodes",
  "upstream.deleted.v1": "ada deleted VPC upstream orders",
  "upstream.nodes-changed.v1": "李@example.com changed the nodes of orders",
  "upstream.settings-changed.v1": "ada changed orders_v2",
  "vpc.changed.v1": "李@example.com changed core",
  "vpc.created.v1": "ada created VPC core",
  "vpc.deleted.v1": "ada deleted VPC core",
};

const FILES = readdirSync(GOLDEN).flatMap((release) => readdirSync(`${GOLDEN}/${release}`).filter((file) => file.endsWith(".json")).map((file) => `${release}/${file}`));

test.each(FILES)("every event that was ever written has its sentence: %s", (file) => {
  const event = golden(file);
  expect(plain(sentence(event, NAMES))).toContain(SENTENCES[event.type]!.split(" ").slice(1, 3).join(" "));
});

test.each(Object.entries(SENTENCES))("%s", (type, expected) => {
  const file = FILES.filter((each) => each.endsWith(`/${type}.json`)).at(-1)!;
  expect(plain(sentence(golden(file), NAMES))).toBe(expected);
});

test("every schema of an event has its sentence", () => {
  const types = readdirSync("../contracts/src/main/resources/schemas").map((file) => file.replace(/\.json$/, ""));
  expect(types.filter((type) => !(type in SENTENCES))).toEqual([]);
});

test.each(FILES)("without data, names and changes there is a sentence, too: %s", (file) => {
  const { data: _data, changes: _changes, ...summary } = golden(file);
  const said = plain(sentence(summary));
  expect(said).not.toMatch(/undefined|\{/);
  expect(said).toMatch(/[a-z]/);
});

describe("changes of nodes", () => {
  const event = { ...golden("v4/upstream.nodes-changed.v1.json"), actor: "bob" };
  const say = (...changes: Difference[]) => plain(sentence({ ...event, changes }, NAMES));
  test("a weight", () => {
    expect(say({ pointer: "/nodes/10.0.0.1:80/weight", from: 5, to: 8 })).toBe("bob set weight of 10.0.0.1:80 in orders from 5 to 8");
  });
  test("draining", () => {
    expect(say({ pointer: "/nodes/[2001:db8::1]:80/draining", from: false, to: true })).toBe("bob began to drain [2001:db8::1]:80 in orders");
    expect(say({ pointer: "/nodes/10.0.0.1:80/draining", from: true, to: false })).toBe("bob ended the draining of 10.0.0.1:80 in orders");
  });
  test("come and gone", () => {
    expect(say({ pointer: "/nodes/10.0.0.1:80", to: { address: "10.0.0.1", port: 80, weight: 7 } })).toBe("bob added node 10.0.0.1:80 with weight 7 to orders");
    expect(say({ pointer: "/nodes/10.0.0.1:80", from: { address: "10.0.0.1", port: 80, weight: 7 } })).toBe("bob removed node 10.0.0.1:80 from orders");
  });
  test("many are cut", () => {
    const weights = [1, 2, 3, 4, 5].map((n) => ({ pointer: `/nodes/10.0.0.${n}:80/weight`, from: n, to: 9 }));
    expect(say(...weights.slice(0, 2))).toBe("bob changed the nodes of orders: Node 10.0.0.1:80, Weight from 1 to 9, Node 10.0.0.2:80, Weight from 2 to 9");
    expect(say(...weights)).toBe("bob changed the nodes of orders: Node 10.0.0.1:80, Weight from 1 to 9, Node 10.0.0.2:80, Weight from 2 to 9 and 3 more");
  });
  test("their order", () => {
    expect(say({ pointer: "/nodes", from: ["10.0.0.1:80", "10.0.0.2:80"], to: ["10.0.0.2:80", "10.0.0.1:80"] })).toBe("bob changed the nodes of orders: Node List");
  });
});

describe("changes of settings", () => {
  const event = golden("v4/upstream.settings-changed.v1.json");
  const say = (...changes: Difference[]) => plain(sentence({ ...event, changes }, NAMES));
  test("one, in the form's words", () => {
    expect(say({ pointer: "/retries", from: 5, to: 8 })).toBe("ada set Retry Attempts of orders_v2 from 5 to 8");
    expect(say({ pointer: "/hostHeader", to: "orders.internal" })).toBe("ada set Host Header of orders_v2 to orders.internal");
    expect(say({ pointer: "/hostHeader", from: "orders.internal" })).toBe("ada removed Host Header of orders_v2");
    expect(say({ pointer: "/vpcId", from: "vpc-00000000", to: "vpc-4n5bfklc" })).toBe("ada set VPC of orders_v2 from vpc-00000000 to core");
  });
  test("a long one is not told whole", () => {
    expect(say({ pointer: "/description", from: "", to: "x".repeat(200) })).toBe("ada changed Description of orders_v2");
  });
});

test("the names that are needed are asked for as of the event, those of what is deleted as of before", () => {
  expect(refsOf(golden("v4/upstream.deleted.v1.json"))).toEqual([{ kind: "upstream", id: "upstream-0a1b2c3d", at: 28 }]);
  expect(refsOf(golden("v4/api.created.v1.json")).map((ref) => ref.id)).toEqual(["api-77777777", "service-zyxwvuts"]);
});

test("what is deleted is linked as it was", () => {
  const part = sentence(golden("v4/upstream.deleted.v1.json"), NAMES).find((each) => each.kind === "object");
  expect(part).toMatchObject({ text: "orders", at: 28 });
});
