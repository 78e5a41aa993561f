import { Button, Content, Icon } from "@patternfly/react-core";
import { CheckCircleIcon, ExclamationCircleIcon, ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { Link } from "../parts/Link";
import type { Attention, Overview } from "../api/types";
import { pageOf } from "../parts/objects";
import { t, type TextKey } from "../texts";

const SAID: Record<Attention["code"], TextKey> = {
  UNHEALTHY_NODES: "overview.unhealthyNodes",
  API_NOT_CONNECTED: "overview.notConnected",
  REPLICA_STUCK: "overview.replicaStuck",
  REPLICA_BEHIND: "overview.replicaBehind",
  DRAFTS_NOT_RELEASED: "overview.drafts",
  UPSTREAM_WITHOUT_NODES: "overview.withoutNodes",
};

const COUNTING: Attention["code"][] = ["UNHEALTHY_NODES", "REPLICA_BEHIND", "DRAFTS_NOT_RELEASED"];

/** Where each is mended. */
function mendedAt({ code, kind, id, serviceId }: Attention): string | undefined {
  if (kind === "replica") return `/data-plane?q=${encodeURIComponent(id)}`;
  if (code === "API_NOT_CONNECTED") return `/services/${serviceId}/apis/${id}`;
  if (code === "DRAFTS_NOT_RELEASED") return `/services/${id}`;
  if (code === "UNHEALTHY_NODES") return `/upstreams/${id}/nodes`;
  return pageOf({ kind, id, serviceId });
}

/** In words; in those of the server where these would need a number that it does not tell, or there are none. */
function said({ code, count, detail }: Attention): string {
  const key = SAID[code];
  if (key === undefined || (count === undefined && COUNTING.includes(code))) return detail || code;
  return code === "REPLICA_STUCK" && detail ? `${t(key)}: ${detail}` : t(key, { n: count ?? 1 });
}

const SHOWN = 8;

/** What should be looked at, the worst first; or that there is nothing. */
export function AttentionList({ attention, replicas }: Pick<Overview, "attention" | "replicas">) {
  const [all, setAll] = useState(false);
  const broken = attention.some(({ code }) => code === "API_NOT_CONNECTED");
  if (attention.length === 0 && replicas?.total !== 0) {
    return (
      <Content component="p">
        <Icon status="success">
          <CheckCircleIcon />
        </Icon>{" "}
        {replicas ? t("overview.allWell", { n: replicas.total }) : t("overview.nothing")}
      </Content>
    );
  }
  return (
    <>
      <ul className="weir-attention">
        {replicas?.total === 0 && (
          <li>
            <Severity of="error" />
            <span>
              <Link to="/data-plane">{t("overview.noReplicas")}</Link>
            </span>
          </li>
        )}
        {(all ? attention : attention.slice(0, SHOWN)).map((item) => (
          <li key={`${item.code} ${item.kind} ${item.id}`}>
            <Severity of={item.severity} />
            <span>
              <Place of={item} />: {said(item)}
            </span>
          </li>
        ))}
      </ul>
      {!all && attention.length > SHOWN && (
        <Button variant="link" isInline onClick={() => setAll(true)}>
          {t("overview.showAll", { n: attention.length })}
        </Button>
      )}
      {broken && (
        <div>
          <Link to="/network">{t("overview.mendNetwork")}</Link>
        </div>
      )}
    </>
  );
}

function Place({ of }: { of: Attention }) {
  const page = mendedAt(of);
  const name = of.name || of.id;
  return page ? <Link to={page}>{name}</Link> : name;
}

function Severity({ of }: { of: Attention["severity"] }) {
  return of === "error" ? (
    <Icon status="danger">
      <ExclamationCircleIcon aria-label={t("overview.error")} role="img" />
    </Icon>
  ) : (
    <Icon status="warning">
      <ExclamationTriangleIcon aria-label={t("overview.warning")} role="img" />
    </Icon>
  );
}
