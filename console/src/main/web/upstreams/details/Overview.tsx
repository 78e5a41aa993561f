import { Card, CardBody, CardTitle, DescriptionList } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { Link } from "../../parts/Link";
import type { Upstream } from "../../api/types";
import { useAt } from "../../frame/at";
import { Warnings } from "../../forms/Outcome";
import { Fact } from "../../parts/Fact";
import { valueText } from "../../parts/fields";
import { t } from "../../texts";
import { labelOf } from "../form/label";
import { HEALTH_CHECKER } from "../form/model";
import { MAX_NODES } from "../nodes/model";
import { HealthSummary, ShareMix } from "../health";
import { VpcLink } from "../../parts/vpcs";

type Setting = [string, ReactNode];

function Facts({ title, facts }: { title: string; facts: Setting[] }) {
  return (
    <Card isCompact>
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        <DescriptionList isHorizontal isCompact termWidth="45%">
          {facts.map(([term, description]) => (
            <Fact key={term} term={term} className="weir-wrap">
              {description}
            </Fact>
          ))}
        </DescriptionList>
      </CardBody>
    </Card>
  );
}

/** Every setting of an upstream, with what it is if nobody has said so. */
export function Overview({ upstream }: { upstream: Upstream }) {
  const { id, name, vpcId, description, algorithm, protocol, hostHeader, nodes, retries, retryOn, httpVersion, healthChecker, slowStartSeconds, limits, tls, apiCount, warnings } = upstream;
  const past = useAt() !== undefined;
  const values = (prefix: string, object: object): Setting[] => Object.entries(object).map(([field, value]) => [labelOf(`/${prefix}/${field}`), valueText(value)]);
  const seconds = (n: number): string => (n > 0 ? t("upstreams.inSeconds", { n }) : t("parts.off"));
  return (
    <div className="weir-stack">
      <Warnings warnings={warnings} label={labelOf} />
      <div className="weir-facts">
        <Facts
          title={t("upstreams.general")}
          facts={[
            [t("fields.upstreamName"), name || "–"],
            [t("upstreams.vpc"), <VpcLink key="vpc" id={vpcId} />],
            [t("upstreams.description"), description || "–"],
            [t("fields.algorithm"), t(`fields.${algorithm}`)],
            [t("upstreams.protocol"), protocol],
            [t("fields.hostHeader"), hostHeader ?? t("upstreams.hostHeaderNone")],
            [t("upstreams.nodeList"), <Link key="nodes" to={`/upstreams/${id}/nodes`}>{t("upstreams.counter", { n: nodes.length, max: MAX_NODES })}</Link>],
            [t("upstreams.share"), <ShareMix key="mix" nodes={nodes} />],
            ...(past ? [] : [[t("upstreams.health"), <HealthSummary key="health" nodes={nodes} />] satisfies Setting]),
            [t("fields.retries"), retries],
            [t("upstreams.associatedApis"), <Link key="apis" to={`/upstreams/${id}/apis`}>{apiCount}</Link>],
          ]}
        />
        <div className="weir-stack">
          <Facts
            title={t("upstreams.healthChecker")}
            facts={healthChecker ? values("healthChecker", { ...HEALTH_CHECKER, ...healthChecker }) : [[t("upstreams.healthChecker"), t("parts.off")]]}
          />
          <Facts
            title={t("upstreams.advanced")}
            facts={[
              [t("fields.httpVersion"), t(`fields.${httpVersion}`)],
              ...values("retryOn", retryOn),
              [t("upstreams.slowStart"), seconds(slowStartSeconds)],
              ...values("limits", limits),
            ]}
          />
          {protocol === "HTTPS" && <Facts title={t("upstreams.tls")} facts={values("tls", { verify: true, ...tls })} />}
        </div>
      </div>
    </div>
  );
}
