// What operators watch: replicas and the history.
import { el, heading, id, section, table, when } from "./dom.js";
import { all, get } from "./rest.js";

function state(row) {
  const word = el("span", { class: row.state === "LIVE" ? "good" : row.state === "STUCK" ? "bad" : "warn" }, row.state ?? "–");
  return row.reason ? [word, el("div", { class: "soft" }, row.reason)] : word;
}

export async function replicas() {
  const rows = await all("/v1/replicas");
  const newest = Math.max(0, ...rows.map((row) => row.position ?? 0));
  return [
    heading("Replicas"),
    section("Data plane", null, table(rows, [
      ["Replica", (row) => id(row.replicaId)],
      ["Instance", (row) => (row.instance === "*" ? "every instance" : row.instance)],
      ["State", state],
      ["Unhealthy nodes", (row) => el("span", { class: row.unhealthyNodes > 0 ? "bad" : "" }, row.unhealthyNodes), "number"],
      ["Position", (row) => el("span", { class: row.position < newest ? "warn" : "" }, row.position), "number"],
      ["Address", (row) => row.address],
      ["Last seen", (row) => when(row.lastSeenAt)],
    ], "No replica has reported yet.")),
  ];
}

export async function history() {
  const { items } = await get("/v1/events?limit=100");
  return [
    heading("History"),
    section("Last events", null, table(items, [
      ["Position", (row) => row.position, "number"],
      ["Event", (row) => el("details", {}, el("summary", {}, row.type), el("pre", { class: "soft" }, JSON.stringify(row.data, null, 2)))],
      ["Objects", (row) => row.subjects.map((subject) => el("div", {}, id(subject)))],
      ["Actor", (row) => row.actor],
      ["Reason", (row) => row.reason ?? ""],
      ["Recorded", (row) => when(row.recordedAt)],
    ], "Nothing has happened yet.")),
  ];
}
