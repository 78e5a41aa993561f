// Pages by location hash; each page is a function from (reload, key) to elements.
import { button, el, section, toast } from "./dom.js";
import { logIn, logOut, session } from "./login.js";
import { network } from "./network.js";
import { history, replicas } from "./operations.js";
import { get, Problem } from "./rest.js";
import { service, services } from "./services.js";
import { upstream, upstreams } from "./upstreams.js";

const PAGES = {
  upstreams: ["VPC upstreams", upstreams, upstream],
  services: ["Services", services, service],
  network: ["Network", network],
  replicas: ["Replicas", replicas],
  history: ["History", history],
};

const main = document.querySelector("main");
let turn = 0;

async function show() {
  const mine = ++turn;
  const [, name = "upstreams", key] = location.hash.split("/");
  const [title, list, one] = PAGES[name] ?? PAGES.upstreams;
  document.title = `${title} – Weir`;
  try {
    if (!(await session())) return logInHere();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return unavailable(problem);
  }
  document.querySelector("nav").replaceChildren(
    ...Object.entries(PAGES).map(([page, [label]]) => el("a", { href: `#/${page}`, "aria-current": page === name ? "page" : null }, label)),
  );
  try {
    const content = await (key && one ? one(show, key) : list(show));
    if (mine === turn) main.replaceChildren(...content);
  } catch (problem) {
    if (mine !== turn) return;
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) return logInHere(problem.message);
    unavailable(problem);
  }
  who();
  position();
}

const unavailable = (problem) => main.replaceChildren(section("This page cannot be shown", button("Try again", show), el("p", { class: "empty" }, problem.message)));

/** In place of every page, which is shown again after it. */
async function logInHere(why) {
  document.title = "Log in – Weir";
  document.querySelector("nav").replaceChildren();
  document.getElementById("position").textContent = "";
  document.getElementById("who").replaceChildren();
  main.replaceChildren(...(await logIn(show, why)));
  main.querySelector("input")?.focus();
}

async function who() {
  const { actor, role, authentication } = (await session()) ?? {};
  document.getElementById("who").replaceChildren(
    ...(actor === undefined ? [] : authentication === "none" ? [el("span", { class: "warn" }, "nobody is asked who he is")] : [el("span", {}, `${actor}, ${role.toLowerCase()} `), button("Log out", () => logOut(show))]),
  );
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
    if (event.reason.status === 401) return logInHere(event.reason.message);
    const { message, related } = event.reason;
    toast(related.length ? `${message} (${related.join(", ")})` : message);
  }
});
window.addEventListener("hashchange", show);
show();
