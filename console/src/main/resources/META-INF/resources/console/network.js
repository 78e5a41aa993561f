// VPCs, Cloud Connect Networks with their links, and dedicated instances.
import { asking, button, el, heading, id, section, table, toast } from "./dom.js";
import { openForm } from "./form.js";
import { all, post, put, remove } from "./rest.js";

const named = [
  { pointer: "/name", label: "Name", required: true, hint: "up to 50 of a-z A-Z 0-9 _" },
  { pointer: "/description", label: "Description", kind: "textarea" },
];

export async function network(reload) {
  const [vpcs, networks, instances] = await Promise.all([all("/v1/vpcs"), all("/v1/cloud-connect-networks"), all("/v1/instances")]);
  const choice = vpcs.map((vpc) => [vpc.id, `${vpc.name} (${vpc.id})`]);
  const create = (title, path, fields) => () =>
    openForm({
      title, fields,
      submit: async (body, reason) => {
        const made = await post(path, body, { reason });
        toast(`Created ${made.id}`);
        reload();
      },
    });
  const attach = (ccn) => () =>
    openForm({
      title: `Attach a VPC to ${ccn.name}`,
      action: "Attach",
      fields: [{ pointer: "/vpcId", label: "VPC", kind: "select", required: true, options: choice }],
      submit: async ({ vpcId }, reason) => {
        await put(`/v1/cloud-connect-networks/${ccn.id}/links/${vpcId}`, undefined, { reason });
        reload();
      },
    });
  const end = (question, path, options) =>
    asking(question, async () => {
      await remove(path, options);
      reload();
    });
  const drop = (path, row) => button("Delete", end(`Delete ${row.name}?`, `${path}/${row.id}`, { version: row.version }), "danger");
  const links = (ccn) =>
    (ccn.links ?? []).filter((link) => link.attached !== false).map((link) => {
      const vpc = vpcs.find((one) => one.id === link.vpcId);
      return el("div", { class: "bar" }, vpc?.name ?? link.vpcId, button("Detach", end(`Detach ${vpc?.name ?? link.vpcId} from ${ccn.name}? APIs that need this connection are answered 503 then.`, `/v1/cloud-connect-networks/${ccn.id}/links/${link.vpcId}`), "danger"));
    });
  return [
    heading("Network"),
    section("VPCs", button("Create VPC", create("Create VPC", "/v1/vpcs", named)), table(vpcs, [["Name", (row) => row.name], ["Id", (row) => id(row.id)], ["Description", (row) => row.description], ["", (row) => drop("/v1/vpcs", row)]], "No VPC yet.")),
    section("Cloud Connect Networks", button("Create Cloud Connect Network", create("Create Cloud Connect Network", "/v1/cloud-connect-networks", named)), table(networks, [["Name", (row) => row.name], ["Id", (row) => id(row.id)], ["Attached VPCs", links], ["", (row) => el("span", { class: "bar" }, button("Attach VPC", attach(row)), drop("/v1/cloud-connect-networks", row))]], "No Cloud Connect Network yet; one is needed when an upstream's VPC is not its instance's.")),
    section("Dedicated instances", button("Create instance", create("Create dedicated instance", "/v1/instances", [...named, { pointer: "/vpcId", label: "VPC", kind: "select", required: true, options: [["", "Choose a VPC"], ...choice] }])), table(instances, [["Name", (row) => row.name], ["Id", (row) => id(row.id)], ["VPC", (row) => vpcs.find((vpc) => vpc.id === row.vpcId)?.name ?? row.vpcId], ["Services", (row) => row.serviceCount, "number"], ["", (row) => drop("/v1/instances", row)]], "No dedicated instance yet.")),
  ];
}
