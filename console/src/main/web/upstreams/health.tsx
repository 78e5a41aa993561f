import { Label } from "@patternfly/react-core";
import { CheckCircleIcon, ExclamationCircleIcon, MinusCircleIcon, QuestionCircleIcon } from "@patternfly/react-icons";
import type { Node, NodeHealth } from "../api/types";
import { Time } from "../parts/Time";
import { t } from "../texts";
import { shares } from "./nodes/share";

type Health = NonNullable<Node["health"]>;

/** The health of one node, as a word and a sign. */
export function HealthLabel({ health }: { health: Health | undefined }) {
  switch (health) {
    case "HEALTHY":
      return <Label isCompact status="success" icon={<CheckCircleIcon />}>{t("upstreams.healthy")}</Label>;
    case "UNHEALTHY":
      return <Label isCompact status="danger" icon={<ExclamationCircleIcon />}>{t("upstreams.unhealthy")}</Label>;
    case "NO_DATA":
      return <Label isCompact variant="outline" icon={<QuestionCircleIcon />}>{t("upstreams.noData")}</Label>;
    default:
      return <Label isCompact variant="outline" icon={<MinusCircleIcon />}>{t("upstreams.notChecked")}</Label>;
  }
}

/** Why a node is unfit, and since when. */
export function Cause({ cause, since }: { cause: string | undefined; since: string }) {
  return <>{causeOf({ health: "UNHEALTHY", cause })} · <Time at={since} /></>;
}

/** Why a node is found unfit; a replica need not say. */
export function causeOf({ health, cause }: Pick<NodeHealth, "health" | "cause">): string {
  return cause || (health === "UNHEALTHY" ? t("upstreams.noCause") : "–");
}

/** The health of all nodes of an upstream in a few words. */
export function HealthSummary({ nodes }: { nodes: Node[] }) {
  const count = (health: Health) => nodes.filter((node) => node.health === health).length;
  const unhealthy = count("UNHEALTHY");
  if (unhealthy > 0) {
    return (
      <Label isCompact status="danger" icon={<ExclamationCircleIcon />}>
        {t("upstreams.unhealthyOf", { n: unhealthy, total: nodes.length })}
      </Label>
    );
  }
  const [healthy, unknown] = [count("HEALTHY"), count("NO_DATA")];
  if (healthy > 0 && unknown > 0) {
    return (
      <Label isCompact variant="outline" icon={<QuestionCircleIcon />}>
        {t("upstreams.healthyOf", { n: healthy, total: nodes.length })}
      </Label>
    );
  }
  return <HealthLabel health={unknown > 0 ? "NO_DATA" : healthy > 0 ? "HEALTHY" : undefined} />;
}

const SEGMENTS = 40;

/** How new requests are spread over the nodes by weight, each in the colour of its health. */
export function ShareMix({ nodes }: { nodes: Node[] }) {
  const parts = shares(nodes)
    .map((share, index) => ({ share, health: nodes[index]!.health ?? "OFF", index }))
    .filter(({ share }) => share > 0);
  return (
    <div className="weir-mix" aria-hidden="true">
      {parts.slice(0, SEGMENTS).map(({ share, health, index }) => (
        <span key={index} className={`weir-mix-${health}`} style={{ flexGrow: share }} />
      ))}
    </div>
  );
}
