// The Weir that the pictures show: a shop whose back ends are in two VPCs, made and changed by two people, with traffic.
import { expect, type APIRequestContext } from "@playwright/test";
import { call, startNode } from "../e2e/backend";
import { api, create, read } from "../e2e/weir";

interface Made {
  id: string;
}

export interface Story {
  service: string;
  upstream: string;
  api: string;
  network: string;
  /** A VPC that is not joined yet. */
  warehouse: string;
  /** From now on the third node turns every request away. */
  turnAway: () => void;
  /** Ends the nodes. */
  end: () => Promise<void>;
}

/** Somebody with a key of his own. */
async function person(admin: APIRequestContext, name: string): Promise<APIRequestContext> {
  const { key } = await create<{ key: string }>(admin, "/v1/keys", { name, role: "OPERATOR" });
  return api(key);
}

export async function tell(): Promise<Story> {
  const admin = await api();
  const [lena, omar] = [await person(admin, "lena_winter"), await person(admin, "omar_haddad")];
  await create(admin, "/v1/keys", { name: "monitoring", role: "VIEWER", expiresAt: `${new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 19)}Z` });
  const vpc = async (name: string, description: string) => (await create<Made>(lena, "/v1/vpcs", { name, description })).id;
  const [edge, shop, warehouse] = [await vpc("edge", "Where the gateways are"), await vpc("shop", "Orders and payments"), await vpc("warehouse", "Stock, not joined yet")];
  const instance = await create<Made>(lena, "/v1/instances", { name: "public", vpcId: edge });
  const network = await create<Made>(lena, "/v1/cloud-connect-networks", { name: "backbone" });
  for (const id of [edge!, shop!]) await lena.put(`/v1/cloud-connect-networks/${network.id}/links/${id}`);
  let asked = 0;
  let away = false;
  const nodes = [await startNode(), await startNode(), await startNode(() => (away || ++asked % 9 === 0 ? 503 : 200))];
  const upstreamOf = (name: string, vpcId: string, ports: number[]) =>
    create<Made>(lena, "/v1/upstreams", { name, vpcId, description: `Nodes of ${name}`, protocol: "HTTP", retryOn: { statuses: [503] }, nodes: ports.map((port, at) => ({ address: "127.0.0.1", port, weight: [100, 50, 25][at] })) });
  const orders = await upstreamOf("orders", shop!, nodes.map(({ port }) => port));
  const payments = await upstreamOf("payments", shop!, [nodes[0]!.port]);
  const stock = await upstreamOf("stock", warehouse!, [nodes[1]!.port]);
  const service = await create<Made>(lena, "/v1/services", { name: "shop", description: "What customers see", instanceId: instance.id });
  const add = (name: string, method: string, path: string, upstream: Made, back: string) =>
    create<Made>(omar, `/v1/services/${service.id}/apis`, { name, frontEnd: { path, method }, backEnd: { upstreamId: upstream.id, path: back, timeoutMillis: 3_000 } });
  const order = await add("get_order", "GET", "/orders/{id}", orders, "/v2/orders/{id}");
  await add("place_order", "POST", "/orders", orders, "/v2/orders");
  await add("pay", "POST", "/payments", payments, "/pay");
  await add("stock_of_item", "GET", "/items/{id}/stock", stock, "/stock/{id}");
  const release = (environment: string, description: string) =>
    omar.post(`/v1/services/${service.id}/releases`, { data: { environment, description }, headers: { "Weir-Reason": "Ticket 12: the shop opens" } });
  await release("test", "First, to be tried");
  await release("release", "The shop opens");
  await lena.patch(`/v1/upstreams/${orders.id}/nodes/127.0.0.1:${nodes[2]!.port}`, { data: { weight: 30 }, headers: { "Content-Type": "application/merge-patch+json", "Weir-Reason": "Ticket 14: the third node is slow" } });
  // who would break it is told why not
  await omar.delete(`/v1/upstreams/${orders.id}`);
  await omar.patch(`/v1/services/${service.id}/apis/${order.id}`, { data: { description: "One order by its number" }, headers: { "Content-Type": "application/merge-patch+json", "Weir-Reason": "Ticket 15: say what it is" } });
  const bind = (domain: string, environment: string, certificate?: string) =>
    omar.post(`/v1/services/${service.id}/domains`, { data: { domain, environment, certificate }, headers: { "Weir-Reason": "Ticket 16: names of our own" } });
  await bind("shop.example.com", "release");
  await bind("try.shop.example.com", "test", "try.shop.example.com");
  const { url } = await read<{ url: string }>(admin, `/v1/services/${service.id}/environments/release`);
  await expect.poll(async () => (await call(admin, `${url}orders/1`)).status).toBe(200);
  for (let n = 0; n < 300; n++) await call(admin, `${url}${n % 7 === 0 ? "missing" : `orders/${n}`}`);
  return {
    service: service.id,
    upstream: orders.id,
    api: order.id,
    network: network.id,
    warehouse: warehouse!,
    turnAway: () => (away = true),
    end: async () => {
      for (const { close } of nodes) close();
      for (const who of [admin, lena, omar]) await who.dispose();
    },
  };
}
