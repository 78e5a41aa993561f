// Ten thousand upstreams: what a page costs does not grow with them.
import { expect, test, type APIRequestContext, type Page, type Response } from "@playwright/test";
import { shop, type Shop } from "./backend";
import { KEY, URL, api, create, logIn, read, unique } from "./weir";

/** How many upstreams are made: as many as there is time for, or WEIR_MANY however long it takes. */
const MOST = Number(process.env.WEIR_MANY ?? 10_000);
const MAKING_MILLIS = process.env.WEIR_MANY ? Infinity : 12_000;
const AT_ONCE = 128;
/** Generous: only what reads or draws all of them takes that long. */
const PATIENCE_MILLIS = 8_000;
const ROWS = 20;

let rest: APIRequestContext;
let vpcs: string[];
let where: Shop;
let many = 0;
const mark = unique("many");
const nameOf = (n: number) => `${mark}_${String(n).padStart(5, "0")}`;

test.describe.configure({ mode: "serial" });

/** Makes one; not by Playwright, whose requests take more of a processor than making an upstream does. */
async function make(n: number): Promise<void> {
  const answer = await fetch(`${URL}/v1/upstreams`, {
    method: "POST",
    headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      name: nameOf(n),
      vpcId: vpcs[n % vpcs.length],
      protocol: "HTTP",
      nodes: Array.from({ length: 1 + (n % 5) }, (_none, node) => ({ address: `10.${n >> 8}.${n & 255}.${node + 1}`, port: 8080, weight: 10 })),
    }),
  });
  const text = await answer.text();
  expect(answer.status, text).toBe(201);
}

test.beforeAll(async () => {
  test.setTimeout(600_000);
  rest = await api();
  where = await shop(rest, 8080);
  vpcs = [];
  for (let n = 0; n < 20; n++) vpcs.push((await create(rest, "/v1/vpcs", { name: unique("field") })).id);
  const started = Date.now();
  const work = async () => {
    while (many < MOST && Date.now() - started < MAKING_MILLIS) await make(many++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(`${many} upstreams made in ${Date.now() - started} ms`);
  // until lists know all of them
  await expect.poll(async () => (await read<{ total: number }>(rest, `/v1/upstreams?q=${mark}&count=true&limit=1`)).total, { timeout: 120_000 }).toBe(many);
});
test.afterAll(() => rest.dispose());

interface Cost {
  requests: string[];
  bytes: number;
  millis: number;
}

/** What a page asks for, and how long it takes, until something is seen. */
async function cost(page: Page, what: string, act: () => Promise<void>): Promise<Cost> {
  const requests: string[] = [];
  const bodies: Promise<number>[] = [];
  const count = (response: Response) => {
    const { pathname, search } = new globalThis.URL(response.url());
    if (!pathname.startsWith("/v1/") || pathname.endsWith("/stream")) return;
    requests.push(pathname + search);
    bodies.push(response.body().then(({ length }) => length, () => 0));
  };
  page.on("response", count);
  const started = performance.now();
  await act();
  const millis = Math.round(performance.now() - started);
  page.off("response", count);
  const bytes = (await Promise.all(bodies)).reduce((sum, length) => sum + length, 0);
  console.log(`${what}: ${millis} ms, ${requests.length} requests, ${bytes} bytes`);
  return { requests, bytes, millis };
}

const rows = (page: Page) => page.getByRole("grid", { name: "VPC Upstreams" }).locator("tbody tr");

test("the list reads and draws a page of them, whatever is searched, ordered or turned", async ({ page }) => {
  test.slow();
  await logIn(page);
  await page.goto("/ui/services");
  await expect(page.getByRole("grid", { name: "Service" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const first = await cost(page, "list", async () => {
    await page.getByRole("link", { name: "VPC Upstreams", exact: true }).first().click();
    await expect(rows(page).first()).toBeVisible();
  });
  expect(first.millis).toBeLessThan(PATIENCE_MILLIS);
  expect(await rows(page).count()).toBe(ROWS);
  const lists = first.requests.filter((path) => path.startsWith("/v1/upstreams?"));
  expect(lists.length, lists.join("\n")).toBe(1);
  expect(first.requests.length, first.requests.join("\n")).toBeLessThan(15);
  expect(first.bytes).toBeLessThan(200_000);
  expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(3_000);

  const reload = await cost(page, "list, loaded anew", async () => {
    await page.reload();
    await expect(rows(page).first()).toBeVisible();
  });
  expect(reload.millis).toBeLessThan(PATIENCE_MILLIS);

  const wanted = nameOf(many - 3);
  const search = await cost(page, "search", async () => {
    await page.getByPlaceholder("Name, id or node address").pressSequentially(wanted);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page).first()).toContainText(wanted);
  });
  expect(search.millis).toBeLessThan(PATIENCE_MILLIS);
  // what is typed fast is one question
  expect(search.requests.filter((path) => path.includes("q=")).length).toBeLessThan(6);
  await page.getByPlaceholder("Name, id or node address").fill(mark);
  await expect(rows(page).first()).toContainText(nameOf(0));

  const sorted = await cost(page, "sort", async () => {
    await page.getByRole("columnheader", { name: "Upstream Name" }).getByRole("button").click();
    await expect(rows(page).first()).toContainText(nameOf(many - 1));
  });
  expect(sorted.millis).toBeLessThan(PATIENCE_MILLIS);
  const turned = await cost(page, "next page", async () => {
    await page.getByRole("button", { name: "Go to next page" }).first().click();
    await expect(rows(page).first()).toContainText(nameOf(many - 1 - ROWS));
  });
  expect(turned.millis).toBeLessThan(PATIENCE_MILLIS);
  const last = await cost(page, "last page", async () => {
    await page.getByRole("button", { name: "Go to last page" }).first().click();
    await expect(rows(page).first()).toContainText(nameOf((many - 1) % ROWS));
  });
  expect(last.millis).toBeLessThan(PATIENCE_MILLIS);
  for (const step of [search, sorted, turned, last]) expect(step.bytes).toBeLessThan(400_000);
});

test("choosing one for an API, the search of everything, overview and network read no more than they show", async ({ page }) => {
  test.slow();
  await logIn(page);
  await page.goto(`/ui/services/${where.service.id}/apis/create`);
  await page.getByLabel("API Name").fill("one");
  await page.getByRole("textbox", { name: "Path" }).fill("/one");
  await page.getByRole("button", { name: "Next" }).click();
  const wanted = nameOf(many - 7);
  const picker = page.getByRole("combobox", { name: "VPC Upstream" });
  const options = page.getByRole("listbox").getByRole("option");
  const opened = await cost(page, "picker opened", async () => {
    await picker.click();
    await expect(options.first()).toBeVisible();
  });
  expect(await options.count()).toBeLessThan(25);
  const chosen = await cost(page, "picker searched", async () => {
    await picker.pressSequentially(wanted);
    await expect(options).toHaveCount(1);
    await expect(page.getByRole("option", { name: wanted })).toBeVisible();
  });
  await page.getByRole("option", { name: wanted }).click();
  await expect(picker).toHaveValue(wanted);

  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  const everything = await cost(page, "Ctrl K", async () => {
    await dialog.getByLabel("Text to look for").pressSequentially(wanted);
    await expect(dialog.getByRole("menuitem", { name: wanted }).first()).toBeVisible();
  });
  await page.keyboard.press("Escape");

  const overview = await cost(page, "overview", async () => {
    await page.goto("/ui/overview");
    await expect(page.getByRole("heading", { name: "What needs attention" })).toBeVisible();
    await expect(page.locator(".weir-counts").getByRole("link", { name: "VPC upstreams" })).toContainText(/\d/);
  });
  const network = await cost(page, "network", async () => {
    await page.goto("/ui/network");
    await expect(page.getByText(`${Math.floor(many / vpcs.length).toLocaleString("en-GB")} upstreams`).first()).toBeVisible();
  });
  for (const step of [opened, chosen, everything, overview, network]) {
    expect(step.millis).toBeLessThan(PATIENCE_MILLIS);
    expect(step.bytes).toBeLessThan(600_000);
    expect(step.requests.length, step.requests.join("\n")).toBeLessThan(60);
  }
});
