// VPC upstreams: list, one with its nodes and associated APIs, create, change, delete.
import { asking, button, el, facts, heading, id, section, table, toast, when } from "./dom.js";
import { openForm } from "./form.js";
import { all, get, patch, post, remove } from "./rest.js";
import { upstreamBody, upstreamFields } from "./upstream-form.js";

const nameOf = (objects, wanted) => objects.find((one) => one.id === wanted)?.name ?? wanted;

const HEALTH = { HEALTHY: ["good", "healthy"], UNHEALTHY: ["bad", "unhealthy"], NO_DATA: ["warn", "no data yet"], OFF: ["soft", "not checked"] };

function health(state) {
  const [kind, words] = HEALTH[state] ?? ["soft", "–"];
  return el("span", { class: kind }, words);
}

/** How many nodes are unfit, in the list. */
function unfit(upstream) {
  const bad = upstream.nodes.filter((node) => node.health === "UNHEALTHY").length;
  if (bad > 0) return el("span", { class: "bad" }, `${bad} unhealthy`);
  return health(upstream.nodes.every((node) => node.health === upstream.nodes[0].health) ? upstream.nodes[0].health : "NO_DATA");
}

function checks({ healthChecker: by }) {
  const kinds = [by?.enableActiveCheck && `active (${by.activeCheckHttpPath} every ${by.activeCheckInterval} s)`, by?.enablePassiveCheck && "passive"].filter(Boolean);
  return kinds.length === 0 ? "off" : kinds.join(", ");
}

function panic({ healthChecker: by }) {
  return by?.panicThreshold ? `below ${by.panicThreshold} % healthy` : "when none is healthy";
}

function bounds({ limits }) {
  // absent for as long as the read model of an older release is being rebuilt
  if (!limits) return "";
  return `${limits.maxConnectionsPerNode} connections and ${limits.maxRequestsPerNode} requests a node, ${limits.maxRequests} requests in all`;
}

function conditions({ retryOn }) {
  const also = [...retryOn.statuses, ...(retryOn.nonIdempotent ? ["requests with effects"] : [])];
  return also.length === 0 ? "connection failures and timeouts" : `connection failures, timeouts, ${also.join(", ")}`;
}

function speech({ protocol, httpVersion, tls }) {
  const version = httpVersion === "HTTP_2" ? "HTTP/2" : "HTTP/1.1";
  return `${protocol}, ${version}${tls?.verify === false ? ", certificates not verified" : ""}${tls?.caCertificate ? `, CA ${tls.caCertificate}` : ""}`;
}

export async function upstreams(reload) {
  const [rows, vpcs] = await Promise.all([all("/v1/upstreams"), all("/v1/vpcs")]);
  const create = () =>
    openForm({
      title: "Create VPC upstream",
      fields: upstreamFields(vpcs),
      shape: upstreamBody,
      submit: async (body, reason) => {
        const made = await post("/v1/upstreams", body, { reason });
        toast(`Created ${made.id}`);
        reload();
      },
    });
  return [
    heading("VPC upstreams", button("Create VPC upstream", create, "primary")),
    section(
      "Upstreams", null,
      table(rows, [
        ["Name", (row) => el("a", { href: `#/upstreams/${row.id}` }, row.name ?? row.id)],
        ["Id", (row) => id(row.id)],
        ["VPC", (row) => nameOf(vpcs, row.vpcId)],
        ["Protocol", (row) => row.protocol],
        ["Nodes", (row) => row.nodes.length, "number"],
        ["Health", unfit],
        ["Retry attempts", (row) => row.retries, "number"],
        ["Associated APIs", (row) => row.apiCount, "number"],
      ], "No upstream yet. Create a VPC first (Network), then an upstream in it."),
    ),
  ];
}

export async function upstream(reload, key) {
  const [one, vpcs, apis, findings] = await Promise.all([get(`/v1/upstreams/${key}`), all("/v1/vpcs"), all(`/v1/upstreams/${key}/apis`), all(`/v1/upstreams/${key}/health`)]);
  const share = (node) => (node.draining ? 0 : node.weight);
  const total = one.nodes.reduce((sum, node) => sum + share(node), 0);
  const change = () =>
    openForm({
      title: `Change ${one.name ?? one.id}`,
      action: "Save",
      fields: upstreamFields(vpcs, one),
      exists: true,
      shape: (body) => upstreamBody(body, one),
      submit: async (body, reason) => {
        await patch(`/v1/upstreams/${key}`, body, { version: one.version, reason });
        toast("Saved; in effect on every replica");
        reload();
      },
    });
  const destroy = asking(`Delete ${one.name ?? one.id}?`, async () => {
    await remove(`/v1/upstreams/${key}`, { version: one.version });
    toast(`Deleted ${key}`);
    location.hash = "#/upstreams";
  });
  return [
    heading(one.name ?? one.id, button("Change", change), button("Delete", destroy, "danger")),
    section("Settings", null, facts([["Id", id(one.id)], ["VPC", `${nameOf(vpcs, one.vpcId)} (${one.vpcId})`], ["Description", one.description], ["Algorithm", "weighted round robin"], ["Nodes are spoken to in", speech(one)], ["Host header", one.hostHeader], ["Retry attempts", one.retries], ["Tried again after", conditions(one)], ["Health checks", checks(one)], ...(checks(one) === "off" ? [] : [["All nodes are used", panic(one)]]), ["Slow start", one.slowStartSeconds ? `${one.slowStartSeconds} s` : "off"], ["Limits of each replica", bounds(one)], ["Version", `${one.version}, event ${one.position}`]])),
    section("Nodes", null, table(one.nodes, [["Address", (node) => node.address], ["Port", (node) => node.port, "number"], ["Weight", (node) => node.weight, "number"], ["Share", (node) => (total ? `${((100 * share(node)) / total).toFixed(1)} %` : "–"), "number"], ["Health", (node) => health(node.health)], ["", (node) => (node.draining ? el("span", { class: "warn" }, "draining") : "")]], "No nodes.")),
    ...(checks(one) === "off" ? [] : [section("Health, as replicas find it", null, table(findings, [["Node", (row) => id(row.node)], ["Replica", (row) => id(row.replica)], ["Health", (row) => health(row.health)], ["Since", (row) => when(row.since)]], "No live replica has found anything yet."))]),
    section("Associated APIs", null, table(apis, [["API", (row) => el("a", { href: `#/services/${row.serviceId}` }, row.apiName ?? row.apiId)], ["Id", (row) => id(row.apiId)], ["Service", (row) => row.serviceName], ["Released in", (row) => row.environments.join(", ") || "draft only"]], "No API uses this upstream; it can be deleted.")),
  ];
}
