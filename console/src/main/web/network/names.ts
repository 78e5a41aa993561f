import type { Objects } from "./load";

/** What a VPC, network or instance is called; its id if it is not known. */
export function nameOf(objects: Pick<Objects, "vpcs" | "networks" | "instances">, id: string): string {
  return [...objects.vpcs, ...objects.networks, ...objects.instances].find((object) => object.id === id)?.name ?? id;
}
