import { Label } from "@patternfly/react-core";
import { LockIcon } from "@patternfly/react-icons";
import { useQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useRead } from "../api/hooks";
import type { Instance, Service } from "../api/types";
import { useAt } from "../frame/at";
import { Alert } from "./Alert";
import { readAll } from "./all";
import { useNames } from "./names";
import { kindOf } from "./objects";
import { holdersOf, holdersOfService, within, type Holders } from "./scope";
import { Place, useMayWrite, useOutside, useScope } from "./session";
import { t } from "../texts";

/** Around the pages of an object: what is changed there lies in it, unless it is said of a single button. */
export function Within({ object, children }: { object: { id: string; vpcId?: string }; children: ReactNode }) {
  return <Place value={holdersOf(object)}>{children}</Place>;
}

/** What a service lies in, as far as that makes a difference: its instance is read only for keys that it matters to. Undefined of what is not there. */
export function useServiceHolders(id: string): Holders | "unknown" | undefined {
  const scope = useScope();
  const limited = scope.length > 0 && id !== "" && !scope.includes(id);
  const { data: service, error } = useRead<Service>(`/v1/services/${id}`, {}, { enabled: limited });
  const instanceId = service?.instanceId;
  const instance = useRead<Instance>(`/v1/instances/${instanceId}`, {}, { enabled: limited && instanceId !== undefined && !scope.includes(instanceId) }).data;
  if (!limited) return [id];
  if (error?.status === 404) return undefined;
  return service && (instanceId === undefined || instance || scope.includes(instanceId)) ? holdersOfService(service, instance) : "unknown";
}

/** Around the pages of a service. */
export function WithinService({ id, children }: { id: string; children: ReactNode }) {
  return <Place value={useServiceHolders(id)}>{children}</Place>;
}

/** Tells why nothing may be changed in a service, if that is so; of the instances, those of the VPCs that the key is for are read. */
export function useRefuseService(): (service: Service) => string | undefined {
  const scope = useScope();
  const at = useAt();
  const vpcs = scope.filter((id) => id.startsWith("vpc-"));
  const instances = useQueries({
    queries: vpcs.map((vpcId) => ({ queryKey: ["instances of VPC", vpcId, at ?? "now"], queryFn: ({ signal }: { signal: AbortSignal }) => readAll<Instance>("/v1/instances", { vpc_id: vpcId, fields: "summary" }, at, signal) })),
    combine: (results) => new Map(results.flatMap(({ data }) => data?.items ?? []).map((instance) => [instance.id, instance])),
  });
  return (service) => (within(scope, holdersOfService(service, instances.get(service.instanceId ?? ""))) ? undefined : t("parts.outside"));
}

/** Beside the title of an object that the key may not change: why there are no buttons. */
export function OutsideLabel() {
  if (!useOutside()) return null;
  return (
    <Label isCompact icon={<LockIcon />}>
      {t("parts.outside")}
    </Label>
  );
}

/** That something lies outside, with what the key may change, by name. */
export function OutsideAlert({ title = t("parts.outside"), variant = "info" }: { title?: string; variant?: "info" | "warning" }) {
  const scope = useScope();
  const names = useNames(scope.map((id) => ({ kind: kindOf(id), id })));
  return (
    <Alert isInline variant={variant} title={title}>
      {t("parts.outsideHelp")} {scope.map((id) => (names.get(id)?.name ? `${names.get(id)!.name} (${id})` : id)).join(", ")}
    </Alert>
  );
}

/** What changes something that lies in a service, or why it is not offered. */
export function IfWithinService({ id, children }: { id: string; children: ReactNode }) {
  return <IfWithin holders={useServiceHolders(id)}>{children}</IfWithin>;
}

interface IfWithinProps {
  holders: Holders | "unknown" | undefined;
  /** What stands there instead; unless it is said, why it is not offered. */
  otherwise?: ReactNode;
  children: ReactNode;
}

/** What changes something that lies in what is said, or why it is not offered. */
export function IfWithin({ holders, otherwise, children }: IfWithinProps) {
  const may = useMayWrite(holders);
  const outside = useOutside(holders);
  return may ? children : (otherwise ?? (outside && <span className="weir-subtle">{t("parts.outside")}</span>));
}
