// Services: their APIs, releases and environments.
import { asking, button, el, facts, heading, id, section, table, toast, when } from "./dom.js";
import { openForm } from "./form.js";
import { merged } from "./merge-patch.js";
import { all, get, patch, post, put, remove } from "./rest.js";

const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "ANY"];
const ENVIRONMENTS = [["release", "release"], ["prepub", "prepub"], ["test", "test"]];

export async function services(reload) {
  const [rows, instances] = await Promise.all([all("/v1/services"), all("/v1/instances")]);
  const create = () =>
    openForm({
      title: "Create service",
      fields: [
        { pointer: "/name", label: "Name", required: true, hint: "up to 50 of a-z A-Z 0-9 _" },
        { pointer: "/description", label: "Description", kind: "textarea" },
        { pointer: "/instanceId", label: "Instance", kind: "select", options: [["", "Shared instance (cannot use VPC upstreams)"], ...instances.map((one) => [one.id, `${one.name} (${one.id})`])], value: instances[0]?.id },
      ],
      submit: async (body, reason) => {
        const made = await post("/v1/services", body, { reason });
        toast(`Created ${made.id}`);
        location.hash = `#/services/${made.id}`;
      },
    });
  return [
    heading("Services", button("Create service", create, "primary")),
    section("Services", null, table(rows, [["Name", (row) => el("a", { href: `#/services/${row.id}` }, row.name)], ["Id", (row) => id(row.id)], ["Instance", (row) => instances.find((one) => one.id === row.instanceId)?.name ?? row.instanceId ?? "shared"], ["APIs", (row) => row.apiCount, "number"]], "No service yet.")),
  ];
}

function reachability(api) {
  const { status, position } = api.reachability ?? {};
  if (status === "VPC_NOT_CONNECTED") return el("span", { class: "bad" }, "VPC not connected", position ? ` since event ${position}` : "");
  return el("span", { class: "good" }, status === "CONNECTED" ? `connected since event ${position}` : "same VPC");
}

function apiFields(upstreams, api = {}) {
  const { frontEnd = {}, backEnd = {} } = api;
  return [
    { pointer: "/name", label: "Name", required: true, value: api.name, hint: "up to 50 of a-z A-Z 0-9 _" },
    { pointer: "/description", label: "Description", kind: "textarea", value: api.description },
    { pointer: "/frontEnd/path", label: "Front-end path", required: true, value: frontEnd.path, placeholder: "/orders", hint: "/x everything that starts with it; =/x that path only; /x/{id} a template" },
    { pointer: "/frontEnd/method", label: "Front-end method", kind: "select", required: true, value: frontEnd.method, options: METHODS.map((one) => [one, one]) },
    { pointer: "/backEnd/type", label: "Back-end type", kind: "select", options: [["VPC_RESOURCES", "VPC resources"]] },
    { pointer: "/backEnd/connectionMode", label: "Connection mode", kind: "select", options: [["VPC_UPSTREAM", "VPC upstream"]] },
    { pointer: "/backEnd/upstreamId", label: "VPC upstream", kind: "select", required: true, value: backEnd.upstreamId, options: [["", "Choose an upstream"], ...upstreams.map((one) => [one.id, `${one.name ?? ""} (${one.id})`])] },
    { pointer: "/backEnd/path", label: "Back-end path", required: true, value: backEnd.path ?? "/" },
    { pointer: "/backEnd/method", label: "Back-end method", kind: "select", value: backEnd.method, options: [["", "the request's own"], ...METHODS.filter((one) => one !== "ANY").map((one) => [one, one])] },
    { pointer: "/backEnd/timeoutMillis", label: "Timeout (ms)", kind: "number", value: backEnd.timeoutMillis ?? 15000, hint: "1 to 1800000, retries included" },
  ];
}

export async function service(reload, key) {
  const path = `/v1/services/${key}`;
  const [one, apis, releases, environments, domains, upstreams] = await Promise.all([get(path), all(`${path}/apis`), all(`${path}/releases`), get(`${path}/environments`), all(`${path}/domains`), all("/v1/upstreams")]);
  const edit = (api) =>
    openForm({
      title: api ? `Change ${api.name}` : "Create API",
      action: api ? "Save" : "Create",
      fields: apiFields(upstreams, api),
      exists: api !== undefined,
      submit: async (body, reason) => {
        const saved = api ? await patch(`${path}/apis/${api.id}`, body, { version: api.version, reason }) : await post(`${path}/apis`, body, { reason });
        toast([`Saved ${saved.name}; release the service to put it into effect.`, ...(saved.warnings ?? []).map((warning) => warning.detail)].join(" "));
        reload();
      },
    });
  const release = () =>
    openForm({
      title: `Release ${one.name}`,
      action: "Release",
      fields: [
        { pointer: "/environment", label: "Environment", kind: "select", required: true, options: ENVIRONMENTS },
        { pointer: "/description", label: "Description", kind: "textarea" },
      ],
      submit: async (body, reason) => {
        await post(`${path}/releases`, body, { reason });
        toast(`Released to ${body.environment}`);
        reload();
      },
    });
  const bind = (domain) =>
    openForm({
      title: domain ? `Change ${domain.domain}` : `Bind a domain to ${one.name}`,
      exists: domain !== undefined,
      action: domain ? "Save" : "Bind",
      fields: [
        ...(domain ? [] : [{ pointer: "/domain", label: "Domain", required: true, placeholder: "api.example.com", hint: "its DNS must lead to the replicas" }]),
        { pointer: "/environment", label: "Environment", kind: "select", required: true, value: domain?.environment ?? "release", options: ENVIRONMENTS, hint: "not part of the path on this domain" },
        { pointer: "/certificate", label: "Certificate", value: domain?.certificate, hint: "a name in the certificate directory of replicas" },
      ],
      submit: async (body, reason) => {
        const bound = domain ? await put(`${path}/domains/${domain.domain}`, merged(domain, body), { version: domain.version, reason }) : await post(`${path}/domains`, body, { reason });
        toast(`${bound.domain} now leads to ${bound.environment} of ${one.name}`);
        reload();
      },
    });
  const act = (work, done) => async () => {
    await work();
    toast(done);
    reload();
  };
  const ask = (question, work, done) => asking(question, act(work, done));
  return [
    heading(one.name, button("Release", release, "primary"), button("Delete service", asking(`Delete ${one.name}?`, async () => {
      await remove(path, { version: one.version });
      location.hash = "#/services";
    }), "danger")),
    section("Settings", null, facts([["Id", id(one.id)], ["Instance", one.instanceId ?? "shared"], ["Description", one.description]])),
    section("APIs", button("Create API", () => edit()), table(apis, [
      ["Name", (api) => api.name],
      ["Front end", (api) => el("code", {}, `${api.frontEnd.method} ${api.frontEnd.path}`)],
      ["Upstream", (api) => el("a", { href: `#/upstreams/${api.backEnd.upstreamId}` }, upstreams.find((up) => up.id === api.backEnd.upstreamId)?.name ?? api.backEnd.upstreamId)],
      ["Reachability", reachability],
      ["", (api) => el("span", { class: "bar" }, button("Change", () => edit(api)), button("Delete", ask(`Delete ${api.name}? What is released of it answers until the next release.`, () => remove(`${path}/apis/${api.id}`, { version: api.version }), `Deleted ${api.name}`), "danger"))],
    ], "No API yet.")),
    section("Environments", null, table(environments.items, [
      ["Environment", (row) => row.environment],
      ["Release", (row) => (row.releaseId ? id(row.releaseId) : "not released")],
      ["URL", (row) => (row.releaseId ? el("code", {}, row.url ?? `/${row.environment}/ of host ${key}.…`) : "")],
      ["", (row) => (row.releaseId ? button("Unrelease", ask(`Unrelease ${row.environment} of ${one.name}? It answers 404 then.`, () => remove(`${path}/environments/${row.environment}`, { version: one.version }), `${row.environment} no longer answers`), "danger") : "")],
    ], "")),
    section("Custom domains", one.instanceId ? button("Bind domain", () => bind()) : null, table(domains, [
      ["Domain", (row) => el("code", {}, row.domain)],
      ["Environment", (row) => row.environment],
      ["Certificate", (row) => row.certificate ?? "–"],
      ["", (row) => el("span", { class: "bar" }, button("Change", () => bind(row)), button("Unbind", ask(`Unbind ${row.domain}? It is answered 404 then.`, () => remove(`${path}/domains/${row.domain}`, { version: row.version }), `${row.domain} leads nowhere any more`), "danger"))],
    ], one.instanceId ? "No domain yet; the service answers below its own name." : "A service on the shared instance has no custom domains.")),
    section("Releases", null, table(releases, [
      ["Release", (row) => id(row.id)],
      ["Description", (row) => row.description],
      ["APIs", (row) => row.apiCount, "number"],
      ["Released", (row) => when(row.releasedAt)],
      ["", (row) => button(`Point ${row.environment} here`, act(() => put(`${path}/environments/${row.environment}`, { releaseId: row.id }), `${row.environment} now answers with ${row.id}`))],
    ], "Not released yet.")),
  ];
}
