// Logging in: the key goes into one header of one request, and a session that has ended leads back here.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "./dom.js";
import { logIn, logOut, session } from "../../main/resources/META-INF/resources/console/login.js";

const KEY = "weir_m1n2b3v4_secret";
let calls;
let loggedIn;
let methods;

globalThis.fetch = async (path, { method, headers, body }) => {
  calls.push({ method, path: path.replace(/[?].*/, ""), authorization: headers.Authorization, body });
  let status = 200;
  let value = { actor: "ada", role: "OPERATOR", authentication: "key/key-m1n2b3v4", scope: [] };
  if (path.startsWith("/login")) value = { methods };
  else if (method === "POST") {
    loggedIn = headers.Authorization === `Bearer ${KEY}`;
    if (!loggedIn) [status, value] = [401, { status: 401, code: "INVALID_KEY", detail: "there is no such API key" }];
  } else if (method === "DELETE") {
    loggedIn = false;
    [status, value] = [204, undefined];
  } else if (!loggedIn) [status, value] = [401, { status: 401, code: "UNAUTHENTICATED", detail: "the session has ended: log in again" }];
  return { ok: status < 300, status, headers: new Map(), text: async () => (value ? JSON.stringify(value) : "") };
};

beforeEach(() => {
  calls = [];
  loggedIn = false;
  methods = ["key"];
});

const find = (page, tag) => page.flatMap((node) => [node, ...node.all()]).find((node) => node.tag === tag);

async function enter(page, key) {
  find(page, "input").value = key;
  await find(page, "form").listeners.submit({ preventDefault() {} });
}

test("nobody is known before, and the key logs in and is not kept", async () => {
  let done = 0;
  const page = await logIn(() => done++);
  assert.equal(await session(), null);
  await enter(page, ` ${KEY}\n`);
  assert.equal(done, 1);
  assert.equal(find(page, "input").value, "");
  assert.equal((await session()).actor, "ada");
  assert.deepEqual(calls.filter(({ authorization }) => authorization).map(({ method, path, body }) => [method, path, body]), [["POST", "/v1/session", undefined]]);
});

test("a wrong key is named beside its field", async () => {
  const page = await logIn(() => assert.fail("nobody logged in"));
  await enter(page, "weir_wrong");
  assert.match(find(page, "section").textContent, /there is no such API key/);
  assert.equal(find(page, "input").attributes["aria-invalid"], "true");
});

test("who logs out is nobody", async () => {
  await enter(await logIn(() => {}), KEY);
  let done = 0;
  await logOut(() => done++);
  assert.equal(done, 1);
  assert.equal(await session(), null);
});

test("OpenID Connect is offered where it is set up, and why one is here is said", async () => {
  assert.equal(find(await logIn(() => {}), "a"), undefined);
  methods = ["key", "oidc"];
  const page = await logIn(() => {}, "the session has ended: log in again");
  assert.equal(find(page, "a").attributes.href, "/login/oidc");
  assert.match(find(page, "section").textContent, /the session has ended/);
});
