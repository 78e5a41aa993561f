// Forms in a dialog. A field is { pointer, label, kind, required, options, hint, value, group }: the pointer (RFC 6901) says
// where its value goes in the request body, and finds the field again when the server names what is wrong with it. Fields of
// one group fold together under its name.
import { button, el } from "./dom.js";
import { changes } from "./merge-patch.js";
import { Problem } from "./rest.js";

function nodeEditor(field) {
  const rows = el("div", {});
  const hidden = new Map();
  const add = (node = { address: "", port: "", weight: 1 }) => {
    const draining = el("input", { name: "draining", type: "checkbox", checked: node.draining === true });
    const input = (name, kind, label) => el("input", { name, type: kind, value: node[name], placeholder: label, "aria-label": label });
    const row = el("div", { class: "node" }, input("address", "text", "address"), input("port", "number", "port"), input("weight", "number", "weight"), el("label", { title: "finishes the requests it has and gets no new ones" }, draining, " draining"));
    row.append(button("Remove", () => row.remove()));
    hidden.set(row, node);
    rows.append(row);
  };
  (field.value ?? [undefined]).forEach((node) => add(node));
  const read = () =>
    [...rows.children].map((row) => {
      const text = (name) => row.querySelector(`[name="${name}"]`).value.trim();
      const number = (name) => (text(name) === "" ? undefined : Number(text(name)));
      return { ...hidden.get(row), address: text("address"), port: number("port"), weight: number("weight"), draining: row.querySelector('[name="draining"]').checked };
    });
  const mark = (pointer) => {
    const [, index, name] = pointer.slice(field.pointer.length).split("/");
    return rows.children[index]?.querySelector(`[name="${name}"]`) ?? rows;
  };
  return { element: el("div", {}, rows, button("Add node", () => add())), read, mark };
}

function checkbox(field) {
  const element = el("input", { id: field.pointer, type: "checkbox", checked: field.value === true });
  return { element, read: () => element.checked, mark: () => element };
}

/** Any of some numbers. */
function numbers(field) {
  const boxes = field.options.map((value) => el("input", { type: "checkbox", value, checked: field.value?.includes(value) === true }));
  const element = el("div", { class: "choices", id: field.pointer }, boxes.map((box) => el("label", {}, box, ` ${box.value}`)));
  return { element, read: () => boxes.filter((box) => box.checked).map((box) => Number(box.value)), mark: () => element };
}

function control(field) {
  if (field.kind === "nodes") return nodeEditor(field);
  if (field.kind === "checkbox") return checkbox(field);
  if (field.kind === "numbers") return numbers(field);
  const attributes = { id: field.pointer, value: field.value ?? "", placeholder: field.placeholder };
  let element;
  if (field.kind === "select") {
    element = el("select", { id: field.pointer }, field.options.map(([value, label]) => el("option", { value, selected: value === (field.value ?? "") }, label)));
  } else if (field.kind === "textarea") {
    element = el("textarea", { id: field.pointer, rows: 2 }, field.value ?? "");
  } else {
    element = el("input", { ...attributes, type: field.kind ?? "text" });
  }
  const read = () => {
    const text = element.value.trim();
    return text === "" ? undefined : field.kind === "number" ? Number(text) : text;
  };
  return { element, read, mark: () => element };
}

function place(body, pointer, value) {
  if (value === undefined) return;
  const path = pointer.slice(1).split("/");
  const last = path.pop();
  let target = body;
  for (const step of path) target = target[step] ??= {};
  target[last] = value;
}

/** The boxes in their order, those of one group in one that folds; open if something in it is set. */
function grouped(controls, boxes) {
  const groups = new Map();
  return controls.flatMap(({ field }, at) => {
    if (!field.group) return [boxes[at]];
    const known = groups.get(field.group);
    if (known) {
      known.append(boxes[at]);
      return [];
    }
    const open = controls.some((other) => other.field.group === field.group && other.field.set);
    const group = el("details", { class: "group", open }, el("summary", {}, field.group), boxes[at]);
    groups.set(field.group, group);
    return [group];
  });
}

/**
 * Opens a form; submit(body, reason) is awaited, and what it throws is shown beside the fields it names. A form of something
 * that exists (`exists`) submits a merge patch of what was changed in it, and nothing if that is nothing: what it does not
 * show stays. `shape` makes a body of what the fields say.
 */
export function openForm({ title, fields, exists = false, shape = (body) => body, action = "Create", submit }) {
  const controls = fields.map((field) => ({ field, ...control(field) }));
  const general = el("p", { class: "error", role: "alert" });
  const reason = el("input", { id: "reason", placeholder: "kept with the event, for those who ask later" });
  const send = el("button", { class: "primary", type: "submit" }, action);
  const boxes = controls.map(({ field, element }) =>
    el("div", { class: field.kind === "checkbox" ? "field check" : "field" }, el("label", { for: field.pointer, class: field.required ? "required" : "" }, field.label), element, field.hint ? el("span", { class: "soft" }, field.hint) : null),
  );
  const form = el(
    "form",
    { novalidate: true, onsubmit: onSubmit },
    el("h1", {}, title),
    grouped(controls, boxes),
    el("div", { class: "field" }, el("label", { for: "reason" }, "Reason"), reason),
    general,
    el("div", { class: "bar" }, el("span", {}), el("span", { class: "bar" }, button("Cancel", () => dialog.close()), send)),
  );
  const dialog = el("dialog", { onclose: () => dialog.remove() }, form);
  document.body.append(dialog);
  dialog.showModal();
  const shown = body();

  function body() {
    const whole = {};
    controls.forEach(({ field, read }) => place(whole, field.pointer, read()));
    return shape(whole);
  }

  async function onSubmit(event) {
    event.preventDefault();
    form.querySelectorAll(".field .error").forEach((old) => old.remove());
    form.querySelectorAll("[aria-invalid]").forEach((old) => old.removeAttribute("aria-invalid"));
    general.textContent = "";
    const entered = exists ? changes(shown, body()) : body();
    send.disabled = true;
    try {
      if (!exists || Object.keys(entered).length > 0) await submit(entered, reason.value.trim());
      dialog.close();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      show(problem);
    } finally {
      send.disabled = false;
    }
  }

  function show(problem) {
    const lost = [];
    for (const { pointer, detail } of problem.errors) {
      const at = controls.findIndex(({ field }) => pointer === field.pointer || pointer?.startsWith(`${field.pointer}/`));
      if (at < 0) {
        lost.push(`${pointer ?? ""} ${detail}`.trim());
        continue;
      }
      controls[at].mark(pointer).setAttribute("aria-invalid", "true");
      boxes[at].closest("details")?.setAttribute("open", "");
      boxes[at].append(el("span", { class: "error" }, pointer === controls[at].field.pointer ? detail : `${pointer.slice(1)} ${detail}`));
    }
    general.textContent = problem.errors.length === 0 ? problem.message : lost.join("; ");
  }
}
