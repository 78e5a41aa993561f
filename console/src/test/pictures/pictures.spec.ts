// Takes the pictures of docs/console.md.
import { expect, test, type Page } from "@playwright/test";
import { api, logIn, read } from "../e2e/weir";
import { tell, type Story } from "./story";

let story: Story;
let ofNodes: number;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  story = await tell();
  const rest = await api();
  const { items } = await read<{ items: { position: number }[] }>(rest, `/v1/events?subject=${story.upstream}&type=upstream.nodes-changed.v1&limit=1`);
  ofNodes = items[0]!.position;
  await rest.dispose();
});
test.afterAll(() => story.end());
test.beforeEach(({ page }) => logIn(page));

async function picture(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
  await page.waitForLoadState("networkidle");
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.evaluate(() => document.querySelectorAll("*").forEach((element) => (element.scrollTop = 0)));
  await page.screenshot({ path: `../docs/console/${name}.png` });
}

const pages: [string, () => string][] = [
  ["overview", () => "overview"],
  ["upstreams", () => "upstreams"],
  ["upstream", () => `upstreams/${story.upstream}`],
  ["upstream-nodes", () => `upstreams/${story.upstream}/nodes`],
  ["upstream-apis", () => `upstreams/${story.upstream}/apis`],
  ["service", () => `services/${story.service}`],
  ["environments", () => `services/${story.service}/environments`],
  ["releases", () => `services/${story.service}/releases`],
  ["settings", () => `services/${story.service}/settings`],
  ["api", () => `services/${story.service}/apis/${story.api}`],
  ["network", () => "network"],
  ["domains", () => "domains"],
  ["traffic", () => `traffic?service=${story.service}`],
  ["data-plane", () => "data-plane"],
  ["history", () => "history"],
  ["event", () => `history/${ofNodes}`],
  ["attempts", () => "history/attempts"],
  ["keys", () => "keys"],
];

for (const [name, path] of pages) {
  test(name, async ({ page }) => {
    // the newest readings come within some seconds
    if (name.startsWith("upstream") || name === "traffic") await page.waitForTimeout(3_000);
    await page.goto(`/ui/${path()}`);
    await picture(page, name);
  });
}

test("create an upstream", async ({ page }) => {
  await page.goto("/ui/upstreams/create");
  await page.getByRole("textbox", { name: "Upstream Name" }).fill("search");
  await page.getByRole("combobox", { name: "VPC" }).fill("shop");
  await page.getByRole("option", { name: "shop" }).click();
  await page.getByRole("textbox", { name: /^Address of node 1/ }).fill("10.0.3.11");
  await picture(page, "upstream-create");
});

test("the wizard of an API", async ({ page }) => {
  await page.goto(`/ui/services/${story.service}/apis/create`);
  await page.getByRole("textbox", { name: /Name/ }).first().fill("cancel_order");
  await page.getByRole("combobox", { name: "Path" }).or(page.getByRole("textbox", { name: "Path" })).first().fill("/orders/{id}/cancel");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Connection Mode").first()).toBeVisible();
  await page.getByRole("combobox", { name: "VPC Upstream" }).fill("stock");
  await page.getByRole("option", { name: "stock" }).click();
  await picture(page, "api-create");
});

test("the forms of the network", async ({ page }) => {
  await page.goto("/ui/network/vpcs/create");
  await page.getByRole("textbox", { name: "Name" }).fill("returns");
  await page.getByRole("textbox", { name: "Description" }).fill("What customers send back");
  await picture(page, "vpc-create");
  await page.goto(`/ui/network/join?network=${story.network}&vpc=${story.warehouse}`);
  await expect(page.getByText("1 API will be reachable")).toBeVisible();
  await picture(page, "join");
});

test("try it", async ({ page }) => {
  story.turnAway();
  await page.goto(`/ui/try?service=${story.service}&environment=release&path=/orders/42`);
  for (let n = 0; n < 24; n++) {
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("region", { name: "What came of it" })).toContainText(/after \d+ attempt/);
    if (await page.getByText(/after 2 attempts/).isVisible()) break;
  }
  await picture(page, "try");
});

test("in the dark, and on a phone", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/ui/upstreams/${story.upstream}`);
  await picture(page, "upstream-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/ui/upstreams");
  await picture(page, "upstreams-phone");
});
