// What the scope of a key has in it, by the rule of the server (docs/access.md, Scopes). A test in a browser asks the server the same.

/** The ids of an object and of what holds it; a scope has the object in it if it names any of them. */
export type Holders = readonly string[];

/** Whether an object lies within a scope; without ids in it a scope is no limit. */
export function within(scope: Holders, holders: Holders): boolean {
  return scope.length === 0 || holders.some((id) => scope.includes(id));
}

type Prefix = "vpc-" | "instance-" | "service-";

/** What holds new objects of a kind: nothing does those whose ids nobody can have named beforehand. */
const NEW_IN = {
  vpc: [],
  network: [],
  link: ["vpc-"],
  instance: ["vpc-"],
  upstream: ["vpc-"],
  service: ["instance-", "vpc-"],
  domain: ["service-", "instance-", "vpc-"],
} as const satisfies Record<string, readonly Prefix[]>;

export type Creatable = keyof typeof NEW_IN;

/** What a scope names that can hold a new object of a kind. */
export function placesFor(kind: Creatable, scope: Holders): Holders {
  return scope.filter((id) => NEW_IN[kind].some((prefix) => id.startsWith(prefix)));
}

/** What a VPC, a network or an instance lies in; networks lie in nothing. */
export function holdersOf(object: { id: string; vpcId?: string }): Holders {
  return object.id.startsWith("ccn-") ? [] : object.vpcId === undefined ? [object.id] : object.id.startsWith("upstream-") ? [object.vpcId] : [object.id, object.vpcId];
}

/** What a service lies in; its instance may not be read yet. */
export function holdersOfService(service: { id: string; instanceId?: string }, instance?: { vpcId: string }): Holders {
  return [service.id, service.instanceId, instance?.vpcId].filter((id) => id !== undefined);
}
