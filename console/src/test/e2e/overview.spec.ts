import { expect, test, type APIRequestContext } from "@playwright/test";
import { accessible, api, create, logIn, unique } from "./weir";

let rest: APIRequestContext;
test.beforeEach(async ({ page }) => {
  rest = await api();
  await logIn(page);
});
test.afterEach(() => rest.dispose());

test("on an empty system the first steps are told, the first of them as next", async ({ page }) => {
  // before the first event there was nothing
  await page.goto("/ui/overview?at=0");
  const steps = page.getByRole("list", { name: "First steps" }).getByRole("listitem");
  await expect(steps).toHaveCount(7);
  await expect(steps.first()).toContainText("Create a VPC");
  await expect(page.getByLabel("Step 1, next")).toBeVisible();
  await expect(page.getByLabel("Step 7, later")).toBeVisible();
  await accessible(page);
});

test("a step comes back to the overview, which knows what was done", async ({ page }) => {
  const name = unique("first");
  await page.goto(`/ui/network/vpcs/create?then=${encodeURIComponent("/overview")}`);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(page.getByText(`created VPC ${name}`)).toBeVisible();
});

test("the overview says what needs attention and proves what there is", async ({ page }) => {
  const from = await create(rest, "/v1/vpcs", { name: unique("edge") });
  const to = await create(rest, "/v1/vpcs", { name: unique("alone") });
  const instance = await create(rest, "/v1/instances", { name: unique("public"), vpcId: from.id });
  const upstream = await create(rest, "/v1/upstreams", { name: unique("orders"), vpcId: to.id, protocol: "HTTP", nodes: [{ address: "10.0.0.1", port: 8080, weight: 1 }] });
  const service = await create(rest, "/v1/services", { name: unique("service"), instanceId: instance.id });
  const name = unique("broken");
  const made = await create(rest, `/v1/services/${service.id}/apis`, { name, frontEnd: { path: `/${name}`, method: "GET" }, backEnd: { upstreamId: upstream.id, path: "/" } });
  await page.goto("/ui/overview");
  const showAll = page.getByRole("button", { name: /^Show all/ });
  const broken = page.getByRole("link", { name, exact: true }).first();
  await expect(broken.or(showAll).first()).toBeVisible();
  if (await showAll.isVisible()) await showAll.click();
  await expect(page.locator(".weir-attention").getByRole("link", { name, exact: true })).toHaveAttribute("href", `/ui/services/${service.id}/apis/${made.id}`);
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByRole("grid", { name: "Check now" }).getByRole("row").nth(1)).toBeVisible();
  await accessible(page);
});

test("the data plane tells each replica's state and position in words", async ({ page }) => {
  await page.goto("/ui/data-plane");
  const row = page.getByRole("grid", { name: "Data Plane" }).getByRole("row").nth(1);
  await expect(row).toContainText("live");
  await expect(row).toContainText("the newest");
  await expect(row).toContainText("up to date");
  // words that belong together stand on one line
  for (const words of ["the newest", "up to date"]) expect(await row.getByText(words, { exact: true }).evaluate((element) => getComputedStyle(element).whiteSpace)).toBe("nowrap");
  await page.getByRole("button", { name: /^What each state means/ }).click();
  await expect(page.getByText("STUCK", { exact: true })).toBeVisible();
  await accessible(page);
});

test("the certificates of replicas are a tab of the data plane, and fit a phone", async ({ page }) => {
  await page.goto("/ui/data-plane");
  await page.getByRole("link", { name: "Certificates" }).or(page.getByRole("tab", { name: "Certificates" })).click();
  await expect(page).toHaveURL(/\/ui\/data-plane\/certificates/);
  await expect(page.getByRole("textbox", { name: "Name or host name" })).toBeVisible();
  await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
  // how far ahead is looked is in the URL as days, and asked for as a time
  const asked = page.waitForRequest((request) => request.url().includes("/v1/certificates?") && request.url().includes("expires_before="));
  await page.getByRole("combobox", { name: "Expires" }).selectOption("30");
  await expect(page).toHaveURL(/expires_within=30/);
  const before = new URL((await asked).url()).searchParams.get("expires_before")!;
  expect(Math.abs(Date.parse(before) - Date.now() - 30 * 86_400_000)).toBeLessThan(120_000);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Expires" })).toHaveValue("30");
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("custom domains of all services are in one list", async ({ page }) => {
  const name = unique("shop").replaceAll("_", "-");
  const vpc = await create(rest, "/v1/vpcs", { name: unique("edge") });
  const instance = await create(rest, "/v1/instances", { name: unique("public"), vpcId: vpc.id });
  const service = await create(rest, "/v1/services", { name: unique("service"), instanceId: instance.id });
  await create(rest, `/v1/services/${service.id}/domains`, { domain: `${name}.example.com`, environment: "test" });
  await page.goto("/ui/domains");
  await page.getByRole("textbox", { name: "Domain" }).fill(name);
  await expect(page.getByRole("link", { name: `${name}.example.com` })).toHaveAttribute("href", `/ui/services/${service.id}/domains`);
  await accessible(page);

  // a service on the shared instance has none, so it cannot be chosen
  const shared = unique("shared");
  const { id } = await create(rest, "/v1/services", { name: shared });
  await page.getByRole("button", { name: "Bind a domain" }).or(page.getByRole("link", { name: "Bind a domain" })).first().click();
  const choice = page.getByRole("combobox", { name: "Service" });
  await choice.fill(shared);
  const option = page.getByRole("option", { name: shared });
  await expect(option).toContainText("on the shared instance, which has no custom domains");
  await expect(option).toHaveAttribute("aria-disabled", "true");
  await page.goto(`/ui/services/${id}/domains/bind`);
  await expect(page.getByRole("heading", { name: "This service is on the shared instance" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Certificate" })).toHaveCount(0);
  const refused = await rest.post(`/v1/services/${id}/domains`, { data: { domain: `${name}.example.org`, environment: "test" } });
  expect(((await refused.json()) as { code: string }).code).toBe("SHARED_INSTANCE");
});
