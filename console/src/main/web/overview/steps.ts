import type { Counts } from "../api/types";
import type { Creatable } from "../parts/scope";
import type { TextKey } from "../texts";
import { tryLink } from "../tries/link";

/** One of the first steps from an empty system to an API that is called. */
export interface FirstStep {
  key: "vpc" | "instance" | "upstream" | "service" | "api" | "release" | "call";
  done: boolean;
  /** The page that does it. */
  to: string;
  /** What it creates, unless it is done in the service. */
  creates?: Creatable;
}

const BACK = `then=${encodeURIComponent("/overview")}`;

/** The first steps, of which the first that is not done is the next; the pages of one service if there is one. */
export function firstSteps(counts: Counts, service?: string): FirstStep[] {
  const own = service ? `/services/${service}` : "/services";
  return [
    { key: "vpc", done: counts.vpcs > 0, to: `/network/vpcs/create?${BACK}`, creates: "vpc" },
    { key: "instance", done: counts.instances > 0, to: `/network/instances/create?${BACK}`, creates: "instance" },
    { key: "upstream", done: counts.upstreams > 0, to: "/upstreams/create", creates: "upstream" },
    { key: "service", done: counts.services > 0, to: "/services/create", creates: "service" },
    { key: "api", done: counts.apis > 0, to: service ? `${own}/apis/create` : own },
    { key: "release", done: counts.releases > 0, to: service ? `${own}/release` : own },
    // nobody records calls, so this one is done when people say so
    { key: "call", done: false, to: service ? tryLink({ serviceId: service }) : own },
  ];
}

export const STEP_TEXTS: Record<FirstStep["key"], readonly [title: TextKey, help: TextKey]> = {
  vpc: ["overview.stepVpc", "overview.stepVpcHelp"],
  instance: ["overview.stepInstance", "overview.stepInstanceHelp"],
  upstream: ["overview.stepUpstream", "overview.stepUpstreamHelp"],
  service: ["overview.stepService", "overview.stepServiceHelp"],
  api: ["overview.stepApi", "overview.stepApiHelp"],
  release: ["overview.stepRelease", "overview.stepReleaseHelp"],
  call: ["overview.stepCall", "overview.stepCallHelp"],
};

const HIDDEN = "weir.first-steps-hidden";

/** Whether the steps are shown: until an API is released, and then until people have called it or hide them. */
export function stepsShown(counts: Counts): boolean {
  return counts.releases === 0 || (counts.releases === 1 && localStorage.getItem(HIDDEN) === null);
}

export function hideSteps(): void {
  localStorage.setItem(HIDDEN, "yes");
}
