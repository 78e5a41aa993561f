// What somebody with a scoped key is offered: what lies within it, and words instead of buttons elsewhere.
import { expect, test, type APIRequestContext } from "@playwright/test";
import { undoneIn } from "../../main/web/history/undoneIn";
import type { Told } from "../../main/web/history/sentence";
import { holdersOf, holdersOfService, placesFor, within, type Creatable } from "../../main/web/parts/scope";
import { shop, wholeApi, type Shop } from "./backend";
import { accessible, api, create, logIn, position, read, unique } from "./weir";

const OUTSIDE = "Outside the scope of your key";

let rest: APIRequestContext;
let mine: Shop;
let other: Shop;

test.beforeAll(async () => {
  rest = await api();
  [mine, other] = [await shop(rest, 8080), await shop(rest, 8080)];
});
test.afterAll(() => rest.dispose());

const keyFor = async (...scope: string[]) => (await create<{ key: string }>(rest, "/v1/keys", { name: unique("scoped"), role: "OPERATOR", scope })).key;

/** Changes something, and gives the event of it. */
async function changed(path: string, data: object): Promise<Told> {
  const answer = await rest.patch(path, { data, headers: { "Content-Type": "application/merge-patch+json" } });
  expect(answer.ok(), await answer.text()).toBe(true);
  const at = Number(answer.headers()["weir-position"]);
  return (await read<{ items: Told[] }>(rest, `/v1/events?after_position=${at - 1}&before=${at + 1}&min_position=${at}`)).items[0]!;
}

let weight = 10;

/** Changes something of each kind, and gives the events. */
function changesOf(of: Shop): Promise<Told[]> {
  const described = [`/v1/vpcs/${of.vpc}`, `/v1/instances/${of.instance}`, `/v1/upstreams/${of.upstream.id}`, `/v1/services/${of.service.id}`];
  return Promise.all([...described.map((path) => changed(path, { description: unique("changed") })), nodesChanged(of)]);
}

/** Changes the weight of a node; the event of that tells no VPC. */
const nodesChanged = (of: Shop) => changed(`/v1/upstreams/${of.upstream.id}/nodes/127.0.0.1:8080`, { weight: ++weight });

test("the console's rule of scopes is the server's", async () => {
  const instance = (of: Shop) => ({ id: of.instance, vpcId: of.edge });
  const networks = await rest.get("/v1/cloud-connect-networks?limit=1&sort=-created");
  const network = ((await networks.json()) as { items: { id: string }[] }).items[0]!;
  const description = unique("asked");
  const holdersOfServiceOf = (of: Shop) => holdersOfService({ id: of.service.id, instanceId: of.instance }, { vpcId: of.edge });
  // what would be written, and what the console says that it lies in
  const changes = [mine, other].flatMap((of) => [
    { path: `/v1/vpcs/${of.vpc}`, holders: holdersOf({ id: of.vpc }) },
    { path: `/v1/instances/${of.instance}`, holders: holdersOf(instance(of)) },
    { path: `/v1/upstreams/${of.upstream.id}`, holders: holdersOf({ id: of.upstream.id, vpcId: of.vpc }) },
    { path: `/v1/services/${of.service.id}`, holders: holdersOfServiceOf(of) },
    { path: `/v1/cloud-connect-networks/${network.id}`, holders: holdersOf(network) },
  ]);
  const { id: inShop } = await create(rest, "/v1/instances", { name: unique("inner"), vpcId: mine.vpc });
  // in what the scope names, if it names anything that can hold it
  const creations: { kind: Creatable; path: string; body: (vpcId: string) => object }[] = [
    { kind: "vpc", path: "/v1/vpcs", body: () => ({ name: unique("new") }) },
    { kind: "network", path: "/v1/cloud-connect-networks", body: () => ({ name: unique("new") }) },
    { kind: "instance", path: "/v1/instances", body: (vpcId) => ({ name: unique("new"), vpcId }) },
    { kind: "upstream", path: "/v1/upstreams", body: (vpcId) => ({ name: unique("new"), vpcId, protocol: "HTTP", nodes: [{ address: "10.0.0.1", port: 80, weight: 1 }] }) },
    { kind: "service", path: "/v1/services", body: (vpcId) => ({ name: unique("new"), instanceId: vpcId === mine.vpc ? inShop : mine.instance }) },
  ];
  const domain = `${unique("asked").replaceAll("_", "-")}.example.com`;
  const undone = (await Promise.all([mine, other].map(async (of) => (await changesOf(of)).map((event) => ({ event, of }))))).flat();
  for (const scope of [[mine.edge], [mine.vpc], [mine.instance], [mine.service.id], [mine.vpc, mine.service.id], []]) {
    const scoped = await api(await keyFor(...scope));
    const allowed = async (path: string, data: object | undefined, method: "patch" | "post") => {
      const answer = await scoped[method](`${path}?dry_run=true`, { data, headers: { "Content-Type": method === "patch" ? "application/merge-patch+json" : "application/json" } });
      if (answer.status() === 403) expect(((await answer.json()) as { code: string }).code).toBe("OUT_OF_SCOPE");
      else expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
      return answer.ok();
    };
    for (const { path, holders } of changes) expect(await allowed(path, { description }, "patch"), `${scope} ${path}`).toBe(within(scope, holders));
    for (const of of [mine, other]) expect(await allowed(`/v1/services/${of.service.id}/domains`, { domain, environment: "test" }, "post"), `${scope} domain of ${of.service.id}`).toBe(within(scope, holdersOfServiceOf(of)));
    for (const { event, of } of undone) {
      const { ids, upstream, service } = undoneIn(event)!;
      const holders = service ? holdersOfServiceOf(of) : upstream ? [of.vpc] : ids;
      expect(await allowed(`/v1/events/${event.position}/revert`, undefined, "post"), `${scope} undoes ${event.type} of ${event.stream}`).toBe(within(scope, holders));
    }
    const vpc = scope.find((id) => id.startsWith("vpc-")) ?? mine.edge;
    for (const { kind, path, body } of creations) expect(await allowed(path, body(vpc), "post"), `${scope} new ${kind}`).toBe(within(scope, placesFor(kind, scope)));
    await scoped.dispose();
  }
});

test("an operator of one service changes it, and is told why not the others", async ({ page }) => {
  test.slow();
  const [own, others] = [await wholeApi(rest, mine), await wholeApi(rest, other)];
  await logIn(page, await keyFor(mine.service.id));

  await page.goto(`/ui/services/${mine.service.id}`);
  await expect(page.getByRole("button", { name: "Create", exact: true })).toBeEnabled();
  await expect(page.getByText(OUTSIDE)).toHaveCount(0);
  await page.goto(`/ui/services/${mine.service.id}/apis/${own.id}/edit?step=back`);
  // what the API has may stay; what lies elsewhere cannot be chosen
  const upstream = page.getByRole("combobox", { name: "VPC Upstream" });
  await upstream.click();
  await upstream.fill(other.upstream.name);
  const option = page.getByRole("option", { name: other.upstream.name });
  await expect(option).toContainText(OUTSIDE);
  // by force, since it is known to do nothing
  await option.click({ force: true });
  await page.keyboard.press("Escape");
  await expect(upstream).toHaveValue(mine.upstream.name);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Reason").fill("mine");

  for (const path of ["", "/environments", "/releases", "/domains", "/settings", `/apis/${others.id}`]) {
    await page.goto(`/ui/services/${other.service.id}${path}`);
    await expect(page.getByText(OUTSIDE).first()).toBeVisible();
    await expect(page.getByRole("button", { name: /^(Create|Edit|Delete|Bind|Unbind|Review|Release|Roll|Unrelease|Promote)/ })).toHaveCount(0);
  }
  await accessible(page);
  await page.goto("/ui/domains/bind");
  const service = page.getByRole("combobox", { name: "Service" });
  await service.fill(other.service.name);
  await expect(page.getByRole("option", { name: other.service.name })).toContainText(OUTSIDE);
  await service.fill(mine.service.name);
  await page.getByRole("option", { name: mine.service.name }).click();
  await expect(page).toHaveURL(new RegExp(`/services/${mine.service.id}/domains/bind`));
  await expect(page.getByRole("textbox", { name: "Domain" })).toBeVisible();
  // who comes by a link to a form reads the reason where the form would be, with what his key is for
  await page.goto(`/ui/services/${other.service.id}/release`);
  await expect(page.getByText(`${mine.service.name} (${mine.service.id})`)).toBeVisible();

  await page.goto(`/ui/upstreams?q=${mine.upstream.name}`);
  await expect(page.getByRole("link", { name: mine.upstream.name })).toBeVisible();
  await expect(page.getByRole("button", { name: "Create", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: /^Actions for / }).click();
  await expect(page.getByRole("menuitem", { name: /^Edit/ })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("menuitem", { name: /^Edit/ })).toContainText(OUTSIDE);
  await page.goto(`/ui/upstreams/${mine.upstream.id}/edit`);
  await expect(page.getByText("Your key changes only what lies within:")).toBeVisible();
  await expect(page.getByLabel("Upstream Name")).toHaveCount(0);
});

test("an operator of a VPC has the upstreams in it, the services of its instances, and no other", async ({ page }) => {
  test.slow();
  await logIn(page, await keyFor(mine.vpc));
  await page.goto(`/ui/upstreams/${mine.upstream.id}`);
  await expect(page.getByRole("button", { name: "Edit" })).toBeVisible();
  await page.goto(`/ui/upstreams/${other.upstream.id}/nodes`);
  await expect(page.getByText(OUTSIDE)).toBeVisible();
  await expect(page.getByRole("button", { name: /Edit|Change the weight/ })).toHaveCount(0);
  await expect(page.getByRole("switch").first()).toBeDisabled();
  await page.goto("/ui/upstreams/create");
  await page.getByLabel("Upstream Name").fill(unique("typed"));
  const vpc = page.getByRole("combobox", { name: "VPC" });
  await vpc.fill(other.vpc);
  await expect(page.getByRole("option", { name: other.vpc })).toContainText(OUTSIDE);
  await page.goto(`/ui/network?selected=${mine.vpc}`);
  await expect(page.getByRole("link", { name: "Edit" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Detach/ })).toHaveCount(1);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: /^VPC/ })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("menuitem", { name: /^Dedicated instance/ })).not.toHaveAttribute("aria-disabled", "true");
  await page.goto(`/ui/network?selected=${other.vpc}`);
  await expect(page.getByText(OUTSIDE)).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);

  // the instance of this VPC holds its service, which the console has to look up
  await page.context().clearCookies();
  await logIn(page, await keyFor(mine.edge));
  await page.goto(`/ui/services/${mine.service.id}`);
  await expect(page.getByRole("button", { name: "Create", exact: true })).toBeVisible();
  await expect(page.getByText(OUTSIDE)).toHaveCount(0);
  await page.goto(`/ui/services/${other.service.id}`);
  await expect(page.getByText(OUTSIDE)).toBeVisible();
});

test("what may not be undone is not offered, nor is a first step that may not be done", async ({ page }) => {
  const created = async (id: string) => (await read<{ items: Told[] }>(rest, `/v1/events?subject=${id}&limit=100&min_position=${await position(rest)}`)).items.at(-1)!.position;
  const [{ position: nodes }, service, instance] = [await nodesChanged(mine), await created(mine.service.id), await created(other.instance)];
  await logIn(page, await keyFor(mine.vpc));
  const undo = page.getByRole("link", { name: "Undo this change" });
  await page.goto(`/ui/history/${nodes}`);
  await expect(undo).toBeVisible();
  await expect(page.getByText(OUTSIDE)).toHaveCount(0);
  // the service is in an instance of another VPC
  for (const event of [service, instance]) {
    await page.goto(`/ui/history/${event}`);
    await expect(page.getByText(OUTSIDE)).toBeVisible();
    await expect(undo).toHaveCount(0);
    await page.goto(`/ui/history/${event}/undo`);
    await expect(page.getByText("Your key changes only what lies within:")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Reason" })).toHaveCount(0);
  }
  await accessible(page);

  const counts = { vpcs: 0, instances: 0, networks: 0, upstreams: 0, services: 0, apis: 0, releases: 0, domains: 0 };
  let first = counts;
  await page.route("**/v1/overview*", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), counts: first } });
  });
  const steps = page.getByRole("list", { name: "First steps" });
  await page.goto("/ui/overview");
  await expect(steps.getByRole("listitem").first()).toContainText(OUTSIDE);
  await expect(steps.getByText(OUTSIDE)).toHaveCount(1);
  await expect(steps.getByRole("link", { name: "Create a VPC", exact: true })).toHaveCount(0);
  await expect(steps.getByRole("link", { name: "Create a VPC upstream" })).toBeVisible();
  first = { ...counts, vpcs: 1, instances: 1 };
  await page.reload();
  await expect(page.getByLabel("Step 3, next")).toContainText("Create");
  await expect(steps.getByText(OUTSIDE)).toHaveCount(0);
});

test("should the server refuse all the same, its reason is shown and what was typed stays", async ({ page }) => {
  const scoped = await keyFor(mine.vpc);
  // a page that was opened before, or a rule that has changed since
  await page.route("**/v1/session", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: answer.status() === 200 && route.request().method() === "GET" ? { ...((await answer.json()) as object), scope: [] } : undefined });
  });
  await logIn(page, scoped);
  await page.goto(`/ui/upstreams/${other.upstream.id}/edit`);
  await page.getByLabel("Description").fill("not mine");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText(`${other.upstream.id} does not lie within ${mine.vpc}`).first()).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByLabel("Description")).toHaveValue("not mine");
});
