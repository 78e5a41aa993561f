import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { accessible, api, create, logIn, position, read, tabTo, unique } from "./weir";

interface Made {
  id: string;
  version: number;
}

let rest: APIRequestContext;
test.beforeEach(async ({ page }) => {
  rest = await api();
  page.on("dialog", (dialog) => void dialog.accept());
  await logIn(page);
});
test.afterEach(() => rest.dispose());

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name, exact: true });

/** Two VPCs joined by a network, and an API that needs that. */
async function joinedApi() {
  const edge = unique("edge");
  const shop = unique("shop");
  const backbone = unique("backbone");
  const from = await create(rest, "/v1/vpcs", { name: edge });
  const to = await create(rest, "/v1/vpcs", { name: shop });
  const network = await create(rest, "/v1/cloud-connect-networks", { name: backbone });
  for (const vpc of [from, to]) expect((await rest.put(`/v1/cloud-connect-networks/${network.id}/links/${vpc.id}`)).ok()).toBe(true);
  const instance = await create(rest, "/v1/instances", { name: unique("public"), vpcId: from.id });
  const upstream = await create(rest, "/v1/upstreams", { name: unique("orders"), vpcId: to.id, protocol: "HTTP", nodes: [{ address: "10.0.0.1", port: 8080, weight: 1 }] });
  const service = await create(rest, "/v1/services", { name: unique("service"), instanceId: instance.id });
  const name = unique("api");
  const made = await create(rest, `/v1/services/${service.id}/apis`, { name, frontEnd: { path: `/${name}`, method: "GET" }, backEnd: { upstreamId: upstream.id, path: "/" } });
  return { edge, shop, backbone, from, to, network, instance, upstream, service, api: made, apiName: name };
}

async function reachability(service: Made, made: Made): Promise<string> {
  return (await read<{ reachability: { status: string } }>(rest, `/v1/services/${service.id}/apis/${made.id}`)).reachability.status;
}

for (const { kind, item, path } of [
  { kind: "vpcs", item: "VPC", path: "/v1/vpcs" },
  { kind: "cloud-connect-networks", item: "Cloud Connect Network", path: "/v1/cloud-connect-networks" },
  { kind: "instances", item: "Dedicated instance", path: "/v1/instances" },
]) {
  test(`${kind}: created, saved without a change, renamed and deleted`, async ({ page }) => {
    const home = unique("home");
    if (kind === "instances") await create(rest, "/v1/vpcs", { name: home });
    await create(rest, "/v1/vpcs", { name: unique("any") });
    const name = unique("made");
    await page.goto("/ui/network");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await page.getByRole("menuitem", { name: item, exact: true }).click();
    await page.getByLabel("Name").fill("no blanks, please");
    await page.getByRole("button", { name: "Review" }).click();
    await expect(page.getByLabel("Name")).toBeFocused();
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Description").fill("typed before a reload");
    await page.reload();
    await expect(page.getByLabel("Name")).toHaveValue(name);
    if (kind === "instances") {
      await page.getByRole("combobox", { name: "VPC" }).fill(home);
      await page.getByRole("option", { name: home }).click();
    }
    await accessible(page);
    await page.getByRole("button", { name: "Review" }).click();
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(heading(page, name)).toBeVisible();

    // every field of it is kept, and nothing is recorded
    const before = (await read<{ items: Made[] }>(rest, `${path}?name=${name}`)).items[0]!;
    const at = await position(rest);
    await page.getByRole("link", { name: /^Edit/ }).click();
    await page.getByRole("button", { name: "Review" }).click();
    await expect(page.getByText("Nothing is changed")).toBeVisible();
    await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
    expect(await position(rest)).toBe(at);
    await page.getByRole("button", { name: "Back" }).click();

    const renamed = unique("renamed");
    await page.getByLabel("Name").fill(renamed);
    await page.getByRole("button", { name: "Review" }).click();
    await page.getByLabel("Reason").fill("Ticket 12 – Müller");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(heading(page, renamed)).toBeVisible();
    const after = await read<Record<string, unknown>>(rest, `${path}/${before.id}`);
    for (const [field, value] of Object.entries(before)) {
      if (!["name", "version", "position", "changedAt"].includes(field)) expect(after[field], field).toEqual(value);
    }

    await page.getByRole("button", { name: "Delete", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Delete", exact: true })).toBeDisabled();
    await dialog.getByLabel("Reason").fill("not needed");
    await dialog.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(heading(page, renamed)).toBeHidden();
    await expect.poll(async () => (await rest.get(`${path}/${before.id}`)).status()).toBe(404);
  });
}

test("detaching says which APIs will answer 503, and the picture leads back by keyboard alone", async ({ page }) => {
  const made = await joinedApi();
  await page.goto(`/ui/network?selected=${made.network.id}`);
  await page.getByRole("button", { name: `Detach ${made.shop}` }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("1 API will answer 503")).toBeVisible();
  await expect(dialog.getByRole("link", { name: made.apiName })).toBeVisible();
  await accessible(page);
  await dialog.getByLabel("Reason").fill("to see what it breaks");
  await dialog.getByLabel(/^Requests will notice this/).fill(made.shop);
  await dialog.getByRole("button", { name: "Detach", exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(await reachability(made.service, made.api)).toBe("VPC_NOT_CONNECTED");

  await page.goto(`/ui/network?q=${made.edge}`);
  const pair = page.locator(".weir-pair").filter({ hasText: made.edge });
  const showAll = page.getByRole("button", { name: /^Show all/ });
  await expect(pair.or(showAll).first()).toBeVisible();
  if (await showAll.isVisible()) await showAll.click();
  await expect(pair).toContainText(`detached ${made.shop} from ${made.backbone}`);
  await expect(pair).toContainText("to see what it breaks");
  await accessible(page);
  await tabTo(page, page.getByRole("link", { name: `Attach ${made.shop} to ${made.backbone} …` }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 API will be reachable")).toBeVisible();
  await expect(page.getByRole("link", { name: made.apiName })).toBeVisible();
  await accessible(page);
  await tabTo(page, page.getByRole("button", { name: "Attach 1 VPC" }));
  await page.keyboard.press("Enter");
  await expect(heading(page, made.backbone)).toBeVisible();
  expect(await reachability(made.service, made.api)).toBe("CONNECTED");
});

test("what is in use is not deleted: the dialog leads through what is in the way", async ({ page }) => {
  const made = await joinedApi();
  await page.goto(`/ui/network?selected=${made.to.id}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(`${made.shop} is in use`)).toBeVisible();
  await expect(dialog.getByRole("link").first()).toHaveAttribute("href", new RegExp(`/ui/upstreams/${made.upstream.id}$`));
  await expect(dialog.getByRole("button", { name: "Delete", exact: true })).toBeDisabled();
  await accessible(page);
  expect((await rest.delete(`/v1/services/${made.service.id}/apis/${made.api.id}`)).ok()).toBe(true);
  expect((await rest.delete(`/v1/upstreams/${made.upstream.id}`)).ok()).toBe(true);
  await dialog.getByRole("button", { name: `Detach from ${made.backbone}` }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("first step");
  await page.getByRole("dialog").getByRole("button", { name: "Detach", exact: true }).click();
  await expect(dialog.getByRole("button", { name: "Delete", exact: true })).toBeEnabled();
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("all steps are done");
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(heading(page, made.shop)).toBeHidden();
  await expect.poll(async () => (await rest.get(`/v1/vpcs/${made.to.id}`)).status()).toBe(404);
});

test("the table says what the picture shows, and both are walked by keyboard", async ({ page }) => {
  const made = await joinedApi();
  await page.goto(`/ui/network?q=${made.backbone}`);
  const boxes = page.getByRole("list", { name: "VPCs" });
  await expect(boxes.getByRole("listitem")).toHaveCount(2);
  await expect(boxes).toContainText("1 upstream");
  await boxes.getByRole("link", { name: made.edge }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(boxes.getByRole("link", { name: made.shop })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, made.shop)).toBeFocused();
  await page.getByRole("button", { name: "Table" }).click();
  const row = page.getByRole("grid", { name: "VPCs" }).getByRole("row", { name: made.shop });
  await expect(row).toContainText(made.backbone);
  await expect(row).toContainText("1 upstream");
  await accessible(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(row).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  }
});

test("an instance tells where what is released on it is reached, then as now", async ({ page }) => {
  const { instance, service } = await joinedApi();
  await page.goto(`/ui/network?selected=${instance.id}`);
  const endpoints = page.getByRole("region", { name: "Endpoints" });
  await expect(endpoints).toContainText("Nothing is released on this instance");
  const before = await position(rest);
  await create(rest, `/v1/services/${service.id}/releases`, { environment: "test" });
  await page.goto(`/ui/network?selected=${instance.id}`);
  await expect(endpoints.getByRole("link")).toHaveAttribute("href", new RegExp(`^/ui/services/${service.id}/environments`));
  await expect(endpoints).toContainText("test");
  await expect(endpoints.getByRole("button", { name: "Copy" }).first()).toBeVisible();
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  await page.goto(`/ui/network?selected=${instance.id}&at=${before}`);
  await expect(endpoints).toContainText("Nothing is released on this instance");
});
