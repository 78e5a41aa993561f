// VPC upstreams as people make, change and delete them.
import { expect, test, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import { accessible, api, create, eventsOf, logIn, position, read, tabTo, unique } from "./weir";

interface Upstream {
  id: string;
  version: number;
  name: string;
  nodes: { address: string; port: number; weight: number }[];
  [field: string]: unknown;
}

let rest: APIRequestContext;
let vpc: { id: string; name: string };

test.beforeAll(async () => {
  rest = await api();
  vpc = await create(rest, "/v1/vpcs", { name: unique("vpc") });
});

test.beforeEach(async ({ page }) => {
  test.slow();
  await logIn(page);
});

const upstreamOf = (id: string) => read<Upstream>(rest, `/v1/upstreams/${id}`);
const made = (fields: object = {}) => create<Upstream>(rest, "/v1/upstreams", { name: unique("orders"), vpcId: vpc.id, protocol: "HTTP", nodes: [{ address: "10.0.0.1", port: 8080, weight: 5 }], ...fields });
const idOf = (page: Page) => /upstreams\/(upstream-\w+)/.exec(page.url())![1]!;

async function paste(target: Locator, text: string): Promise<void> {
  await target.focus();
  await target.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData("text", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

test("one is created with the keyboard alone", async ({ page }) => {
  const name = unique("orders");
  await page.goto("/ui/upstreams");
  await tabTo(page, page.getByRole("button", { name: "Create", exact: true }).first());
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Upstream Name"));
  await page.keyboard.type(name);
  const choice = page.getByRole("combobox", { name: "VPC" });
  await tabTo(page, choice);
  await page.keyboard.type(vpc.name);
  // found, beside the one that would be made
  const found = page.getByRole("listbox", { name: "VPC" }).getByRole("option");
  await expect(found).toHaveCount(2);
  await expect(found.first()).toContainText(vpc.name);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(found).toHaveCount(0);
  await expect(choice).toHaveValue(vpc.name);
  await tabTo(page, page.getByLabel("Address of node 1"));
  await page.keyboard.type("10.0.0.1");
  await page.keyboard.press("Tab");
  await page.keyboard.type("80");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Address of node 2")).toBeFocused();
  await page.keyboard.type("10.0.0.2");
  await page.keyboard.press("Tab");
  await page.keyboard.type("80");
  await tabTo(page, page.getByRole("button", { name: "Review" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Create", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name })).toBeVisible();
  expect((await upstreamOf(idOf(page))).nodes).toHaveLength(2);

  // its menu has the focus again when the dialog that it opens is closed
  const menu = page.getByRole("button", { name: `Actions for ${name}` });
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Delete" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(menu).toBeFocused();
});

test("two hundred nodes are pasted; what is wrong is marked while it is typed, and told at its row", async ({ page }) => {
  await page.goto(`/ui/upstreams/create?vpc_id=${vpc.id}`);
  const lines = Array.from({ length: 200 }, (_none, index) => `10.1.${Math.floor(index / 100)}.${(index % 100) + 1}:8080 ${index % 101}`);
  await paste(page.getByLabel("Address of node 1"), lines.join("\n"));
  await expect(page.getByText("200/200")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add node" })).toBeDisabled();
  // few of them are drawn
  expect(await page.getByRole("textbox", { name: /^Address of node/ }).count()).toBeLessThan(40);
  await page.getByLabel("Address of node 2").fill("10.1.0.1");
  await expect(page.getByText("The same address and port as node 1.")).toBeVisible();
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByLabel("Address of node 2")).toBeFocused();
  await page.getByLabel("Address of node 2").fill("10.1.0.2");
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("link", { name: "Nodes (200)" }).or(page.getByRole("tab", { name: "Nodes (200)" }))).toBeVisible();
  expect((await upstreamOf(idOf(page))).nodes.map(({ weight }) => weight)).toEqual(lines.map((line) => Number(line.split(" ")[1])));
});

test("what is typed outlives a reload, and leaving asks", async ({ page }) => {
  page.on("dialog", (dialog) => void dialog.accept());
  const upstream = await made();
  await page.goto(`/ui/upstreams/${upstream.id}/edit`);
  await page.getByLabel("Description").fill("half done");
  await page.reload();
  await expect(page.getByLabel("Description")).toHaveValue("half done");
  await page.getByRole("link", { name: "Overview" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Leave without saving?");
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(page.getByLabel("Description")).toHaveValue("half done");
  await page.getByRole("link", { name: "Overview" }).first().click();
  await dialog.getByRole("button", { name: "Discard and leave" }).click();
  await page.goto(`/ui/upstreams/${upstream.id}/edit`);
  await expect(page.getByLabel("Description")).toHaveValue("");
});

const EVERYTHING = {
  description: "all of it",
  protocol: "HTTPS",
  hostHeader: "orders.internal:8443",
  nodes: [
    { address: "10.0.0.1", port: 8443, weight: 5, draining: false },
    { address: "2001:db8::1", port: 8443, weight: 0, draining: true },
  ],
  retries: 9,
  retryOn: { statuses: [502, 503], nonIdempotent: true },
  httpVersion: "HTTP_2",
  healthChecker: { enableActiveCheck: true, enablePassiveCheck: true, healthyHttpStatus: "200", unhealthyHttpStatus: "500-599", tcpFailureThreshold: 1, timeoutThreshold: 2, httpFailureThreshold: 3, activeCheckHttpPath: "/health?full", activeCheckTimeout: 4, activeCheckInterval: 6, unhealthyTimeout: 7, panicThreshold: 8 },
  slowStartSeconds: 30,
  limits: { maxConnectionsPerNode: 11, maxRequestsPerNode: 12, maxRequests: 13 },
  tls: { verify: false, serverName: "orders.internal", caCertificate: "ca", clientCertificate: "client" },
};

test("saving without a change makes no event, and a change keeps every field that it is not of", async ({ page }) => {
  const upstream = await made(EVERYTHING);
  const before = await eventsOf(rest, upstream.id);
  await page.goto(`/ui/upstreams/${upstream.id}/edit`);
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText("Nothing is changed, so nothing would be recorded.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
  expect((await upstreamOf(upstream.id)).version).toBe(upstream.version);
  expect(await eventsOf(rest, upstream.id)).toBe(before);
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByLabel("Retry Attempts").fill("8");
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: upstream.name })).toBeVisible();
  const after = await upstreamOf(upstream.id);
  expect(after).toMatchObject({ ...EVERYTHING, name: upstream.name, vpcId: vpc.id, retries: 8 });
  expect(after.version).toBe(upstream.version + 1);
});

test("two people change one upstream: both changes are kept, and a field that both changed is chosen", async ({ page }) => {
  const upstream = await made();
  await page.goto(`/ui/upstreams/${upstream.id}/edit`);
  await page.getByLabel("Retry Attempts").fill("7");
  await page.getByLabel("Description").fill("mine");
  const theirs = await rest.patch(`/v1/upstreams/${upstream.id}`, { data: { retries: 9, hostHeader: "theirs.internal" }, headers: { "Content-Type": "application/merge-patch+json" } });
  expect(theirs.status()).toBe(200);
  await page.getByRole("button", { name: "Review" }).click();
  const compare = page.getByRole("button", { name: "Compare, and go on from there" });
  const save = page.getByRole("button", { name: "Save" });
  await compare.click();
  await expect(page.getByText("theirs.internal")).toBeVisible();
  await accessible(page);
  await page.getByRole("radio", { name: /Retry Attempts, Yours: 7/ }).check();
  await page.getByRole("button", { name: "Go on with this" }).click();
  await save.click();
  await expect(page.getByRole("heading", { name: upstream.name })).toBeVisible();
  expect(await upstreamOf(upstream.id)).toMatchObject({ retries: 7, description: "mine", hostHeader: "theirs.internal" });
});

test("weight and draining change in place", async ({ page }) => {
  const upstream = await made({ nodes: [{ address: "10.0.0.1", port: 80, weight: 5 }, { address: "10.0.0.2", port: 80, weight: 5 }] });
  await page.goto(`/ui/upstreams/${upstream.id}/nodes`);
  await page.getByRole("button", { name: "Change the weight of 10.0.0.1:80, now 5" }).click();
  await page.getByRole("spinbutton", { name: "Weight of 10.0.0.1:80" }).fill("15");
  await expect(page.getByText("50.0 % → 75.0 %")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Change the weight of 10.0.0.1:80, now 15" })).toBeVisible();
  await page.getByRole("switch", { name: "Drain 10.0.0.2:80" }).press("Space");
  await page.getByRole("button", { name: "Drain", exact: true }).click();
  await expect(page.getByLabel("Drain 10.0.0.2:80")).toBeChecked();
  expect((await upstreamOf(upstream.id)).nodes).toMatchObject([{ weight: 15, draining: false }, { weight: 5, draining: true }]);
});

test("who changed an upstream last is told, however much happened to its APIs since", async ({ page }) => {
  const { key } = await create<{ key: string }>(rest, "/v1/keys", { name: unique("lena"), role: "OPERATOR" });
  const lena = await api(key);
  const upstream = await create<Upstream>(lena, "/v1/upstreams", { name: unique("orders"), vpcId: vpc.id, protocol: "HTTP", nodes: [{ address: "10.0.0.1", port: 8080, weight: 5 }] });
  const { actor } = (await read<{ items: { actor: string }[] }>(rest, `/v1/upstreams/${upstream.id}/history?min_position=${await position(rest)}`)).items[0]!;
  const instance = await create(rest, "/v1/instances", { name: unique("gateway"), vpcId: vpc.id });
  const service = await create(rest, "/v1/services", { name: unique("shop"), instanceId: instance.id });
  for (let n = 0; n < 25; n++) await create(rest, `/v1/services/${service.id}/apis`, { name: unique("api"), frontEnd: { path: `/${n}` }, backEnd: { upstreamId: upstream.id, path: "/" } });
  await page.goto(`/ui/upstreams/${upstream.id}`);
  await expect(page.getByRole("tab", { name: "Associated APIs (25)" })).toBeVisible();
  await expect(page.getByText(new RegExp(`changed .* by ${actor}$`))).toBeVisible();
});

test("deletion is refused, and the dialog's steps lead to where it succeeds", async ({ page }) => {
  const upstream = await made();
  const instance = await create(rest, "/v1/instances", { name: unique("gateway"), vpcId: vpc.id });
  const service = await create<{ id: string; name: string }>(rest, "/v1/services", { name: unique("shop"), instanceId: instance.id });
  const request = { name: "list", frontEnd: { path: "/list" }, backEnd: { upstreamId: upstream.id, path: "/" } };
  const reason = unique("ticket");
  expect((await rest.post(`/v1/services/${service.id}/apis`, { data: request, headers: { "Weir-Reason": reason } })).status()).toBe(201);
  await create(rest, `/v1/services/${service.id}/releases`, { environment: "release" });
  // what was done to its APIs is in its history, but no change of the upstream
  await page.goto(`/ui/upstreams/${upstream.id}/history`);
  await expect(page.getByText(reason)).toHaveCount(1);
  await expect(page.getByText(/changed .* by \S+$/)).toBeVisible();
  await page.goto(`/ui/upstreams/${upstream.id}/apis`);
  await expect(page.getByRole("heading", { name: "What must go before this upstream can be deleted" })).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: /^Actions for / }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`${upstream.name} cannot be deleted yet`);
  await expect(dialog.getByRole("button", { name: `Delete ${upstream.name}` })).toBeDisabled();
  await accessible(page);
  await dialog.getByRole("button", { name: "Delete API list" }).click();
  await dialog.getByLabel("Reason").fill("it goes");
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog.getByRole("button", { name: `Take ${service.name} off release` }).click();
  await dialog.getByLabel("Reason").fill("it goes");
  await expect(dialog.getByRole("button", { name: "Take off" })).toBeDisabled();
  await dialog.getByLabel(/^Requests will notice this/).fill(service.name);
  await accessible(page);
  await dialog.getByRole("button", { name: "Take off" }).click();
  await expect(dialog.getByText("Nothing uses it any more; it can be deleted.")).toBeVisible();
  await dialog.getByRole("button", { name: `Delete ${upstream.name}` }).click();
  await dialog.getByLabel("Reason").fill("it goes");
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page).toHaveURL(/\/ui\/upstreams(\?|$)/);
  await expect.poll(async () => (await rest.get(`/v1/upstreams/${upstream.id}`)).status()).toBe(404);
});

test("the list is filtered by protocol and health and ordered by nodes, in its URL", async ({ page }) => {
  const mark = unique("sorted");
  const one = await made({ name: `${mark}_one` });
  const secure = await made({ name: `${mark}_secure`, protocol: "HTTPS", nodes: [1, 2].map((n) => ({ address: `10.0.0.${n}`, port: 8443, weight: 5 })) });
  await page.goto(`/ui/upstreams?q=${mark}`);
  await page.getByRole("columnheader", { name: "Nodes" }).getByRole("button").click();
  await expect(page).toHaveURL(/sort=nodes/);
  await expect(page.getByRole("row").nth(1)).toContainText(one.name);
  await page.getByRole("combobox", { name: "Protocol" }).selectOption("HTTPS");
  await expect(page).toHaveURL(/protocol=HTTPS/);
  await expect(page.getByRole("link", { name: secure.name })).toBeVisible();
  await expect(page.getByRole("link", { name: one.name })).toHaveCount(0);
  await page.getByRole("combobox", { name: "Health" }).selectOption("UNHEALTHY");
  await expect(page).toHaveURL(/health=UNHEALTHY/);
  await expect(page.getByRole("heading", { name: "Nothing matches." })).toBeVisible();
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.goto("/ui/upstreams/create");
  const folded = page.locator(".weir-advanced").getByRole("button");
  await expect(folded.first()).toBeVisible();
  expect(await folded.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().right).filter((right) => right > 390))).toEqual([]);
});
