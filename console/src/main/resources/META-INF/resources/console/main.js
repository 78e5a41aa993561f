// Pages by location hash; each page is a function from (reload, key) to elements.
import { button, el, section, toast } from "./dom.js";
import { network } from "./network.js";
import { history, nodes } from "./operations.js";
import { get, Problem } from "./rest.js";
import { service, services } from "./services.js";
import { upstream, upstreams } from "./upstreams.js";

const PAGES = {
  upstreams: ["VPC upstreams", upstreams, upstream],
  services: ["Services", services, service],
  network: ["Network", network],
  nodes: ["Data-plane nodes", nodes],
  history: ["History", history],
};

const main = document.querySelector("main");
let turn = 0;

async function show() {
  const mine = ++turn;
  const [, name = "upstreams", key] = location.hash.split("/");
  const [title, list, one] = PAGES[name] ?? PAGES.upstreams;
  document.title = `${title} – Weir`;
  document.querySelector("nav").replaceChildren(
    ...Object.entries(PAGES).map(([page, [label]]) => el("a", { href: `#/${page}`, "aria-current": page === name ? "page" : null }, label)),
  );
  try {
    const content = await (key && one ? one(show, key) : list(show));
    if (mine === turn) main.replaceChildren(...content);
  } catch (problem) {
    if (mine !== turn) return;
    if (!(problem instanceof Problem)) throw problem;
    main.replaceChildren(section("This page cannot be shown", button("Try again", show), el("p", { class: "empty" }, problem.message)));
  }
  position();
}

async function position() {
  try {
    const page = await get("/v1/events?limit=1");
    document.getElementById("position").textContent = `position ${page.position}`;
  } catch {
    document.getElementById("position").textContent = "";
  }
}

// what a button's handler throws is told, not lost
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof Problem) {
    event.preventDefault();
    const { message, related } = event.reason;
    toast(related.length ? `${message} (${related.join(", ")})` : message);
  }
});
window.addEventListener("hashchange", show);
show();
