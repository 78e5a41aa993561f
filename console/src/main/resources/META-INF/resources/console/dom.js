// Elements, tables and messages. Text is always set as text, never as markup.

/** Makes an element: el("a", { href: "#" }, "text", otherElement). Handlers are given as onclick and the like. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined).map((child) => (child instanceof Node ? child : String(child))));
  return element;
}

export const button = (text, onclick, kind = "") => el("button", { type: "button", class: kind, onclick }, text);
export const id = (value) => el("span", { class: "id" }, value);

/** A table; columns are [heading, row => cell, class]. */
export function table(rows, columns, empty) {
  if (rows.length === 0) return el("p", { class: "empty" }, empty);
  return el(
    "div",
    { class: "scroll" },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, columns.map(([heading, , kind]) => el("th", { class: kind, scope: "col" }, heading)))),
      el("tbody", {}, rows.map((row) => el("tr", {}, columns.map(([, cell, kind]) => el("td", { class: kind }, cell(row)))))),
    ),
  );
}

export const section = (title, action, ...content) => el("section", {}, el("div", { class: "bar" }, el("h2", {}, title), action), ...content);
export const heading = (title, ...actions) => el("div", { class: "bar" }, el("h1", {}, title), el("span", { class: "bar" }, ...actions));
export const facts = (pairs) => el("dl", {}, pairs.flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value === undefined || value === "" ? "–" : value)]));
export const when = (text) => (text ? new Date(text).toLocaleString() : "–");

/** A handler that asks before it does what cannot be taken back; work is awaited. */
export const asking = (question, work) => async () => {
  if (confirm(question)) await work();
};

let timer;

/** Shows a short message at the bottom of the page. */
export function toast(text) {
  const box = document.getElementById("toast");
  box.textContent = text;
  box.classList.add("on");
  clearTimeout(timer);
  timer = setTimeout(() => box.classList.remove("on"), 6000);
}
