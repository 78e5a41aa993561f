import { expect, test, type APIRequestContext } from "@playwright/test";
import { call, confirm, shop, startNode, wholeApi, type Node, type Shop } from "./backend";
import { accessible, api, create, eventsOf, logIn, read, tabTo, unique } from "./weir";

let rest: APIRequestContext;
let node: Node;

test.beforeAll(async () => {
  rest = await api();
  node = await startNode();
});
test.afterAll(() => node.close());
test.beforeEach(({ page }) => logIn(page));

const url = async (serviceId: string, environment: string): Promise<string> => (await read<{ url: string }>(rest, `/v1/services/${serviceId}/environments/${environment}`)).url;

async function simpleApi(where: Shop, path = "/orders"): Promise<{ id: string; name: string }> {
  const name = unique("api");
  const { id } = await create(rest, `/v1/services/${where.service.id}/apis`, { name, frontEnd: { path }, backEnd: { upstreamId: where.upstream.id, path: "/v2" } });
  return { id, name };
}

async function release(where: Shop, environment: string): Promise<string> {
  return (await create(rest, `/v1/services/${where.service.id}/releases`, { environment })).id;
}

test("an API is created and released by keyboard alone", async ({ page }) => {
  const where = await shop(rest, node.port);
  const name = unique("keys");
  const press = (key: string) => page.keyboard.press(key);
  await tabTo(page, page.getByRole("link", { name: "Service", exact: true }));
  await press("Enter");
  await tabTo(page, page.getByRole("textbox", { name: "Name or id" }));
  await page.keyboard.type(where.service.name);
  await expect(page.getByRole("row")).toHaveCount(2);
  await tabTo(page, page.getByRole("link", { name: where.service.name }));
  await press("Enter");
  await tabTo(page, page.getByRole("tab", { name: /^Manage API/ }));
  await press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Create", exact: true }));
  await press("Enter");
  await expect(page.getByRole("menuitem", { name: /General API/ })).toBeFocused();
  await press("Enter");

  await tabTo(page, page.getByRole("textbox", { name: "API Name" }));
  await page.keyboard.type(name);
  await tabTo(page, page.getByRole("textbox", { name: "Path" }));
  await press("ControlOrMeta+a");
  await page.keyboard.type("/keys");
  await press("Enter");
  const upstream = page.getByRole("combobox", { name: "VPC Upstream" });
  await tabTo(page, upstream);
  await page.keyboard.type(where.upstream.name);
  await expect(page.getByRole("listbox", { name: "VPC Upstream" }).getByRole("option")).toHaveCount(1);
  await press("ArrowDown");
  await press("Enter");
  await expect(upstream).toHaveValue(where.upstream.name);
  await tabTo(page, page.getByRole("button", { name: "Next", exact: true }));
  await press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Create", exact: true }));
  await press("Enter");
  await expect(page.getByText(`${name} is created`)).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Release to test" }));
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Review and release" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Release to test" }));
  await press("Enter");
  await expect(page.getByRole("region", { name: "Call in test" })).toBeVisible();
  const base = await url(where.service.id, "test");
  await expect.poll(async () => (await call(rest, `${base}keys`)).status).toBe(200);
});

test("what is wrong is told at its field, and the path that another API has at the path", async ({ page }) => {
  const where = await shop(rest, node.port);
  await simpleApi(where, "/taken");
  await page.goto(`/ui/services/${where.service.id}/apis/create`);
  await page.getByRole("textbox", { name: "Path" }).fill("taken/../x");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "API Name" })).toBeFocused();
  await accessible(page);
  await page.getByRole("textbox", { name: "API Name" }).fill(unique("other"));
  await page.getByRole("textbox", { name: "Path" }).fill("/taken");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("combobox", { name: "VPC Upstream" }).fill(where.upstream.name);
  await page.getByRole("option", { name: new RegExp(where.upstream.name) }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Path" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Path" })).toHaveAccessibleDescription(/is taken by/);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Path" })).toHaveValue("/taken");
});

test("VPCs that nothing joins are joined from the form", async ({ page }) => {
  const where = await shop(rest, node.port, false);
  await page.goto(`/ui/services/${where.service.id}/apis/create`);
  await page.getByRole("textbox", { name: "API Name" }).fill(unique("far"));
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("combobox", { name: "VPC Upstream" }).fill(where.upstream.name);
  await page.getByRole("option", { name: new RegExp(where.upstream.name) }).click();
  await expect(page.getByText(/requests will be answered 503 until/)).toBeVisible();
  await page.getByRole("region", { name: "What happens to a request" }).getByRole("button", { name: "Join now" }).click();
  await page.getByRole("combobox", { name: "Cloud Connect Network" }).selectOption("A new network");
  await page.getByRole("textbox", { name: "Name of the network" }).fill(unique("joined"));
  await confirm(page, "Join");
  await expect(page.getByText(/requests will be answered 503 until/)).toBeHidden();
  await expect(page.getByRole("heading", { name: "Backend Configuration" })).toBeVisible();
});

test("an API that releases hold is deleted, and what still answers with it is ended from there", async ({ page }) => {
  const where = await shop(rest, node.port);
  const gone = await simpleApi(where, "/gone");
  await simpleApi(where, "/stays");
  await release(where, "test");
  await page.goto(`/ui/services/${where.service.id}/apis/${gone.id}`);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("dialog")).toContainText("1 environment goes on answering with it");
  await confirm(page, "Delete");
  await expect(page.getByText(`The draft of ${gone.name} is deleted, but test still answers with it`)).toBeVisible();
  const base = await url(where.service.id, "test");
  await expect.poll(async () => (await call(rest, `${base}gone`)).status).toBe(200);
  await page.getByRole("button", { name: "Release test without it" }).click();
  await expect(page.getByText("1 API changes in test")).toBeVisible();
  await page.getByRole("button", { name: "Release to test" }).click();
  await expect.poll(async () => (await call(rest, `${base}gone`)).status).toBe(404);
  expect((await rest.delete(`/v1/upstreams/${where.upstream.id}`)).status()).toBe(409);
});

test("saving without a change is no event, and a change keeps every other field", async ({ page }) => {
  const where = await shop(rest, node.port);
  const { id, path } = await wholeApi(rest, where);
  const before = await read<{ backEnd: object; [field: string]: unknown }>(rest, path);
  const recorded = await eventsOf(rest, id);
  await page.goto(`/ui/services/${where.service.id}/apis/${id}/edit`);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Backend Configuration" })).toBeVisible();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(page.getByText("Nothing is changed, so nothing would be recorded.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await page.getByRole("spinbutton", { name: /Timeout/ }).fill("9000");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("9,000 ms")).toBeVisible();
  expect(await read(rest, path)).toMatchObject({ name: before.name, description: before.description, frontEnd: before.frontEnd, backEnd: { ...before.backEnd, timeoutMillis: 9_000 } });
  expect(await eventsOf(rest, id)).toBe(recorded + 1);
});

test("a service is made with an instance on the spot, and settings that are saved unchanged are no event", async ({ page }) => {
  const [name, instance, vpc] = [unique("made"), unique("spot"), unique("vpc")];
  await page.goto("/ui/services/create");
  await page.getByRole("textbox", { name: "Service Name" }).fill(name);
  await page.getByRole("textbox", { name: "Description" }).fill("Owner: team shop – 12");
  await page.getByRole("button", { name: "Create an instance" }).click();
  await page.getByRole("textbox", { name: "Instance name" }).fill(instance);
  await page.getByRole("combobox", { name: "VPC", exact: true }).selectOption("A new VPC");
  await page.getByRole("textbox", { name: "VPC name" }).fill(vpc);
  await page.getByRole("button", { name: "Create an instance" }).click();
  await expect(page.getByRole("combobox", { name: "Dedicated instance" }).locator("option:checked")).toHaveText(`${instance}, in VPC ${vpc}`);
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  const id = /service-[a-z0-9]{8}/.exec(page.url())![0];
  const recorded = await eventsOf(rest, id);
  await page.getByRole("tab", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  expect(await eventsOf(rest, id)).toBe(recorded);
});

test("environments: what differs, promoted, rolled back, unreleased", async ({ page }) => {
  const where = await shop(rest, node.port);
  await simpleApi(where, "/one");
  const first = await release(where, "test");
  const second = await simpleApi(where, "/two");
  await page.goto(`/ui/services/${where.service.id}`);
  await expect(page.getByText("1 draft differs from test")).toBeVisible();
  await page.getByRole("button", { name: "Review and release to test" }).click();
  await expect(page.getByRole("list", { name: "What changes in test" })).toContainText(second.name);
  await page.getByRole("button", { name: "Release to test" }).click();

  const environment = (name: string) => page.getByRole("region", { name, exact: true });
  await environment("test").getByRole("button", { name: "Promote to prepub" }).click();
  await confirm(page, "Promote");
  await environment("prepub").getByRole("button", { name: "Promote to release" }).click();
  await confirm(page, "Promote");
  await expect(environment("release")).toContainText("answers");
  const base = await url(where.service.id, "release");
  await expect.poll(async () => (await call(rest, `${base}two`)).status).toBe(200);
  await accessible(page);

  await environment("release").getByRole("button", { name: "Roll back" }).click();
  // it has answered with nothing else before, so nothing is proposed
  await page.getByLabel("Earlier release").selectOption(first);
  await confirm(page, "Roll back", where.service.name);
  await expect(environment("release")).toContainText(first);
  await expect.poll(async () => (await call(rest, `${base}two`)).status).toBe(404);

  await page.getByRole("tab", { name: "Releases" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(2);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Compare the two" }).click();
  await expect(page.getByRole("heading", { name: "1 API differs" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Compare releases" })).toContainText(second.name);
  await accessible(page);

  await page.goto(`/ui/services/${where.service.id}/environments`);
  await environment("release").getByRole("button", { name: "Unrelease" }).click();
  await confirm(page, "Unrelease", where.service.name);
  await expect(environment("release")).toContainText("answers nothing");
  await expect.poll(async () => (await call(rest, `${base}one`)).status).toBe(404);
});

test("a release that comes while a dialog is open is told, and what is confirmed is what was seen", async ({ page }) => {
  test.slow();
  const where = await shop(rest, node.port);
  await simpleApi(where, "/one");
  const releases = [await release(where, "test"), await release(where, "test")];
  const path = `/v1/services/${where.service.id}/environments`;
  const put = (environment: string, releaseId: string | undefined) => rest.put(`${path}/${environment}`, { data: { releaseId } });
  expect((await put("release", releases[0])).ok()).toBe(true);
  expect((await put("release", releases[1])).ok()).toBe(true);
  await page.goto(`/ui/services/${where.service.id}/environments`);
  const environment = (name: string) => page.getByRole("region", { name, exact: true });
  const dialog = page.getByRole("dialog");
  const meanwhile = dialog.getByText("A release has come since you opened this.");
  const again = dialog.getByRole("button", { name: "Go on from what is there now" });
  const confirms = (name: string) => dialog.getByRole("button", { name, exact: true });

  // back to what it answered with before, unless somebody else releases
  await environment("release").getByRole("button", { name: "Roll back" }).click();
  const choice = dialog.getByLabel("Earlier release");
  await expect(choice).toHaveValue(releases[0]!);
  await dialog.getByLabel("Reason").fill("typed before");
  await dialog.getByLabel(/^Requests will notice this/).fill(where.service.name);
  await expect(confirms("Roll back")).toBeEnabled();
  releases.push(await release(where, "release"));
  await expect(meanwhile).toBeVisible();
  await expect(confirms("Roll back")).toBeDisabled();
  await expect(choice).toHaveValue(releases[0]!);
  await accessible(page);
  await again.click();
  await expect(meanwhile).toHaveCount(0);
  await expect(choice).toHaveValue(releases[1]!);
  await expect(dialog.getByLabel("Reason")).toHaveValue("typed before");
  // what comes to another environment, and whatever else is changed in the service, is no hindrance
  await release(where, "prepub");
  expect((await rest.patch(`/v1/services/${where.service.id}`, { data: { description: "meanwhile" }, headers: { "Content-Type": "application/merge-patch+json" } })).ok()).toBe(true);
  await expect(page.locator(".weir-head")).toContainText("meanwhile");
  await confirms("Roll back").click();
  await expect(dialog).toHaveCount(0);
  await expect(environment("release")).toContainText(releases[1]!);

  await environment("test").getByRole("button", { name: "Promote to prepub" }).click();
  await dialog.getByLabel("Reason").fill("typed before");
  releases.push(await release(where, "test"));
  await expect(meanwhile).toBeVisible();
  await expect(confirms("Promote")).toBeDisabled();
  await again.click();
  // what prepub answers with changes at once
  await dialog.getByLabel(/^Requests will notice this/).fill(where.service.name);
  await confirms("Promote").click();
  await expect(dialog).toHaveCount(0);
  await expect(environment("prepub")).toContainText(releases.at(-1)!);

  // what is taken off meanwhile leaves nothing to be done
  await environment("release").getByRole("button", { name: "Unrelease" }).click();
  await dialog.getByLabel("Reason").fill("typed before");
  await release(where, "release");
  await expect(meanwhile).toBeVisible();
  expect((await rest.delete(`${path}/release`)).ok()).toBe(true);
  await expect(dialog.getByText("The environment answers nothing any more")).toBeVisible();
  await expect(again).toHaveCount(0);
  await expect(confirms("Unrelease")).toBeDisabled();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(environment("release")).toContainText("answers nothing");
});

test("a custom domain is bound, changed and unbound", async ({ page }) => {
  const where = await shop(rest, node.port);
  const domain = `${unique("shop").replaceAll("_", "-")}.example.com`;
  await page.goto(`/ui/services/${where.service.id}/domains`);
  await page.getByRole("button", { name: "Bind" }).first().click();
  await page.getByRole("textbox", { name: "Domain" }).fill(domain);
  await page.getByRole("combobox", { name: "Environment" }).selectOption("prepub");
  await page.getByRole("textbox", { name: "Certificate" }).fill("shop.example");
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("row", { name: new RegExp(domain) })).toContainText("prepub");
  await page.getByRole("button", { name: `Edit ${domain}` }).click();
  await page.getByRole("combobox", { name: "Environment" }).selectOption("test");
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("row", { name: new RegExp(domain) })).toContainText("test");
  expect(await read(rest, `/v1/services/${where.service.id}/domains/${domain}`)).toMatchObject({ environment: "test", certificate: "shop.example" });
  await page.getByRole("button", { name: `Unbind ${domain}` }).click();
  await confirm(page, "Unbind");
  await expect(page.getByText("No custom domain")).toBeVisible();
});

test("no page of a service keeps anybody out or runs over, at any size", async ({ page }) => {
  const where = await shop(rest, node.port, false);
  const { id } = await wholeApi(rest, where);
  await release(where, "test");
  const base = `/ui/services/${where.service.id}`;
  const pages = ["/ui/services", "/ui/services/create", base, `${base}/environments`, `${base}/releases`, `${base}/domains`, `${base}/history`, `${base}/settings`, `${base}/release`, `${base}/releases/compare`, `${base}/apis/create`, `${base}/apis/${id}`, `${base}/apis/${id}/code`, `${base}/apis/${id}/edit`];
  for (const path of pages) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
    await accessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    // the sidebar goes when the page has noticed its new size
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});
