// What people see, and what they do not lose, while a part of Weir is frozen or gone. Last of all: what starts again is slow for a while.
import { readFileSync } from "node:fs";
import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { URL, api, create, logIn, unique } from "./weir";

const HOME = process.env.WEIR_HOME ?? "../.weir";

interface State {
  components: { name: string; process: { pid: number } | null }[];
}

function pidOf(component: string): number | undefined {
  const state = JSON.parse(readFileSync(`${HOME}/run/state.json`, "utf8")) as State;
  return state.components.find(({ name }) => name === component)?.process?.pid;
}

function running(component: string): number {
  const pid = pidOf(component);
  if (!pid) throw new Error(`${component} does not run in ${HOME}`);
  return pid;
}

/** Freezes a process for the time of some work. */
async function without(component: string, work: () => Promise<void>): Promise<void> {
  const pid = running(component);
  process.kill(pid, "SIGSTOP");
  try {
    await work();
  } finally {
    process.kill(pid, "SIGCONT");
  }
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

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("Upstream Name").fill(name);
  await page.getByRole("combobox", { name: "VPC" }).click();
  await page.getByRole("combobox", { name: "VPC" }).fill(vpc.name);
  await page.getByRole("option", { name: vpc.name }).click();
  await page.getByLabel("Protocol").selectOption("HTTP");
  await page.getByLabel("Address of node 1").fill("10.0.0.1");
  await page.getByLabel("Port of node 1").fill("8080");
  await page.getByLabel("Weight of node 1").fill("1");
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: "Create", exact: true }).click();
}

test("the projector is frozen: lists stay as they were and say so, and catch up by themselves", async ({ page }) => {
  const old = await create<{ name: string }>(rest, "/v1/upstreams", { name: unique("aaa_old"), vpcId: vpc.id, protocol: "HTTP", nodes: [{ address: "10.0.0.1", port: 80, weight: 1 }] });
  const fresh = unique("aaa_new");
  const list = page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "VPC Upstreams" });
  await page.goto("/ui/upstreams?sort=name");
  await expect(page.getByRole("link", { name: old.name })).toBeVisible();
  await page.getByRole("button", { name: "Create", exact: true }).first().click();
  await fillIn(page, fresh);
  await without("config-projector", async () => {
    await save(page);
    await expect(page.getByRole("heading", { level: 1, name: fresh })).toBeVisible();
    await list.click();
    await expect(page.getByRole("link", { name: old.name })).toBeVisible();
    await expect(page.getByText("This was read before your last change")).toBeVisible();
  });
  await expect(page.getByRole("link", { name: fresh })).toBeVisible();
  await expect(page.getByText("This was read before your last change")).toHaveCount(0);
});

test("the registry is frozen: what it knows cannot be shown, and all else can", async ({ page }) => {
  await without("instance-registry", async () => {
    await page.goto("/ui/upstreams");
    await expect(page.getByRole("grid", { name: "VPC Upstreams" })).toBeVisible();
    await page.goto("/ui/network");
    await expect(page.getByRole("heading", { level: 1, name: "Network" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" }).first()).toBeVisible({ timeout: 60_000 });
  });
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await expect(page.getByText(vpc.name).first()).toBeVisible();
});

test("control-api dies while something is typed: it stays, and is saved once control-api is back", async ({ page }) => {
  const name = unique("typed");
  await page.goto("/ui/upstreams/create");
  await fillIn(page, name);
  const killed = running("control-api");
  process.kill(killed, "SIGKILL");
  await page.getByLabel("Description").fill("typed while nobody answered");
  await page.getByRole("button", { name: "Review" }).click();
  await expect.poll(() => ![killed, undefined].includes(pidOf("control-api")), { timeout: 60_000 }).toBe(true);
  await expect.poll(async () => (await rest.get(`${URL}/q/health/ready`).catch(() => undefined))?.status(), { timeout: 120_000 }).toBe(200);
  const create = page.getByRole("button", { name: "Create", exact: true });
  await expect(create).toBeEnabled();
  await create.click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("typed while nobody answered")).toBeVisible();
});
