import { expect, test } from "vitest";
import { againLink, firstOf, paramsOf, targetOf, tryLink, type Target } from "./link";
import { EMPTY, MAX_BODY, bodyOf, callables, curlOf, headerPointer, requestOf, rules, targetOfValues, urlOf, valuesOf, type Values } from "./model";

const fine: Values = { ...EMPTY, serviceId: "service-9x2kd0aq", environment: "test", path: "/orders/42?full=yes" };
const wrong = (changes: Partial<Values>) => rules({ ...fine, ...changes }).map(({ pointer }) => pointer);

test("a link says all of a target, and is read as it was written", () => {
  const whole: Required<Target> = { serviceId: "service-9x2kd0aq", environment: "test", apiId: "api-71mm3zq8", upstreamId: "upstream-4n5bfklc", host: "api.example.com", replicaId: "a&b", method: "POST", path: "/a?b=c&d=%20#" };
  expect(targetOf(paramsOf(whole))).toEqual(whole);
  expect(targetOf(new URLSearchParams(tryLink(whole).split("?").slice(1).join("?")))).toEqual(whole);
  expect(tryLink({})).toBe("/try");
});

test("the URL of a form leads to the same form, without what may be secret", () => {
  for (const values of [fine, { ...fine, method: "PUT", replicaId: "data-plane-1" }, { ...EMPTY, by: "host" as const, host: "api.example.com:8443", path: "/x" }]) {
    expect(valuesOf(targetOf(paramsOf(targetOfValues(values))))).toEqual(values);
    const secret = { ...values, headers: [{ name: "Authorization", value: "Bearer secret" }], body: "secret" };
    expect(String(paramsOf(targetOfValues(secret)))).not.toContain("secret");
  }
});

test("a request is tried again where it went", () => {
  const asked = { method: "PUT", serviceId: "service-9x2kd0aq", environment: "release" as const, query: "a=b" };
  expect(againLink({ ...asked, host: "service-9x2kd0aq.localhost:8000", path: "/release/orders" })).toBe(tryLink({ serviceId: "service-9x2kd0aq", environment: "release", method: "PUT", path: "/orders?a=b" }));
  // as a try says it, and with a port
  for (const host of ["service-9x2kd0aq", "service-9x2kd0aq:8000"]) expect(againLink({ ...asked, query: undefined, host, path: "/release/" }), host).toBe(tryLink({ serviceId: "service-9x2kd0aq", environment: "release", method: "PUT", path: "/" }));
  expect(againLink({ ...asked, host: "api.example.com", path: "/orders" })).toBe(tryLink({ host: "api.example.com", method: "PUT", path: "/orders?a=b" }));
  expect(againLink({ ...asked, host: "service-9x2kd0aq.localhost", path: "/releases" })).toBe(tryLink({ host: "service-9x2kd0aq.localhost", method: "PUT", path: "/releases?a=b" }));
  expect(againLink({ ...asked, host: undefined, path: undefined })).toBeUndefined();
});

test("what customers call comes first", () => {
  expect(firstOf(["test", "prepub", "release"])).toBe("release");
  expect(firstOf(["prepub", "test"])).toBe("prepub");
  expect(firstOf([])).toBe("test");
});

test("only what is filled in is sent", () => {
  expect(requestOf(fine)).toEqual({ serviceId: "service-9x2kd0aq", environment: "test", method: "GET", path: "/orders/42?full=yes" });
  expect(requestOf({ ...fine, by: "host", host: " api.example.com ", replicaId: "r", headers: [{ name: "", value: " " }, { name: " A ", value: " b " }], body: "x" })).toEqual({
    replicaId: "r", host: "api.example.com", method: "GET", path: "/orders/42?full=yes", headers: [{ name: "A", value: "b" }], body: "x",
  });
});

test("what is wrong is told at its field", () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ serviceId: "", environment: "" })).toEqual(["/serviceId", "/environment"]);
  for (const host of ["", "a b", "a/b", "u@h"]) expect(wrong({ by: "host", host }), host).toEqual(["/host"]);
  for (const host of ["localhost", "api.example.com:8443", "[::1]:80"]) expect(wrong({ by: "host", host }), host).toEqual([]);
  for (const path of ["", "orders", "/a b", "/a#b", "/é", "http://x/"]) expect(wrong({ path }), path).toEqual(["/path"]);
  const names = ["", "A", "b c", "Accept:"];
  const headers = [{ name: "", value: "" }, ...names.map((name) => ({ name, value: "v" }))];
  // the empty row is not sent, so it does not count
  expect(wrong({ headers })).toEqual(["/headers/0/name", "/headers/2/name", "/headers/3/name"]);
  expect(headerPointer(headers, 4)).toBe("/headers/3");
  expect(wrong({ body: "x".repeat(MAX_BODY) })).toEqual([]);
  expect(wrong({ body: "é".repeat(MAX_BODY / 2 + 1) })).toEqual(["/body"]);
});

test("APIs of a release are offered as they can be called", () => {
  const api = (name: string, path: string, method: string) => ({ id: name, name, frontEnd: { path, method } });
  expect(callables({ apis: [api("c", "/b/{id}", "ANY"), api("a", "=/a", "POST"), api("b", "/a", "GET")] as never }).map(({ name, method, path }) => [name, method, path])).toEqual([
    ["b", "GET", "/a"], ["a", "POST", "/a"], ["c", "GET", "/b/42"],
  ]);
  expect(callables(undefined)).toEqual([]);
});

test("the command sends the same to the replica, with the host that clients say", () => {
  const url = urlOf(fine, "http://service-9x2kd0aq.localhost:8000/test/");
  expect(url).toBe("http://service-9x2kd0aq.localhost:8000/test/orders/42?full=yes");
  expect(curlOf(fine, { url })).toBe(`curl -i '${url}'`);
  const whole = { ...fine, method: "POST", headers: [{ name: "X", value: "it's" }], body: "{}" };
  expect(curlOf(whole, { url, address: "10.0.0.7:8000" })).toBe(
    "curl -i -X POST 'http://10.0.0.7:8000/test/orders/42?full=yes' \\\n  -H 'Host: service-9x2kd0aq.localhost:8000' \\\n  -H 'X: it'\\''s' \\\n  --data-binary '{}'",
  );
  expect(curlOf({ ...fine, headers: [{ name: "X", value: "" }] }, { url })).toContain("-H 'X;'");
  expect(curlOf({ ...fine, method: "HEAD" }, { url })).toContain("--head");
  expect(curlOf(fine, {})).toBeUndefined();
  expect(curlOf({ ...EMPTY, by: "host", host: "api.example.com", path: "/x" }, {})).toBe("curl -i 'http://api.example.com/x'");
  expect(curlOf({ ...EMPTY, by: "host", host: "not a host", path: "/x" }, {})).toBeUndefined();
});

test("a body is shown as what it is", () => {
  const type = (value: string) => [{ name: "Content-Type", value }];
  expect(bodyOf({ body: '{"a":1}', headers: type("application/json") })).toEqual({ kind: "json", text: '{\n  "a": 1\n}' });
  expect(bodyOf({ body: "[1]", headers: [] }).kind).toBe("json");
  expect(bodyOf({ body: '{"cut": [1, 2', headers: type("application/problem+json; charset=utf-8") })).toEqual({ kind: "text", text: '{"cut": [1, 2' });
  expect(bodyOf({ body: "<p>", headers: type("text/html") })).toEqual({ kind: "text", text: "<p>" });
  expect(bodyOf({ bodyBase64: "AAEC", headers: [] }).kind).toBe("bytes");
  expect(bodyOf({ body: "", headers: [] }).kind).toBe("none");
});
