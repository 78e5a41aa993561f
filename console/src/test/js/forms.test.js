// Forms of things that exist: what they do not show, and what nobody touched, stays as it is. Buttons that end something ask.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { body, withText } from "./dom.js";
import { network } from "../../main/resources/META-INF/resources/console/network.js";
import { all } from "../../main/resources/META-INF/resources/console/rest.js";
import { service } from "../../main/resources/META-INF/resources/console/services.js";
import { upstream } from "../../main/resources/META-INF/resources/console/upstreams.js";

const NEW = { aSettingOfALaterVersion: { some: ["thing"] } };
const UPSTREAM = {
  id: "upstream-aaaaaaaa", name: "pets", vpcId: "vpc-aaaaaaaa", description: "  kept as it is\r\n", algorithm: "WEIGHTED_ROUND_ROBIN", protocol: "HTTPS",
  hostHeader: "pets.internal", retries: 7, retryOn: { statuses: [503, 502], nonIdempotent: true, ...NEW }, httpVersion: "HTTP_2", slowStartSeconds: 9,
  healthChecker: { enableActiveCheck: true, enablePassiveCheck: false, activeCheckHttpPath: "/x", healthyHttpStatus: "200", ...NEW },
  tls: { verify: false, serverName: "a.internal", ...NEW }, nodes: [{ address: "10.0.0.1", port: 80, weight: 5, draining: false, health: "OFF", ...NEW }],
  version: 3, position: 9, apiCount: 1, ...NEW,
};
const API = {
  id: "api-aaaaaaaa", serviceId: "service-aaaaaaaa", name: "list", description: "owned by team pay", frontEnd: { path: "=/pets", method: "GET", ...NEW },
  backEnd: { type: "VPC_RESOURCES", connectionMode: "VPC_UPSTREAM", upstreamId: UPSTREAM.id, path: "/v2", method: "POST", timeoutMillis: 99, ...NEW }, version: 4, ...NEW,
};
const DOMAIN = { domain: "pets.example", serviceId: API.serviceId, environment: "test", certificate: "pets", version: 5, ...NEW };
const SERVICE = { id: API.serviceId, name: "shop", instanceId: "instance-aaaaaaaa", description: "", version: 1 };

const ENVIRONMENT = { serviceId: SERVICE.id, environment: "test", released: true, releaseId: "release-aaaaaaaa", url: "http://service-aaaaaaaa.gateway.example:21000/test/" };
const NETWORK = { id: "ccn-aaaaaaaa", name: "backbone", version: 2, links: [{ vpcId: UPSTREAM.vpcId, attached: true }] };

const LISTS = { apis: [API], domains: [DOMAIN], environments: [ENVIRONMENT], upstreams: [UPSTREAM], vpcs: [{ id: UPSTREAM.vpcId, name: "edge", version: 1 }], "cloud-connect-networks": [NETWORK] };
let writes;
let asked;
let answer;

globalThis.confirm = (question) => {
  asked.push(question);
  return answer;
};

globalThis.fetch = async (path, { method, headers, body: sent }) => {
  const resource = path.replace(/[?].*/, "");
  let found = { [`/v1/upstreams/${UPSTREAM.id}`]: UPSTREAM, [`/v1/services/${SERVICE.id}`]: SERVICE }[resource];
  if (method !== "GET") {
    for (const value of Object.values(headers)) assert.match(value, /^[ -~]*$/, "what fetch takes as a header");
    writes.push({ method, resource, type: headers["Content-Type"], body: sent && JSON.parse(sent), match: headers["If-Match"], reason: headers["Weir-Reason"] });
    found = API;
  }
  const items = resource.endsWith(`${UPSTREAM.id}/apis`) ? [] : LISTS[resource.split("/").at(-1)] ?? [];
  return { ok: true, status: 200, headers: new Map(), text: async () => JSON.stringify(found ?? { items, total: items.length, position: 9 }) };
};

beforeEach(() => {
  writes = [];
  asked = [];
});

async function open(page, label, nth = 0) {
  const buttons = page.flatMap((node) => [node, ...node.all()]).filter((node) => node.tag === "button" && node.textContent === label);
  await buttons[nth].listeners.click();
  return body.children.at(-1);
}

async function save(dialog) {
  const form = dialog.children[0];
  await form.listeners.submit({ preventDefault() {} });
  assert.ok(!body.children.includes(dialog), "the form closes");
}

const field = (dialog, pointer) => dialog.all().find((node) => node.attributes.id === pointer);
const pages = () => Promise.all([service(() => {}, SERVICE.id), upstream(() => {}, UPSTREAM.id)]);

test("a form in which nothing was changed changes nothing", async () => {
  const [ofService, ofUpstream] = await pages();
  await save(await open(ofService, "Change", 0));
  await save(await open(ofService, "Change", 1));
  await save(await open(ofUpstream, "Change"));
  assert.deepEqual(writes, []);
});

test("an API keeps what was not changed", async () => {
  const [ofService] = await pages();
  const dialog = await open(ofService, "Change", 0);
  assert.equal(field(dialog, "/description").value, API.description);
  field(dialog, "/backEnd/path").value = "/v3";
  field(dialog, "/backEnd/method").value = "";
  await save(dialog);
  const [{ method, resource, type, body: patch }] = writes;
  assert.deepEqual([method, resource, type, patch], ["PATCH", `/v1/services/${SERVICE.id}/apis/${API.id}`, "application/merge-patch+json", { backEnd: { path: "/v3", method: null } }]);
  assert.equal(writes.length, 1);
});

test("a domain keeps what was not changed", async () => {
  const [ofService] = await pages();
  const dialog = await open(ofService, "Change", 1);
  field(dialog, "/certificate").value = "";
  await save(dialog);
  const { certificate, ...rest } = DOMAIN;
  assert.deepEqual(writes.map((write) => [write.method, write.body]), [["PUT", rest]]);
});

test("an upstream keeps what was not changed", async () => {
  const [, ofUpstream] = await pages();
  const dialog = await open(ofUpstream, "Change");
  field(dialog, "/retries").value = "8";
  dialog.all().find((node) => node.attributes.name === "weight").value = "6";
  field(dialog, "/tls/serverName").value = "";
  await save(dialog);
  assert.deepEqual(writes.map((write) => [write.method, write.body]), [
    ["PATCH", { nodes: [{ ...UPSTREAM.nodes[0], weight: 6 }], retries: 8, tls: { serverName: null } }],
  ]);
});

test("an upstream that stops using TLS loses its settings for it", async () => {
  const [, ofUpstream] = await pages();
  const dialog = await open(ofUpstream, "Change");
  field(dialog, "/protocol").value = "HTTP";
  await save(dialog);
  assert.deepEqual(writes[0].body, { protocol: "HTTP", tls: null });
});

test("a reason may hold any character", async () => {
  const [ofService] = await pages();
  for (const reason of ["because", "50 % (it's *new*)", "naïve – 维护 😀"]) {
    writes = [];
    const dialog = await open(ofService, "Change", 0);
    field(dialog, "/name").value = "renamed";
    field(dialog, "reason").value = reason;
    await save(dialog);
    const [charset, language, text] = writes[0].reason.split("'");
    assert.deepEqual([charset, language, decodeURIComponent(text)], ["UTF-8", "", reason]);
  }
});

test("what ends something asks first, and ends what was seen", async () => {
  const [ofService, ofUpstream] = await pages();
  const ofNetwork = await network(() => {});
  const ends = [
    [ofService, "Delete", API.name, `/v1/services/${SERVICE.id}/apis/${API.id}`, '"4"'],
    [ofService, "Unrelease", "test", `/v1/services/${SERVICE.id}/environments/test`, '"1"'],
    [ofService, "Unbind", DOMAIN.domain, `/v1/services/${SERVICE.id}/domains/${DOMAIN.domain}`, '"5"'],
    [ofService, "Delete service", SERVICE.name, `/v1/services/${SERVICE.id}`, '"1"'],
    [ofUpstream, "Delete", UPSTREAM.name, `/v1/upstreams/${UPSTREAM.id}`, '"3"'],
    [ofNetwork, "Detach", NETWORK.name, `/v1/cloud-connect-networks/${NETWORK.id}/links/${UPSTREAM.vpcId}`, undefined],
    [ofNetwork, "Delete", "edge", `/v1/vpcs/${UPSTREAM.vpcId}`, '"1"'],
  ];
  for (const [page, label, named, resource, match] of ends) {
    for (answer of [false, true]) {
      asked = [];
      writes = [];
      await open(page, label);
      assert.equal(asked.length, 1, label);
      assert.ok(asked[0].includes(named), asked[0]);
      assert.deepEqual(writes.map((write) => [write.method, write.resource, write.match]), answer ? [["DELETE", resource, match]] : []);
    }
  }
});

test("the URL of an environment is the one that the server tells", async () => {
  const [ofService] = await pages();
  assert.ok(withText(ofService, "code", ENVIRONMENT.url));
});

test("a list is read page after page, each where the last says the next is", async () => {
  const PAGES = {
    "/v1/upstreams?limit=100": [["a", "b"], '</v1/upstreams?after=x&limit=100>; rel="next"'],
    "/v1/upstreams?after=x&limit=100": [["c"], undefined],
  };
  const fetched = globalThis.fetch;
  globalThis.fetch = async (path) => {
    const [items, link] = PAGES[path.replace(/&min_position=\d+/, "")];
    return { ok: true, status: 200, headers: new Map(link ? [["Link", link]] : []), text: async () => JSON.stringify({ items, position: 9 }) };
  };
  try {
    assert.deepEqual(await all("/v1/upstreams"), ["a", "b", "c"]);
  } finally {
    globalThis.fetch = fetched;
  }
});
