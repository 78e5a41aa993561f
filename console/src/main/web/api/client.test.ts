import { afterEach, expect, test, vi } from "vitest";
import { Problem, curl, extValue, lastWrite, onLoggedOut, read, tellsPast, withQuery, write } from "./client";

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const sent = vi.fn(async (_path: string, _request: RequestInit) => new Response(JSON.stringify(body), { status, headers }));
  vi.stubGlobal("fetch", sent);
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

test("a reason of any characters is sent as RFC 8187 has it", () => {
  expect(extValue("Ticket 12 – (Müller's) 汉字*")).toBe("UTF-8''Ticket%2012%20%E2%80%93%20%28M%C3%BCller%27s%29%20%E6%B1%89%E5%AD%97%2A");
});

test("a write says which version it has seen and why, and later reads are no older", async () => {
  const sent = answer(200, { id: "vpc-1" }, { "Weir-Position": "41" });
  await write({ method: "PUT", path: "/v1/vpcs/vpc-1", body: {}, version: 3, reason: "because" });
  expect(sent.mock.calls[0]?.[1].headers).toMatchObject({ "If-Match": '"3"', "Weir-Reason": "UTF-8''because", "Content-Type": "application/json" });
  expect(lastWrite()).toBe(41);
  await read("/v1/vpcs");
  expect(sent.mock.calls[1]?.[0]).toBe("/v1/vpcs?min_position=41");
  await read("/v1/vpcs", "12");
  expect(sent.mock.calls[2]?.[0]).toBe("/v1/vpcs?at=12");
  for (const path of ["/v1/session", "/v1/diff?from=1&to=2", "/v1/ledger/cosignatures?size=3", "/v1/replay-check", "/login", "/v1/vpcs/vpc-1?at=12"]) {
    await read(path);
    expect(sent.mock.calls.at(-1)?.[0]).toBe(path);
  }
});

test("what cannot be read in the past is read as it is now", async () => {
  const sent = answer(200, {});
  for (const path of ["/v1/upstreams/upstream-1/history?limit=1", "/v1/upstreams/upstream-1/health", "/v1/replicas", "/v1/session", "/v1/events", "/v1/diff?from=1&to=2"]) {
    expect(tellsPast(path)).toBe(false);
    await read(path, "12");
    expect(sent.mock.calls.at(-1)?.[0]).not.toMatch(/[?&]at=/);
  }
  for (const path of ["/v1/upstreams?q=a", "/v1/upstreams/upstream-1", "/v1/services/service-1/domains/a.example.com", "/v1/instances", "/v1/overview", "/v1/search?q=a"]) {
    expect(tellsPast(path)).toBe(true);
    await read(path, "12");
    expect(sent.mock.calls.at(-1)?.[0]).toMatch(/[?&]at=12$/);
  }
});

test("a dry run is no write: it uses up no key, and nothing waits for its position", async () => {
  const before = lastWrite();
  const sent = answer(200, {}, { "Weir-Position": "999" });
  await write({ method: "DELETE", path: "/v1/vpcs/vpc-1", dryRun: true, idempotencyKey: "k" });
  expect(sent.mock.calls[0]?.[0]).toBe("/v1/vpcs/vpc-1?dry_run=true");
  expect(sent.mock.calls[0]?.[1].headers).not.toHaveProperty("Idempotency-Key");
  expect(lastWrite()).toBe(before);
});

test("what is refused is a problem with every violation", async () => {
  answer(400, { status: 400, code: "VALIDATION_FAILED", detail: "2 fields", errors: [{ pointer: "/name", detail: "must be shorter" }] });
  const problem = await read("/v1/vpcs").catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ status: 400, code: "VALIDATION_FAILED", message: "2 fields", passing: false });
  expect((problem as Problem).errors).toHaveLength(1);
});

test("a server that is away is told from one that refuses", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("network")));
  expect(await read("/v1/vpcs").catch((error: Problem) => error)).toMatchObject({ status: 0, passing: true });
});

test("whoever is not logged in any more is asked again, but not by the question who he is", async () => {
  const asked = vi.fn();
  const stop = onLoggedOut(asked);
  answer(401, { status: 401, code: "UNAUTHENTICATED" });
  await read("/v1/session").catch(() => undefined);
  expect(asked).not.toHaveBeenCalled();
  await read("/v1/vpcs").catch(() => undefined);
  expect(asked).toHaveBeenCalledOnce();
  stop();
});

test("a query has only what has a value", () => {
  expect(withQuery("/v1/vpcs", { q: "a b", sort: undefined, offset: 0, name: "" })).toBe("/v1/vpcs?q=a+b&offset=0");
});

test("the command of curl survives a shell", () => {
  expect(curl({ method: "PATCH", path: "/v1/vpcs/vpc-1", body: { description: "it's" }, version: 2 })).toContain(`"description": "it'\\''s"`);
});
