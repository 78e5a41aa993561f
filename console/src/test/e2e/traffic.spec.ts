// Requests that are tried, what became of them on their way, and the traffic of the last hour.
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { call, shop, startNode, type Node, type Shop } from "./backend";
import { accessible, api, create, logIn, read, tabTo, unique } from "./weir";

let rest: APIRequestContext;
let node: Node;

test.beforeAll(async () => {
  rest = await api();
  node = await startNode();
});
test.afterAll(() => node.close());
test.beforeEach(({ page }) => logIn(page));

interface Released extends Shop {
  api: { id: string; name: string };
  url: string;
}

/** A service of one API that answers in `test`. */
async function released(): Promise<Released> {
  const where = await shop(rest, node.port);
  const name = unique("get_order");
  const made = await create(rest, `/v1/services/${where.service.id}/apis`, { name, frontEnd: { path: "/orders/{id}", method: "GET" }, backEnd: { upstreamId: where.upstream.id, path: "/v2/{id}" } });
  await create(rest, `/v1/services/${where.service.id}/releases`, { environment: "test" });
  const { url } = await read<{ url: string }>(rest, `/v1/services/${where.service.id}/environments/test`);
  await expect.poll(async () => (await call(rest, `${url}orders/1`)).status).toBe(200);
  return { ...where, api: { id: made.id, name }, url };
}

/** A port that nobody listens at. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

const outcome = (page: Page) => page.getByRole("region", { name: "What came of it" });
const attempts = (page: Page) => page.getByRole("list", { name: "Attempts" }).getByRole("listitem");

test("a released API is tried from its page by mouse, and its answer, way and author are shown", async ({ page }) => {
  const where = await released();
  await page.goto(`/ui/services/${where.service.id}/apis/${where.api.id}`);
  await page.getByRole("link", { name: "Try it in test" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Try it" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Path" })).toHaveValue("/orders/42");
  await expect(page.getByRole("combobox", { name: "Environment" })).toHaveValue("test");
  await page.getByRole("button", { name: "Headers, body" }).click();
  await page.getByRole("button", { name: "Add header" }).click();
  await page.getByRole("textbox", { name: "Name of header 1" }).fill("X-Tried");
  await page.getByRole("textbox", { name: "Value of header 1" }).fill("yes");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(outcome(page)).toContainText(/200 OK in [\d.,]+ ms after 1 attempt/);
  await expect(attempts(page)).toContainText([`127.0.0.1:${node.port}`]);
  await expect(attempts(page)).toContainText(["answered 200"]);
  await expect(page.getByRole("region", { name: "Body", exact: true })).toContainText('"path": "/v2/42"');
  await expect(page.getByRole("region", { name: "The same by curl" })).toContainText("X-Tried: yes");
  await expect(page.getByRole("list", { name: "Events that made the route" })).toContainText(`released 1 API of ${where.service.name} to test`);
  await expect(page.getByRole("list", { name: "Last tries in this tab" })).toContainText("GET /orders/42");
  await accessible(page);

  await page.reload();
  await expect(page.getByRole("combobox", { name: "Path" })).toHaveValue("/orders/42");
  await expect(page.getByRole("textbox", { name: "Value of header 1" })).toHaveValue("yes");
  await page.getByRole("button", { name: "GET /orders/42" }).click();
  await expect(outcome(page)).toContainText("200 OK");
});

test("a request is tried by keyboard alone, and what is wrong is told at its field", async ({ page }) => {
  const where = await released();
  const press = (key: string) => page.keyboard.press(key);
  await tabTo(page, page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Try it" }));
  await press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Try it" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Send" }));
  await press("Enter");
  await expect(page.getByRole("combobox", { name: "Service" })).toBeFocused();
  await accessible(page);
  await page.keyboard.type(where.service.name);
  await expect(page.getByRole("listbox", { name: "Service" }).getByRole("option")).toHaveCount(1);
  await press("ArrowDown");
  await press("Enter");
  // the only environment that answers
  await expect(page.getByRole("combobox", { name: "Environment" })).toHaveValue("test");
  await tabTo(page, page.getByRole("combobox", { name: "Path" }));
  await press("ControlOrMeta+a");
  await page.keyboard.type("/orders/7?full=yes");
  await press("Enter");
  await expect(outcome(page)).toContainText("200 OK");
  await expect(page.getByRole("region", { name: "Body", exact: true })).toContainText('"path": "/v2/7?full=yes"');
  await expect(page).toHaveURL(new RegExp(`service=${where.service.id}`));
});

test("a failed attempt and the retry are shown in time, and the request's page leads to who made the route", async ({ page }) => {
  const where = await released();
  const dead = await deadPort();
  const upstream = await read<Record<string, unknown> & { version: number }>(rest, `/v1/upstreams/${where.upstream.id}`);
  const reason = unique("ticket");
  const changed = await rest.patch(`/v1/upstreams/${where.upstream.id}`, {
    data: { nodes: [{ address: "127.0.0.1", port: dead, weight: 100 }, { address: "127.0.0.1", port: node.port, weight: 1 }] },
    headers: { "Content-Type": "application/merge-patch+json", "Weir-Reason": reason, "If-Match": `"${upstream.version}"` },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  await page.goto(`/ui/try?service=${where.service.id}&environment=test&path=/orders/1`);
  // until the replica has applied the change
  await expect(async () => {
    await page.getByRole("button", { name: "Send" }).click();
    await expect(outcome(page)).toContainText("after 2 attempts", { timeout: 5_000 });
  }).toPass();
  await expect(attempts(page)).toHaveCount(2);
  await expect(attempts(page).first()).toContainText(`127.0.0.1:${dead}`);
  await expect(attempts(page).first()).toContainText("No connection could be made.");
  await expect(attempts(page).last()).toContainText("answered 200");
  await accessible(page);

  await page.getByRole("link", { name: "Page of this request" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "GET /test/orders/1" })).toBeVisible();
  await expect(attempts(page)).toHaveCount(2);
  const events = page.getByRole("list", { name: "Events that made the route" });
  const change = events.getByRole("listitem").filter({ hasText: reason });
  await expect(change).toContainText(where.upstream.name);
  await accessible(page);
  await change.getByRole("link", { name: /^Event \d+/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Event/ })).toBeVisible();
  await expect(page.getByText(reason).first()).toBeVisible();

  await page.goto(`/ui/upstreams/${where.upstream.id}/nodes`);
  await expect(page.getByText(/what it got of \d+ attempts? in the last 5 minutes/)).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(`127.0.0.1:${dead}`) })).toContainText("failed");
  await accessible(page);
});

test("traffic shows what was called: by minute, API, upstream, node and request by request", async ({ page }) => {
  const where = await released();
  for (let n = 0; n < 5; n++) expect((await call(rest, `${where.url}orders/${n}`)).status).toBe(200);
  await page.goto(`/ui/traffic?service=${where.service.id}`);
  const byApi = page.getByRole("grid", { name: "By API" });
  await expect(byApi.getByRole("row", { name: new RegExp(where.api.name) })).toContainText("test");
  const chart = page.getByRole("slider", { name: "Requests by status" });
  await chart.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(chart).toHaveAttribute("aria-valuenow", "58");
  await expect(chart).toHaveAttribute("aria-valuetext", /2xx answered \d+/);
  await page.getByRole("button", { name: "The same minute by minute, as a table" }).click();
  await expect(page.getByRole("grid", { name: /as a table/ }).getByRole("row")).toHaveCount(61);
  await accessible(page);
  await page.getByRole("tab", { name: "By upstream" }).click();
  await expect(page.getByRole("grid", { name: "By upstream" })).toContainText(where.upstream.name);
  await page.getByRole("tab", { name: "By node" }).click();
  await expect(page.getByRole("grid", { name: "By node" }).getByRole("row", { name: new RegExp(`127.0.0.1:${node.port}`) })).toContainText("100.0 %");
  await accessible(page);

  const recent = page.getByRole("grid", { name: "Recent requests" });
  await expect(recent.getByRole("link", { name: "GET /test/orders/4" })).toBeVisible();
  await page.getByRole("button", { name: "Failed only" }).click();
  await expect(page.getByText("Nothing matches.")).toBeVisible();
  await expect(page).toHaveURL(/status=5xx/);
  await page.getByRole("button", { name: "Every request" }).click();
  await recent.getByRole("link", { name: "GET /test/orders/4" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "GET /test/orders/4" })).toBeVisible();
  await page.getByRole("link", { name: "Try it", exact: true }).last().click();
  await expect(page.getByRole("combobox", { name: "Path" })).toHaveValue("/orders/4");
});

test("a viewer sees the traffic and may send nothing; a request that nobody kept is told so", async ({ page }) => {
  const { key } = await create<{ key: string }>(rest, "/v1/keys", { name: unique("viewer"), role: "VIEWER" });
  await page.context().clearCookies();
  await logIn(page, key);
  await page.goto("/ui/try");
  await expect(page.getByText(/may not send requests from here/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Send" })).toHaveCount(0);
  await accessible(page);
  await page.goto("/ui/traffic");
  await expect(page.getByRole("heading", { level: 1, name: "Traffic" })).toBeVisible();
  await page.goto("/ui/requests/nobody-knows-this-one");
  await expect(page.getByText("Nothing is kept of this request")).toBeVisible();
  await accessible(page);
});

test("the pages fit a phone and are readable in the dark", async ({ page }) => {
  const where = await released();
  await page.goto(`/ui/try?service=${where.service.id}&environment=test&path=/orders/${"9".repeat(300)}`);
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("link", { name: "Page of this request" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^GET/ })).toBeVisible();
  const request = new URL(page.url()).pathname;
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [request, "/ui/traffic", `/ui/traffic?service=${where.service.id}&by=node`, "/ui/try"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    await accessible(page);
  }
});
