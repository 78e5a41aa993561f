// What is around every page: logging in, roles, live updates, theme, language, search; and API keys.
import { expect, test } from "@playwright/test";
import { KEY, accessible, api, create, logIn, unique } from "./weir";

test("a wrong key is refused and says so, a right one opens, logging out closes", async ({ page }) => {
  await page.goto("/ui/upstreams");
  await accessible(page);
  await page.getByLabel("API key").fill("weir_wrong");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.locator("#key-help")).toContainText(/key/i);
  await expect(page.getByLabel("API key")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("API key").fill(KEY);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page).toHaveURL(/\/ui\/upstreams/);
  await expect(page.getByRole("heading", { level: 1, name: "VPC Upstreams" })).toBeVisible();
  await page.locator(".weir-account").click();
  await page.getByRole("menuitem", { name: "Log out" }).click();
  await expect(page.getByLabel("API key")).toBeVisible();
});

test("a session that ends while something is typed loses nothing", async ({ page, context }) => {
  await logIn(page);
  await page.goto("/ui/keys/create");
  const name = unique("typed");
  await page.getByLabel("Name", { exact: false }).first().fill(name);
  // the next of the page's own questions is refused
  await context.clearCookies();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Your session has ended");
  await accessible(page);
  await dialog.getByLabel("API key").fill(KEY);
  await dialog.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByLabel("Name", { exact: false }).first()).toHaveValue(name);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { name: `Key ${name} is made` })).toBeVisible();
});

test("a viewer sees everything and is offered no change", async ({ page }) => {
  const rest = await api();
  const { key } = await create<{ key: string }>(rest, "/v1/keys", { name: unique("viewer"), role: "VIEWER" });
  await logIn(page, key);
  for (const [path, title] of [["upstreams", "VPC Upstreams"], ["services", "Service"], ["network", "Network"], ["domains", "Custom Domains"], ["keys", "API Keys"], ["history/1", "Event 1"]] as const) {
    await page.goto(`/ui/${path}`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.locator(".weir-skeletons")).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^(Create|Edit|Delete|Revoke|Attach|Detach|Release|Undo)/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /^(Create|Edit|Undo)/ })).toHaveCount(0);
  }
  await page.goto("/ui/history/1/undo");
  await expect(page.getByText("Your role, viewer, may not change this.")).toBeVisible();
});

test("keys are made, shown once and revoked", async ({ page }) => {
  await logIn(page);
  await page.locator(".weir-account").click();
  await page.getByRole("menuitem", { name: "API Keys" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Create API key" })).toBeVisible();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByLabel("Name", { exact: false }).first()).toBeFocused();
  const name = unique("auditor");
  await page.getByLabel("Name", { exact: false }).first().fill(name);
  await page.getByLabel("Role").selectOption("AUDITOR");
  await accessible(page);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByText("This is the only time")).toBeVisible();
  const secret = await page.getByLabel("Secret of the key").inputValue();
  expect(secret).toMatch(/^weir_[a-z0-9]{8}_[0-9A-Za-z]{49}$/);
  expect((await (await api(secret)).get("/v1/attempts?limit=1")).status()).toBe(200);
  await page.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("not needed any more");
  await dialog.getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: `Revoke ${name}` })).toHaveCount(0);
  await expect.poll(async () => (await (await api(secret)).get("/v1/attempts?limit=1")).status()).toBe(401);
});

test("what others do is seen without a click, and the badge turns green by itself", async ({ page }) => {
  const rest = await api();
  await logIn(page);
  await page.goto("/ui/history");
  await expect(page.locator("tr[data-position]").first()).toBeVisible();
  const name = unique("elsewhere");
  const vpc = await create<{ position: number }>(rest, "/v1/vpcs", { name });
  await expect(page.locator(`tr[data-position="${vpc.position}"]`)).toContainText(`created VPC ${name}`);
  const badge = page.getByTitle("Which replicas of the data plane have applied the last change");
  await expect(badge).toContainText(/^(\d+) of \1 serve position/);
  await expect.poll(async () => Number(/position ([\d,]+)/.exec((await badge.textContent()) ?? "")?.[1]?.replaceAll(",", ""))).toBeGreaterThanOrEqual(vpc.position);
});

test("theme and language are chosen, and stay", async ({ page }) => {
  await logIn(page);
  await page.locator(".weir-account").click();
  await page.getByRole("menuitem", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveClass(/pf-v6-theme-dark/);
  await page.reload();
  await expect(page.locator("html")).toHaveClass(/pf-v6-theme-dark/);
  await accessible(page);
  await page.locator(".weir-account").click();
  await page.getByRole("menuitem", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh");
  await expect(page.getByRole("link", { name: "历史" })).toBeVisible();
  await page.locator(".weir-account").click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "History" })).toBeVisible();
  await page.locator(".weir-account").click();
  await page.getByRole("menuitem", { name: "Light" }).click();
  await expect(page.locator("html")).not.toHaveClass(/pf-v6-theme-dark/);
});

test("what the components say by themselves is said in Chinese, too", async ({ page }) => {
  const rest = await api();
  const vpc = await create(rest, "/v1/vpcs", { name: unique("vpc") });
  const upstream = await create(rest, "/v1/upstreams", { name: unique("orders"), vpcId: vpc.id, protocol: "HTTP", nodes: [{ address: "10.0.0.1", port: 80, weight: 1 }] });
  await logIn(page);
  await page.evaluate(() => localStorage.setItem("weir.language", "zh"));
  for (const path of ["upstreams", `upstreams/${upstream.id}`, "services/create", "keys", "domains", `network?selected=${vpc.id}`]) {
    await page.goto(`/ui/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".weir-skeletons")).toHaveCount(0);
    const english = await page.evaluate(() => {
      const said = [...document.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label")!);
      const shown = [...document.querySelectorAll(".pf-v6-screen-reader, .pf-v6-c-pagination, .pf-v6-c-label-group")].map((element) => element.textContent ?? "");
      return [...said, ...shown].filter((text) => /\b(toggle|alert|close|reset|clear|page|of|more|less|breadcrumb)\b/i.test(text));
    });
    expect(english, path).toEqual([]);
  }
});

test("Ctrl K finds objects, events and moments, by the keyboard alone", async ({ page }) => {
  const rest = await api();
  const name = unique("findme");
  const vpc = await create(rest, "/v1/vpcs", { name });
  await logIn(page);
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Text to look for")).toBeFocused();
  await page.keyboard.type("1");
  await expect(dialog.getByRole("menuitem", { name: "The event at position 1" })).toBeVisible();
  await accessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name);
  await expect(dialog.getByRole("menuitem", { name }).first()).toContainText("VPC");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/ui/network\\?selected=${vpc.id}`));
});

test("what is no page says so", async ({ page }) => {
  await logIn(page);
  for (const path of ["nothing/here", "history/compare/x", "keys/nothing"]) {
    await page.goto(`/ui/${path}`);
    await expect(page.getByRole("heading", { name: "There is no such page." })).toBeVisible();
  }
  await page.goto("/ui/history/999999999");
  await expect(page.getByText("There is no event at position 999999999.")).toBeVisible();
});
