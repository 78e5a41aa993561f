// The history, and the console as it was: against a running Weir.
import { expect, test, type APIRequestContext, type APIResponse, type Page } from "@playwright/test";
import { neverUndone } from "../../main/web/history/neverUndone";
import { TYPES } from "../../main/web/history/types";
import { shop, wholeApi } from "./backend";
import { accessible, api, create, logIn, position, read, unique } from "./weir";

interface Made {
  rest: APIRequestContext;
  upstream: string;
  name: string;
  /** The position after the upstream was created. */
  created: number;
  /** The position of the change of a weight from 5 to 8. */
  changed: number;
}

async function made(): Promise<Made> {
  const rest = await api();
  const vpc = await create(rest, "/v1/vpcs", { name: unique("core") });
  const name = unique("orders");
  const nodes = [{ address: "10.0.0.1", port: 80, weight: 5 }, { address: "10.0.0.2", port: 80, weight: 3 }];
  const upstream = await create<{ id: string; position: number }>(rest, "/v1/upstreams", { name, vpcId: vpc.id, algorithm: "WEIGHTED_ROUND_ROBIN", protocol: "HTTP", nodes });
  nodes[0]!.weight = 8;
  const change = await rest.patch(`/v1/upstreams/${upstream.id}`, { data: { nodes }, headers: { "Content-Type": "application/merge-patch+json", "Weir-Reason": "Ticket 12" } });
  expect(change.ok(), await change.text()).toBe(true);
  return { rest, upstream: upstream.id, name, created: upstream.position, changed: ((await change.json()) as { position: number }).position };
}

const row = (page: Page, at: number) => page.locator(`tr[data-position="${at}"]`);
const banner = (page: Page) => page.locator(".pf-v6-c-banner");

test("events are sentences with names, what they changed and why", async ({ page }) => {
  const { upstream, name, created, changed } = await made();
  await logIn(page);
  await page.goto(`/ui/history?subject=${upstream}`);
  await expect(row(page, changed)).toContainText(`set weight of 10.0.0.1:80 in ${name} from 5 to 8`);
  await expect(row(page, changed)).toContainText("Ticket 12");
  await expect(row(page, created)).toContainText(/created VPC upstream .* in core_\w+ with 2 nodes/);
  await row(page, changed).getByRole("button", { name: "Details" }).click();
  const details = page.locator(".weir-details");
  await expect(details.getByRole("row", { name: /Node 10.0.0.1:80, Weight/ })).toContainText(/5.*8.*changed/);
  await expect(details.getByText("upstream.nodes-changed.v1")).toBeVisible();
  // as the browser writes times, here a British one
  await expect(details.getByText(/^\d{1,2} \w{3,4} 20\d\d, \d\d:\d\d:\d\d$/)).toBeVisible();
  await expect(details.getByRole("link", { name: "The event as JSON" })).toHaveAttribute("href", `/v1/events?after_position=${changed - 1}&before=${changed + 1}`);
  await accessible(page);
  await row(page, changed).getByRole("link", { name: String(changed), exact: true }).click();
  await expect(page.getByRole("heading", { name: `Event ${changed}` })).toBeVisible();
  await accessible(page);
});

test("an event leads to what was then and back, and nothing can be written meanwhile", async ({ page }) => {
  const { upstream, name, created } = await made();
  await logIn(page);
  await page.goto(`/ui/history?subject=${upstream}`);
  await row(page, created).getByRole("button", { name: "As it was then" }).click();
  await expect(page).toHaveURL(new RegExp(`/ui/upstreams/${upstream}\\?at=${created}$`));
  await expect(banner(page)).toContainText(`position ${created}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Edit|Delete|Create|Save)/ })).toHaveCount(0);
  // from page to page it stays then
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "VPC Upstreams" }).click();
  await expect(page).toHaveURL(new RegExp(`/ui/upstreams\\?(.*&)?at=${created}`));
  await expect(page.getByRole("link", { name: /./ }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Create" })).toHaveCount(0);
  await page.reload();
  await expect(banner(page)).toContainText(`position ${created}`);
  await accessible(page);
  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/at=/);
  await expect(page.getByRole("button", { name: "Create" }).or(page.getByRole("link", { name: "Create", exact: true })).first()).toBeVisible();
});

test("Back leads out of the past, and a link leads into it", async ({ page }) => {
  const { upstream, created, changed } = await made();
  await logIn(page);
  await page.goto(`/ui/history?subject=${upstream}`);
  await row(page, created).getByRole("button", { name: "As it was then" }).click();
  await expect(banner(page)).toBeVisible();
  await page.goBack();
  await expect(row(page, changed)).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  await page.goto(`/ui/history?subject=${upstream}&at=${created}`);
  await expect(banner(page)).toContainText(`position ${created}`);
  await expect(row(page, changed)).toContainText("later than what you see");
  await expect(row(page, created)).not.toContainText("later than what you see");
});

test("a time is a moment, too, and nonsense is none", async ({ page }) => {
  await made();
  await logIn(page);
  const time = new Date().toISOString();
  await page.goto(`/ui/overview?at=${encodeURIComponent(time)}`);
  await expect(banner(page)).toContainText("You see the configuration as of");
  await page.goto("/ui/overview?at=yesterday");
  await expect(page.getByRole("navigation", { name: "Main navigation" })).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/at=/);
});

test("undo puts back what an event changed, as a change that is reviewed and gives its reason", async ({ page }) => {
  const { rest, upstream, changed } = await made();
  const later = await rest.patch(`/v1/upstreams/${upstream}`, { data: { description: "set since" }, headers: { "Content-Type": "application/merge-patch+json" } });
  expect(later.ok()).toBe(true);
  await logIn(page);
  await page.goto(`/ui/history/${changed}`);
  await page.getByRole("link", { name: "Undo this change" }).click();
  await expect(page.getByRole("row", { name: /Node 10.0.0.1:80, Weight/ })).toContainText(/8.*5/);
  await expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue(`undo of ${changed}`);
  await accessible(page);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page).toHaveURL(/\/ui\/history\/\d+$/);
  await expect(page.getByText(/set weight of 10.0.0.1:80 in .* from 8 to 5/)).toBeVisible();
  await expect(page.locator(".weir-details")).toContainText(`undo of ${changed}`);
  const now = await read<{ nodes: { weight: number }[]; description: string }>(rest, `/v1/upstreams/${upstream}`);
  expect(now.nodes.map((node) => node.weight)).toEqual([5, 3]);
  expect(now.description).toBe("set since");
  // there is nothing more to undo
  await page.goto(`/ui/history/${changed}/undo`);
  await expect(page.getByText("There is nothing to undo")).toBeVisible();
});

test("what was changed since is shown, and not undone", async ({ page }) => {
  const { rest, upstream, changed } = await made();
  const nodes = [{ address: "10.0.0.1", port: 80, weight: 9 }, { address: "10.0.0.2", port: 80, weight: 3 }];
  expect((await rest.patch(`/v1/upstreams/${upstream}`, { data: { nodes }, headers: { "Content-Type": "application/merge-patch+json" } })).ok()).toBe(true);
  await logIn(page);
  await page.goto(`/ui/history/${changed}/undo`);
  await expect(page.getByText("The same was changed since")).toBeVisible();
  await expect(page.getByRole("row", { name: /Node 10.0.0.1:80, Weight/ })).toContainText(/8.*9/);
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toHaveCount(0);
  await accessible(page);
});

test("a VPC comes back, too, although another service has it", async ({ page }) => {
  const rest = await api();
  const name = unique("gone");
  const vpc = await create(rest, "/v1/vpcs", { name });
  const deletion = await rest.delete(`/v1/vpcs/${vpc.id}`);
  await logIn(page);
  await page.goto(`/ui/history/${deletion.headers()["weir-position"]}/undo`);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText(/created VPC/)).toBeVisible();
  expect((await read<{ items: object[] }>(rest, `/v1/vpcs?name=${name}`)).items).toHaveLength(1);
});

test("what is deleted comes back as it was; what cannot be undone says so", async ({ page }) => {
  const { rest, upstream, name } = await made();
  const deletion = await rest.delete(`/v1/upstreams/${upstream}`);
  expect(deletion.ok()).toBe(true);
  await logIn(page);
  await page.goto(`/ui/history/${deletion.headers()["weir-position"]}/undo`);
  await expect(page.getByText("with a new id")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText(/created VPC upstream/)).toBeVisible();
  const again = await read<{ items: { id: string; nodes: { weight: number }[] }[] }>(rest, `/v1/upstreams?name=${name}`);
  expect(again.items.map((item) => item.nodes.map((node) => node.weight))).toEqual([[8, 3]]);
  expect(again.items[0]!.id).not.toBe(upstream);
  await page.goto("/ui/history?type=ledger-key.created");
  await page.locator("tr[data-position] a").first().click();
  await expect(page.locator(".weir-details")).toContainText("rotate-key");
  await expect(page.getByRole("link", { name: "Undo this change" })).toHaveCount(0);
  await page.goto(`${page.url()}/undo`);
  await expect(page.getByText("rotate-key")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toHaveCount(0);
});

/** Has everything happen that can, but for what only the signer of checkpoints does. */
async function everything(rest: APIRequestContext): Promise<void> {
  const ok = async (answer: Promise<APIResponse>) => expect((await answer).ok(), await (await answer).text()).toBe(true);
  const change = (path: string, data: object) => ok(rest.patch(path, { data, headers: { "Content-Type": "application/merge-patch+json" } }));
  const drop = (path: string) => ok(rest.delete(path));
  const { id: key, key: secret } = await create<{ id: string; key: string }>(rest, "/v1/keys", { name: unique("used"), role: "VIEWER" });
  await ok((await api(secret)).get("/v1/vpcs?limit=1"));
  await create(rest, "/v1/keys", { name: unique("short"), role: "VIEWER", expiresAt: `${new Date(Date.now() + 3_000).toISOString().slice(0, 19)}Z` });
  const where = await shop(rest, 8080);
  const { id: made, path } = await wholeApi(rest, where);
  const service = `/v1/services/${where.service.id}`;
  const description = unique("changed");
  const { items } = await read<{ items: { id: string }[] }>(rest, "/v1/cloud-connect-networks?limit=1&sort=-created");
  const network = `/v1/cloud-connect-networks/${items[0]!.id}`;
  const [vpc, instance, upstream] = [`/v1/vpcs/${where.vpc}`, `/v1/instances/${where.instance}`, `/v1/upstreams/${where.upstream.id}`];
  for (const each of [path, service, upstream, instance, network, vpc]) await change(each, { description });
  await change(upstream, { nodes: [{ address: "10.0.0.1", port: 80, weight: 3 }] });
  const domain = `${unique("any").replaceAll("_", "-")}.example.com`;
  await create(rest, `${service}/domains`, { domain, environment: "test" });
  await change(`${service}/domains/${domain}`, { environment: "prepub" });
  await drop(`${service}/domains/${domain}`);
  const release = await create(rest, `${service}/releases`, { environment: "test" });
  await ok(rest.put(`${service}/environments/prepub`, { data: { releaseId: release.id } }));
  for (const environment of ["test", "prepub"]) await drop(`${service}/environments/${environment}`);
  await drop(`${service}/apis/${made}`);
  for (const vpcId of [where.edge, where.vpc]) await drop(`${network}/links/${vpcId}`);
  for (const each of [upstream, service, instance, network, vpc]) await drop(each);
  await drop(`/v1/keys/${key}`);
}

test("the console's rule of what is never undone is the server's, for every type of event", async () => {
  const rest = await api();
  await everything(rest);
  const never: string[] = [];
  for (const { kind, happens } of TYPES) {
    for (const what of happens) {
      // nobody rotates the key of the ledger for a test
      if (`${kind}.${what}` === "ledger-key.retired") continue;
      const last = async () => (await read<{ items: { position: number; type: string }[] }>(rest, `/v1/events?type=${kind}.${what}&limit=1`)).items[0];
      await expect.poll(last, { message: `${kind}.${what}`, timeout: 40_000 }).toBeDefined();
      const { position: at, type } = (await last())!;
      const answer = await rest.post(`/v1/events/${at}/revert?dry_run=true`);
      const code = answer.ok() ? undefined : ((await answer.json()) as { code: string }).code;
      expect(code === "NOT_REVERTIBLE", `${type}: ${answer.status()} ${code}`).toBe(neverUndone(type) !== undefined);
      if (code === "NOT_REVERTIBLE") never.push(`${kind}.${what}`);
    }
  }
  expect(never).toEqual(["key.created", "key.used", "key.expired", "key.revoked", "ledger-key.created"]);
});

test("filters narrow, and survive reload and Back", async ({ page }) => {
  const { upstream, changed, created } = await made();
  await logIn(page);
  await page.goto(`/ui/history?subject=${upstream}`);
  await page.getByLabel("Type", { exact: true }).selectOption({ label: "VPC upstream: nodes changed" });
  await expect(row(page, created)).toHaveCount(0);
  await expect(row(page, changed)).toBeVisible();
  await page.reload();
  await expect(row(page, changed)).toBeVisible();
  await expect(row(page, created)).toHaveCount(0);
  await expect(page.getByLabel("Type", { exact: true })).toHaveValue("upstream.nodes-changed");
  await row(page, changed).getByRole("link", { name: String(changed), exact: true }).click();
  await expect(page.getByRole("heading", { name: `Event ${changed}` })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/type=upstream.nodes-changed/);
  await expect(row(page, changed)).toBeVisible();
  await page.goBack();
  await expect(row(page, created)).toBeVisible();
  await page.getByLabel("Who", { exact: true }).fill("nobody_at_all");
  await expect(page.getByText("Nothing matches.")).toBeVisible();
  await page.getByRole("button", { name: "Clear all filters" }).first().click();
  await expect(page).not.toHaveURL(/actor=|subject=/);
  await page.getByLabel("Text in events").fill("Ticket 12");
  await expect(row(page, changed)).toBeVisible();
});

test("a stretch of time is chosen by the keyboard and by dragging, and looked at as it was", async ({ page }) => {
  await made();
  await logIn(page);
  await page.goto("/ui/history");
  const until = page.getByRole("slider", { name: "Until" });
  const most = Number(await until.getAttribute("aria-valuemax"));
  await until.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/until=/);
  await expect(until).toHaveAttribute("aria-valuenow", String(most - 1));
  await page.keyboard.press("End");
  await expect(page).not.toHaveURL(/until=/);
  const since = page.getByRole("slider", { name: "Since" });
  await since.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/since=/);
  await page.keyboard.press("Home");
  await expect(page).not.toHaveURL(/since=/);
  const track = (await page.locator(".weir-density-track").boundingBox())!;
  await page.mouse.move(track.x + 2, track.y + 20);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width / 2, track.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/until=/);
  await page.getByRole("button", { name: "See everything as it was" }).click();
  await expect(page.getByText("You see the configuration as of").first()).toBeVisible();
  await accessible(page);
});

test("two moments are compared, object by object", async ({ page }) => {
  const { name, created, changed } = await made();
  await logIn(page);
  await page.goto(`/ui/history/compare?from=${created}&to=${changed}`);
  const region = page.getByRole("region", { name });
  await expect(region).toContainText("changed");
  await expect(region.getByRole("row", { name: /Node 10.0.0.1:80, Weight/ })).toContainText(/5.*8/);
  await accessible(page);
  await page.getByLabel("To", { exact: true }).fill(String(created));
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("Nothing is different.")).toBeVisible();
  await page.getByLabel("To", { exact: true }).fill("nonsense");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText(/to must be/)).toBeVisible();
});

test("what was refused is shown to those who may see it, and a word to others", async ({ page, browser }) => {
  const { rest } = await made();
  const wanted = unique("refused");
  expect((await rest.post("/v1/vpcs", { data: { name: `${wanted} ` } })).status()).toBe(400);
  await logIn(page);
  await page.goto("/ui/history");
  await page.getByRole("link", { name: "Refused attempts" }).click();
  await expect(page.getByRole("row", { name: /POST \/v1\/vpcs.*VALIDATION_FAILED/ }).first()).toBeVisible();
  await accessible(page);
  const key = await create<{ key: string }>(rest, "/v1/keys", { name: unique("viewer"), role: "VIEWER" });
  const other = await (await browser.newContext()).newPage();
  await logIn(other, key.key);
  await other.goto("/ui/history");
  await expect(other.locator("tr[data-position]").first()).toBeVisible();
  await expect(other.getByRole("link", { name: "Refused attempts" })).toHaveCount(0);
  await other.goto("/ui/history/attempts");
  await expect(other.getByText("yours is viewer")).toBeVisible();
});

test("the ledger says how far it is verified", async ({ page }) => {
  const { rest } = await made();
  await logIn(page);
  await page.goto("/ui/history");
  await page.getByRole("button", { name: /verified up to|no checkpoint/ }).click();
  await expect(page.getByText("Root of the tree")).toBeVisible();
  expect(await position(rest)).toBeGreaterThan(0);
});
