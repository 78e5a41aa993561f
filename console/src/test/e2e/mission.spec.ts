// The way that people know from the product that Weir replaces, in its words and places, from logging in to the deletion of what was made.
import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { call, shop, startNode, type Node, type Shop } from "./backend";
import { accessible, api, create, logIn, read, unique } from "./weir";

let rest: APIRequestContext;
let node: Node;
let where: Shop;
let vpc: { name: string };
let instance: { name: string };

test.beforeAll(async () => {
  rest = await api();
  node = await startNode();
  where = await shop(rest, node.port);
  [vpc, instance] = [await read(rest, `/v1/vpcs/${where.vpc}`), await read(rest, `/v1/instances/${where.instance}`)];
});
test.afterAll(async () => {
  node.close();
  await rest.dispose();
});

const sidebar = (page: Page) => page.getByRole("navigation", { name: "Main navigation" });
const main = (page: Page) => page.getByRole("main");
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const textbox = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const combobox = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}( \\(\\d+\\))?$`) });
/** What a select offers, but for the word that asks to choose. */
const offered = async (page: Page, name: string) => combobox(page, name).locator("option:not([disabled])").allTextContents();

test("an upstream is made, an API on it, which is called, and both are deleted", async ({ page }) => {
  test.slow();
  const [name, apiName] = [unique("orders"), unique("get_order")];

  await test.step("Log in.", () => logIn(page));

  await test.step("On the left sidebar, click VPC Upstreams; the VPC upstream list page is displayed.", async () => {
    const [left, right] = [await sidebar(page).boundingBox(), await main(page).boundingBox()];
    expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x + 1);
    await sidebar(page).getByRole("link", { name: "VPC Upstreams", exact: true }).click();
    await expect(page).toHaveURL(/\/ui\/upstreams$/);
    await expect(title(page, "VPC Upstreams")).toBeVisible();
    await expect(page.getByRole("columnheader")).toContainText(["Upstream Name", "VPC", "Protocol", "Nodes", "Health", "Retry Attempts", "Associated APIs"]);
  });

  await test.step("Click Create in the top-left corner of the page.", async () => {
    const button = main(page).getByRole("button", { name: "Create", exact: true });
    // nothing that can be pressed is before it, above it or at its left
    await expect(main(page).getByRole("button").first()).toHaveText("Create");
    const [create, around, search, list] = [await button.boundingBox(), await main(page).boundingBox(), await textbox(page, "Name, id or node address").boundingBox(), await page.getByRole("grid").boundingBox()];
    expect(create!.x - around!.x).toBeLessThan(60);
    expect(create!.y - around!.y).toBeLessThan(200);
    expect(create!.x + create!.width).toBeLessThan(search!.x);
    expect(create!.y + create!.height).toBeLessThan(list!.y);
    await button.click();
    await expect(page).toHaveURL(/\/ui\/upstreams\/create$/);
    await expect(title(page, "Create VPC Upstream")).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("Upstream Name, VPC, Description", async () => {
    await textbox(page, "Upstream Name").fill(name);
    await combobox(page, "VPC").click();
    await combobox(page, "VPC").fill(vpc.name);
    await page.getByRole("option", { name: vpc.name }).click();
    await textbox(page, "Description").fill("by hand");
  });

  await test.step("Load Balancing Algorithm, Protocol, Host Header", async () => {
    expect(await offered(page, "Load Balancing Algorithm")).toEqual(["Weighted round robin"]);
    await expect(combobox(page, "Load Balancing Algorithm")).toHaveValue("WEIGHTED_ROUND_ROBIN");
    expect(await offered(page, "Protocol")).toEqual(["HTTP", "HTTPS"]);
    await combobox(page, "Protocol").selectOption("HTTP");
    await textbox(page, "Host Header").fill("orders.internal");
  });

  await test.step("Node List (address, port number, weight; up to 200)", async () => {
    const nodes = page.getByRole("table", { name: "Node List", exact: true });
    await expect(page.getByRole("heading", { name: "Node List", exact: true })).toBeVisible();
    for (const column of ["Address", "Port", "Weight"]) await expect(nodes.getByRole("columnheader", { name: column, exact: true })).toBeVisible();
    const add = async (row: number, port: number, weight: number) => {
      await page.getByLabel(`Address of node ${row}`).fill("127.0.0.1");
      await page.getByLabel(`Port of node ${row}`).fill(String(port));
      await page.getByLabel(`Weight of node ${row}`).fill(String(weight));
    };
    await add(1, node.port, 30);
    await page.getByRole("button", { name: "Add node" }).click();
    await add(2, node.port + 1, 10);
    await expect(page.getByText("75.0 %")).toBeVisible();
    await expect(page.getByText("2/200", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Remove node 2" }).click();
    await expect(page.getByText("1/200", { exact: true })).toBeVisible();
  });

  await test.step("Retry Attempts (default 5, 1 to 100)", async () => {
    const retries = page.getByRole("spinbutton", { name: "Retry Attempts", exact: true });
    await expect(retries).toHaveValue("5");
    await expect(retries).toHaveAttribute("min", "1");
    await expect(retries).toHaveAttribute("max", "100");
    for (const beyond of ["0", "101"]) {
      await retries.fill(beyond);
      await expect(retries).toHaveAccessibleDescription(/A whole number from 1 to 100\./);
      await page.getByRole("button", { name: "Review" }).click();
      await expect(retries).toBeFocused();
    }
    await retries.fill("5");
    await accessible(page);
  });

  const upstreamId = await test.step("Review and Create", async () => {
    await page.getByRole("button", { name: "Review" }).click();
    await expect(page.getByRole("heading", { name: "What changes" })).toBeVisible();
    await textbox(page, "Reason").fill("Ticket 12 – Müller 汉字");
    await accessible(page);
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(title(page, name)).toBeVisible();
    const id = /upstream-\w+/.exec(page.url())![0];
    expect(await read(rest, `/v1/upstreams/${id}`)).toMatchObject({
      name,
      vpcId: where.vpc,
      description: "by hand",
      algorithm: "WEIGHTED_ROUND_ROBIN",
      protocol: "HTTP",
      hostHeader: "orders.internal",
      nodes: [{ address: "127.0.0.1", port: node.port, weight: 30 }],
      retries: 5,
    });
    const history = await read<{ items: { reason?: string }[] }>(rest, `/v1/upstreams/${id}/history`);
    expect(history.items[0]!.reason).toBe("Ticket 12 – Müller 汉字");
    return id;
  });

  await test.step("Click Service on the left sidebar. Click a service mounted under a dedicated instance to view the service details.", async () => {
    await sidebar(page).getByRole("link", { name: "Service", exact: true }).click();
    await expect(title(page, "Service")).toBeVisible();
    await textbox(page, "Name or id").fill(where.service.name);
    const row = page.getByRole("row", { name: where.service.name });
    await expect(page.getByRole("columnheader", { name: "Dedicated instance" })).toBeVisible();
    await expect(row).toContainText(instance.name);
    await row.getByRole("link", { name: where.service.name }).click();
    await expect(title(page, where.service.name)).toBeVisible();
    await expect(main(page)).toContainText(`on instance ${instance.name}`);
  });

  await test.step("Click the Manage API tab and choose to create a general API.", async () => {
    await tab(page, "Manage API").click();
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await page.getByRole("menuitem", { name: /^General API/ }).click();
    await expect(title(page, "Create general API")).toBeVisible();
  });

  await test.step("Enter the API front-end configuration, and click Next.", async () => {
    await expect(page.getByRole("heading", { level: 2, name: "Front end configuration", exact: true })).toBeVisible();
    await textbox(page, "API Name").fill(apiName);
    await textbox(page, "Path").fill("/orders/{id}");
    await combobox(page, "Request method").selectOption("GET");
    await page.getByRole("button", { name: "Next", exact: true }).click();
  });

  await test.step("In Backend Configuration, set Backend Type to VPC resources, set Connection Mode to VPC Upstream, and select the VPC upstream.", async () => {
    await expect(page.getByRole("heading", { level: 2, name: "Backend Configuration", exact: true })).toBeVisible();
    await combobox(page, "Backend Type").selectOption("VPC resources");
    await combobox(page, "Connection Mode").selectOption("VPC Upstream");
    await combobox(page, "VPC Upstream").click();
    await combobox(page, "VPC Upstream").fill(name);
    await page.getByRole("option", { name: new RegExp(name) }).click();
  });

  await test.step("Complete the rest.", async () => {
    await textbox(page, "Backend path").fill("/v2/orders/{id}");
    await expect(page.getByRole("region", { name: "What happens to a request" })).toContainText("/v2/orders/42");
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await accessible(page);
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(page.getByText(`${apiName} is created`)).toBeVisible();
    await page.getByRole("button", { name: "Release to test" }).click();
    await expect(page.getByText("test answers nothing now; 1 API will answer there")).toBeVisible();
    await page.getByRole("button", { name: "Release to test" }).click();
  });

  await test.step("Call the API.", async () => {
    const command = await page.getByRole("region", { name: "Call in test" }).textContent();
    const called = /'([^']+)'/.exec(command ?? "")?.[1];
    const { url } = await read<{ url: string }>(rest, `/v1/services/${where.service.id}/environments/test`);
    expect(called).toBe(`${url}orders/42`);
    await expect.poll(async () => (await call(rest, called!)).body).toBe('{"method":"GET","path":"/v2/orders/42"}');
  });

  await test.step("On the Associated APIs tab of the upstream details page, view the APIs that use it", async () => {
    await sidebar(page).getByRole("link", { name: "VPC Upstreams", exact: true }).click();
    await textbox(page, "Name, id or node address").fill(name);
    await page.getByRole("link", { name, exact: true }).click();
    await expect(title(page, name)).toBeVisible();
    await tab(page, "Associated APIs").click();
    const row = page.getByRole("grid", { name: "Associated APIs" }).getByRole("row", { name: apiName });
    await expect(row).toContainText(where.service.name);
    await expect(row).toContainText("test");
  });

  await test.step("delete these before deleting the upstream.", async () => {
    await page.getByRole("button", { name: /^Actions for / }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(`${name} cannot be deleted yet`);
    const last = dialog.getByRole("button", { name: `Delete ${name}` });
    await expect(last).toBeDisabled();
    const refused = await rest.delete(`/v1/upstreams/${upstreamId}`);
    expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([409, "IN_USE"]);
    const step = async (button: string, action: string, typed?: string) => {
      await dialog.getByRole("button", { name: button }).click();
      await dialog.getByLabel("Reason").fill("it goes");
      if (typed) await dialog.getByLabel(/^Requests will notice this/).fill(typed);
      await dialog.getByRole("button", { name: action, exact: true }).click();
    };
    await step(`Delete API ${apiName}`, "Delete");
    // an environment still answers with it
    await expect(last).toBeDisabled();
    await step(`Take ${where.service.name} off test`, "Take off", where.service.name);
    await step(`Delete ${name}`, "Delete");
    await expect(page).toHaveURL(/\/ui\/upstreams(\?|$)/);
    await expect.poll(async () => (await rest.get(`/v1/upstreams/${upstreamId}`)).status()).toBe(404);
  });
});

test("a list of 201 nodes is none, in the form as in REST", async ({ page }) => {
  const nodes = Array.from({ length: 201 }, (_none, index) => ({ address: `10.2.${Math.floor(index / 100)}.${(index % 100) + 1}`, port: 80, weight: 1 }));
  await logIn(page);
  await page.goto("/ui/upstreams/create");
  await textbox(page, "Upstream Name").fill(unique("many"));
  await combobox(page, "VPC").fill(vpc.name);
  await page.getByRole("option", { name: vpc.name }).click();
  await page.getByRole("button", { name: "Paste or import" }).click();
  await textbox(page, "Nodes, one a line").fill(nodes.map(({ address, port }) => `${address}:${port} 1`).join("\n"));
  await page.getByRole("button", { name: "Replace the list by them" }).click();
  await expect(page.getByText("201/200", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByRole("button", { name: "Node List: At most 200 nodes." })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What changes" })).toHaveCount(0);
  const made = (some: object[]) => rest.post("/v1/upstreams", { data: { name: unique("many"), vpcId: where.vpc, protocol: "HTTP", nodes: some } });
  expect((await made(nodes)).status()).toBe(400);
  expect((await made(nodes.slice(1))).status()).toBe(201);
  // what stands in the tests of numbers is REST's, too
  for (const retries of [0, 101]) expect((await rest.post("/v1/upstreams", { data: { vpcId: where.vpc, protocol: "HTTP", nodes: nodes.slice(1, 2), retries } })).status()).toBe(400);
  expect(await create<{ retries: number }>(rest, "/v1/upstreams", { vpcId: where.vpc, protocol: "HTTP", nodes: nodes.slice(1, 2) })).toMatchObject({ retries: 5 });
});
