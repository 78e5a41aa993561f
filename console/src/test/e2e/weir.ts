// What every test in a browser needs: somebody who is logged in, and the REST API beside the page.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, request, type APIRequestContext, type Locator, type Page } from "@playwright/test";

export const URL = process.env.WEIR_URL ?? "http://localhost:8080";
export const KEY = (process.env.WEIR_KEY ?? "").trim();

/** The REST API, as the first administrator or whoever has another key. */
export async function api(key = KEY): Promise<APIRequestContext> {
  return request.newContext({ baseURL: URL, extraHTTPHeaders: { Authorization: `Bearer ${key}` } });
}

/** What a path answers with. */
export async function read<T>(rest: APIRequestContext, path: string): Promise<T> {
  const answer = await rest.get(path);
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as T;
}

/** How many events an object has, all that was answered before among them. */
export async function eventsOf(rest: APIRequestContext, id: string): Promise<number> {
  // single objects are read from the ledger, and every answer says how far it is
  const newest = (await rest.get("/v1/vpcs/vpc-aaaaaaaa")).headers()["weir-position"];
  return (await read<{ total: number }>(rest, `/v1/events?subject=${id}&count=true&limit=1&min_position=${newest}`)).total;
}

/** Creates an object and answers with it. */
export async function create<T = { id: string; version: number }>(rest: APIRequestContext, path: string, data: unknown): Promise<T> {
  const answer = await rest.post(path, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as T;
}

let count = 0;

/** A name that nothing else has. */
export function unique(name: string): string {
  return `${name}_${Date.now().toString(36)}${(count++).toString(36)}`;
}

export async function logIn(page: Page, key = KEY): Promise<void> {
  await page.goto("/ui/");
  await page.getByLabel("API key").fill(key);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Main navigation" })).toBeVisible();
}

/** The newest position of the ledger. */
export async function position(rest: APIRequestContext): Promise<number> {
  return (await read<{ position: number }>(rest, "/v1/events?limit=1")).position;
}

/** Presses Tab until something has the focus, as people without a mouse do. */
export async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < most; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${most} times Tab did not lead to ${target}`);
}

/** No page and no dialog may keep anybody out (axe's rules for WCAG 2 A and AA). */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}
