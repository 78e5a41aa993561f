import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Service, Upstream } from "../api/types";
import { ConfirmDialog } from "../forms/ConfirmDialog";
import { RefusalDialog } from "../forms/RefusalDialog";
import type { Step } from "../forms/StepList";
import { attached } from "../parts/joins";
import { t } from "../texts";
import type { NetworkObject } from "./fields";
import type { Kind, Objects } from "./load";

interface LinkOf {
  network: string;
  vpc: string;
}

const FEW = 5;

function Names({ of, to, total = of.length, all }: { of: { id: string; name?: string }[]; to: (id: string) => string; total?: number; all: string }) {
  return (
    <>
      {of.slice(0, FEW).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Link to={to(id)}>{name || id}</Link>
        </span>
      ))}
      {total > FEW && (
        <>
          {" … "}
          <Link to={all}>{t("network.allOf", { n: total })}</Link>
        </>
      )}
    </>
  );
}

/** What keeps an object from being deleted, as steps; the lists are followed while it is looked at. */
export function useUses(kind: Kind, object: NetworkObject, objects: Objects, detach: (link: LinkOf) => void): Step[] | undefined {
  const own = { limit: FEW, count: true, fields: "summary" };
  const upstreams = useList<Upstream>("/v1/upstreams", { ...own, vpc_id: object.id }, { enabled: kind === "vpcs", now: true });
  const services = useList<Service>("/v1/services", { ...own, instance_id: object.id }, { enabled: kind === "instances", now: true });
  const step = (id: string, n: number, title: string, detail: ReactNode, action?: ReactNode): Step => ({ id, title, done: n === 0, detail: n === 0 ? undefined : detail, action });
  const inside = objects.instances.filter((instance) => instance.vpcId === object.id);
  const links = (kind === "vpcs" ? objects.networks.filter((network) => attached(network, object.id)).map((network) => ({ network: network.id, vpc: object.id, id: network.id, name: network.name })) : kind === "cloud-connect-networks" && "links" in object ? object.links.map(({ vpcId }) => ({ network: object.id, vpc: vpcId, id: vpcId, name: objects.vpcs.find((vpc) => vpc.id === vpcId)?.name })) : []);
  const selected = (id: string) => `/network?selected=${id}`;
  const detachAll = links.map((link) => (
    <Button key={link.id} variant="secondary" size="sm" onClick={() => detach(link)}>
      {t(kind === "vpcs" ? "network.detachFrom" : "network.detachNamed", { name: link.name ?? link.id })}
    </Button>
  ));
  switch (kind) {
    case "vpcs": {
      if (!upstreams.data) return undefined;
      const n = upstreams.data.total ?? upstreams.data.items.length;
      return [
        step("upstreams", n, t("network.stepUpstreams"), <Names of={upstreams.data.items} total={n} to={(id) => `/upstreams/${id}`} all={`/upstreams?vpc_id=${object.id}`} />),
        step("instances", inside.length, t("network.stepInstances"), <Names of={inside} to={selected} all="/network?view=table" />),
        step("links", links.length, t("network.stepNetworks"), <Names of={links} to={selected} all="/network?view=table" />, <div className="weir-buttons">{detachAll}</div>),
      ];
    }
    case "cloud-connect-networks":
      return [step("links", links.length, t("network.stepVpcs"), <Names of={links} to={selected} all="/network?view=table" />, <div className="weir-buttons">{detachAll}</div>)];
    case "instances": {
      if (!services.data) return undefined;
      const n = services.data.total ?? services.data.items.length;
      return [step("services", n, t("network.stepServices"), <Names of={services.data.items} total={n} to={(id) => `/services/${id}`} all={`/services?instance_id=${object.id}`} />)];
    }
  }
}

interface Props {
  kind: Kind;
  object: NetworkObject;
  objects: Objects;
  /** Whether it may go at once, or was refused and the steps are shown. */
  refused: boolean;
  onRefused: () => void;
  onConfirm: () => void;
  onDetach: (link: LinkOf) => void;
  onClose: () => void;
  onDone: () => void;
}

/** Deletes an object: what uses it, step by step, if anything does; else a confirmation. */
export function DeleteDialogs({ kind, object, objects, refused, onRefused, onConfirm, onDetach, onClose, onDone }: Props) {
  const uses = useUses(kind, object, objects, onDetach);
  if (uses === undefined) return null;
  const title = t("network.deleteTitle", { name: object.name });
  if (refused || uses.some(({ done }) => !done)) {
    return (
      <RefusalDialog title={title} steps={uses} finish={{ text: t("parts.delete"), go: onConfirm }} onClose={onClose}>
        <p>{t("network.inUse", { name: object.name })}</p>
      </RefusalDialog>
    );
  }
  return (
    <ConfirmDialog
      title={title}
      write={{ method: "DELETE", path: `/v1/${kind}/${object.id}`, version: object.version }}
      action={t("parts.delete")}
      name={object.name}
      onClose={onClose}
      onDone={onDone}
      onRefused={(problem) => problem.code === "IN_USE" && onRefused()}
    >
      <p>{t("network.deleteBody", { name: object.name, id: object.id })}</p>
    </ConfirmDialog>
  );
}
