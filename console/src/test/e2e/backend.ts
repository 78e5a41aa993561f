// What a service needs: a node that answers, an upstream of it, and an instance that may be joined with it.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { accessible, create, unique } from "./weir";

export interface Node {
  port: number;
  close: () => void;
}

/** A node that answers with the method and the path that it was sent, and with a status that may be chosen for each request. */
export async function startNode(status = () => 200): Promise<Node> {
  const server: Server = createServer((request, response) => {
    response.statusCode = status();
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ method: request.method, path: request.url }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

export interface Shop {
  edge: string;
  vpc: string;
  instance: string;
  upstream: { id: string; name: string };
  service: { id: string; name: string };
}

interface Made {
  id: string;
}

/** A service on a dedicated instance, and an upstream in another VPC that is joined with it, or not. */
export async function shop(rest: APIRequestContext, port: number, joined = true): Promise<Shop> {
  const [edge, vpc] = [await create<Made>(rest, "/v1/vpcs", { name: unique("edge") }), await create<Made>(rest, "/v1/vpcs", { name: unique("shop") })];
  const instance = await create<Made>(rest, "/v1/instances", { name: unique("public"), vpcId: edge.id });
  if (joined) {
    const network = await create<Made>(rest, "/v1/cloud-connect-networks", { name: unique("backbone") });
    for (const { id } of [edge, vpc]) expect((await rest.put(`/v1/cloud-connect-networks/${network.id}/links/${id}`)).ok()).toBe(true);
  }
  const upstreamName = unique("orders");
  const upstream = await create<Made>(rest, "/v1/upstreams", { name: upstreamName, vpcId: vpc.id, protocol: "HTTP", nodes: [{ address: "127.0.0.1", port, weight: 10 }] });
  const serviceName = unique("shop");
  const service = await create<Made>(rest, "/v1/services", { name: serviceName, instanceId: instance.id });
  return { edge: edge.id, vpc: vpc.id, instance: instance.id, upstream: { id: upstream.id, name: upstreamName }, service: { id: service.id, name: serviceName } };
}

/** Calls a URL of the data plane; the name of the service is in the host, which not every resolver knows. */
export async function call(rest: APIRequestContext, url: string): Promise<{ status: number; body: string }> {
  const { protocol, port, pathname, search, host } = new URL(url);
  const answer = await rest.get(`${protocol}//127.0.0.1:${port}${pathname}${search}`, { headers: { Host: host, Authorization: "" } });
  return { status: answer.status(), body: await answer.text() };
}

/** An API of every field that there is. */
export async function wholeApi(rest: APIRequestContext, where: Shop): Promise<{ id: string; name: string; path: string }> {
  const name = unique("api");
  const { id } = await create(rest, `/v1/services/${where.service.id}/apis`, {
    name,
    description: "Owner: team orders – ticket 12",
    frontEnd: { path: "=/orders", method: "POST" },
    backEnd: { upstreamId: where.upstream.id, path: "/v2/orders", method: "PUT", timeoutMillis: 7_000 },
  });
  return { id, name, path: `/v1/services/${where.service.id}/apis/${id}` };
}

/** Gives a reason in the dialog that is open, types the name where it is asked for, and confirms. */
export async function confirm(page: Page, action: string, name?: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Ticket 12 – tried");
  const typed = dialog.getByRole("textbox", { name: /Type/ });
  if (name !== undefined) await typed.fill(name);
  await accessible(page);
  await dialog.getByRole("button", { name: action, exact: true }).click();
  await expect(dialog).toBeHidden();
}
