import { expect, test } from "vitest";
import { joinUrl, matchOf, parametersOf, samplePath, sentPath } from "./paths";

test("the kind of match is told by the path", () => {
  expect([matchOf("=/a"), matchOf("/a/{id}"), matchOf("/a")]).toEqual(["exact", "template", "prefix"]);
  expect(parametersOf("/u/{id}/posts/{post}")).toEqual(["id", "post"]);
});

test.each([
  ["=/exact", "/back", "/exact", "/back"],
  ["/product", "/shop", "/product/7", "/shop/7"],
  ["/product", "/shop", "/product", "/shop"],
  ["/product/", "/shop", "/product/7", "/shop/7"],
  ["/product", "/", "/product/7", "/7"],
  ["/u/{id}/posts", "/posts/{id}", "/u/7/posts", "/posts/7"],
  ["/u/{id}", "/u/{id}", "/u/7/8/9", "/u/7/8/9"],
  ["/u/{id}", "/fixed", "/u/7", "/fixed"],
])("%s with %s sends %s as %s", (front, back, path, sent) => {
  expect(sentPath(front, back, path)).toBe(sent);
});

test.each(["=/a", "/a", "/a/", "/", "/a/{id}", "/{x}/b/{y}"])("a sample of %s is taken by it", (front) => {
  const path = samplePath(front);
  expect(path).not.toMatch(/[={}]/);
  expect(path.startsWith("/")).toBe(true);
  if (matchOf(front) === "prefix") expect(path).toBe(front);
});

test("a URL has one slash where base and path meet", () => {
  expect(joinUrl("http://service-1.localhost:8000/test/", "/orders/42")).toBe("http://service-1.localhost:8000/test/orders/42");
});
