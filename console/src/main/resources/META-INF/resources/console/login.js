// Who uses the console: a session that a cookie keeps, begun with a key, which is forgotten here at once, or by the issuer of OpenID Connect.
import { el } from "./dom.js";
import { Problem, get, post, remove } from "./rest.js";

let known;

/** Who is logged in, or null. Asked once, until he logs out. */
export async function session() {
  if (known) return known;
  try {
    known = await get("/v1/session");
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
    known = null;
  }
  return known;
}

export async function logOut(then) {
  await remove("/v1/session");
  known = undefined;
  await then();
}

/** The page that asks for a key. */
export async function logIn(then, why) {
  known = undefined;
  const { methods } = await get("/login").catch(() => ({ methods: ["key"] }));
  const input = el("input", { id: "key", type: "password", autocomplete: "off", spellcheck: "false", placeholder: "weir_…", required: true });
  const error = el("p", { class: "error", role: "alert" }, why ?? "");
  const submit = async (event) => {
    event.preventDefault();
    input.removeAttribute("aria-invalid");
    error.textContent = "";
    try {
      await post("/v1/session", undefined, { key: input.value.trim() });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      input.setAttribute("aria-invalid", "true");
      error.textContent = problem.message;
      return;
    }
    input.value = "";
    await then();
  };
  return [
    el(
      "section",
      { class: "login" },
      el("h1", {}, "Log in"),
      el(
        "form",
        { onsubmit: submit },
        el("div", { class: "field" }, el("label", { for: "key" }, "API key"), input, error),
        el("button", { type: "submit", class: "primary" }, "Log in"),
      ),
      methods.includes("oidc") ? el("p", {}, el("a", { class: "button", href: "/login/oidc" }, "Log in with OpenID Connect")) : null,
      el("p", { class: "soft" }, "An administrator makes keys with ", el("code", {}, "weir key create"), ". On the machine that ", el("code", {}, "./weir up"), " runs on, ", el("code", {}, "./weir open"), " logs in without one."),
    ),
  ];
}
