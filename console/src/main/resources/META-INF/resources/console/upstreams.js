// VPC upstreams: list, one with its nodes and associated APIs, create, change, delete.
import { button, el, facts, heading, id, section, table, toast } from "./dom.js";
import { openForm } from "./form.js";
import { all, get, post, put, remove } from "./rest.js";

const nameOf = (objects, wanted) => objects.find((one) => one.id === wanted)?.name ?? wanted;

function fields(vpcs, upstream = {}) {
  return [
    { pointer: "/name", label: "Name", value: upstream.name, hint: "up to 50 of a-z A-Z 0-9 _" },
    { pointer: "/vpcId", label: "VPC", kind: "select", required: true, value: upstream.vpcId, options: [["", "Choose a VPC"], ...vpcs.map((vpc) => [vpc.id, `${vpc.name} (${vpc.id})`])] },
    { pointer: "/description", label: "Description", kind: "textarea", value: upstream.description },
    { pointer: "/algorithm", label: "Algorithm", kind: "select", value: upstream.algorithm, options: [["WEIGHTED_ROUND_ROBIN", "weighted round robin"]] },
    { pointer: "/protocol", label: "Protocol", kind: "select", required: true, value: upstream.protocol ?? "HTTP", options: [["HTTP", "HTTP"], ["HTTPS", "HTTPS"]] },
    { pointer: "/hostHeader", label: "Host header", value: upstream.hostHeader, hint: "sent to nodes instead of their address" },
    { pointer: "/nodes", label: "Nodes", kind: "nodes", required: true, value: upstream.nodes, hint: "1 to 200; weight 0 to 100, 0 = no new requests" },
    { pointer: "/retries", label: "Retry attempts", kind: "number", value: upstream.retries ?? 5, hint: "1 to 100" },
  ];
}

export async function upstreams(reload) {
  const [rows, vpcs] = await Promise.all([all("/v1/upstreams"), all("/v1/vpcs")]);
  const create = () =>
    openForm({
      title: "Create VPC upstream",
      fields: fields(vpcs),
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
        ["Retry attempts", (row) => row.retries, "number"],
        ["Associated APIs", (row) => row.associatedApis, "number"],
      ], "No upstream yet. Create a VPC first (Network), then an upstream in it."),
    ),
  ];
}

export async function upstream(reload, key) {
  const [one, vpcs, apis] = await Promise.all([get(`/v1/upstreams/${key}`), all("/v1/vpcs"), all(`/v1/upstreams/${key}/apis`)]);
  const total = one.nodes.reduce((sum, node) => sum + node.weight, 0);
  const change = () =>
    openForm({
      title: `Change ${one.name ?? one.id}`,
      action: "Save",
      fields: fields(vpcs, one),
      submit: async (body, reason) => {
        await put(`/v1/upstreams/${key}`, body, { version: one.version, reason });
        toast("Saved; in effect on every data-plane node");
        reload();
      },
    });
  const destroy = async () => {
    if (!confirm(`Delete ${one.name ?? one.id}?`)) return;
    await remove(`/v1/upstreams/${key}`, { version: one.version });
    toast(`Deleted ${key}`);
    location.hash = "#/upstreams";
  };
  return [
    heading(one.name ?? one.id, button("Change", change), button("Delete", destroy, "danger")),
    section("Settings", null, facts([["Id", id(one.id)], ["VPC", `${nameOf(vpcs, one.vpcId)} (${one.vpcId})`], ["Description", one.description], ["Algorithm", "weighted round robin"], ["Protocol", one.protocol], ["Host header", one.hostHeader], ["Retry attempts", one.retries], ["Version", `${one.version}, event ${one.position}`]])),
    section("Nodes", null, table(one.nodes, [["Address", (node) => node.address], ["Port", (node) => node.port, "number"], ["Weight", (node) => node.weight, "number"], ["Share", (node) => (total ? `${((100 * node.weight) / total).toFixed(1)} %` : "–"), "number"]], "No nodes.")),
    section("Associated APIs", null, table(apis, [["API", (row) => el("a", { href: `#/services/${row.serviceId}` }, row.apiName ?? row.apiId)], ["Id", (row) => id(row.apiId)], ["Service", (row) => row.serviceName], ["Released in", (row) => row.environments.join(", ") || "draft only"]], "No API uses this upstream; it can be deleted.")),
  ];
}
