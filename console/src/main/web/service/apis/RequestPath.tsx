import { Card, CardBody, CardTitle } from "@patternfly/react-core";
import { ArrowRightIcon, BanIcon, CheckCircleIcon, ExclamationCircleIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import { Link } from "../../parts/Link";
import type { Api, Service } from "../../api/types";
import { keyOf } from "../../parts/pointer";
import { t } from "../../texts";
import { useWay } from "../connection";
import { useEnvironments } from "../data";
import { joinUrl, samplePath, sentPath } from "../paths";
import { JoinNow } from "./JoinNow";

type State = "fine" | "wrong" | "open";

function Hop({ state, children }: { state: State; children: ReactNode }) {
  const icon = { fine: <CheckCircleIcon className="weir-success" />, wrong: <ExclamationCircleIcon className="weir-danger" />, open: <ArrowRightIcon /> }[state];
  return (
    <li className="weir-hop">
      <span aria-hidden>{icon}</span>
      <div>{children}</div>
    </li>
  );
}

/** What happens to a request: its URL, the way that it takes, and what a node gets. */
export function RequestPath({ service, frontEnd, backEnd }: { service: Service; frontEnd: Api["frontEnd"]; backEnd: Api["backEnd"] }) {
  const environments = useEnvironments(service.id);
  const way = useWay(service.instanceId, backEnd.upstreamId);
  const { instance, instanceVpc, upstream, upstreamVpc, state, network } = way;
  const environment = environments.items.find((item) => item.environment === "release");
  const method = frontEnd.method === "ANY" ? "GET" : frontEnd.method;
  const path = samplePath(frontEnd.path || "/");
  const nodes = upstream?.nodes.filter((node) => !node.draining && node.weight > 0) ?? [];
  const node = nodes[0] && keyOf(nodes[0]);
  return (
    <Card component="section" className="weir-request" isCompact aria-labelledby="request-path">
      <CardTitle component="h2" id="request-path">
        {t("apis.whatHappens")}
      </CardTitle>
      <CardBody>
        <ol className="weir-hops">
          <Hop state="open">
            <code>
              {method} {environment?.url && joinUrl(environment.url, "")}
              <b>{environment?.url ? path : `/release${path}`}</b>
            </code>
            {environment && !environment.url && <div className="weir-subtle">{t("apis.noOriginShort", { host: `${service.id}.…` })}</div>}
          </Hop>
          {service.instanceId === undefined ? (
            <Hop state="wrong">{t("service.sharedHelp")}</Hop>
          ) : (
            <Hop state="fine">
              {t("apis.hopInstance")} <b>{instance?.name ?? service.instanceId}</b> {instance && t("service.inVpc", { vpc: instanceVpc?.name ?? instance.vpcId })}
            </Hop>
          )}
          {state === undefined ? (
            <Hop state="open">{t("apis.hopChoose")}</Hop>
          ) : state === "same" ? (
            <Hop state="fine">{t("apis.hopSame")}</Hop>
          ) : state === "joined" ? (
            <Hop state="fine">
              {t("apis.hopNetwork")} <Link to={`/network?selected=${network!.id}`}>{network!.name}</Link> {t("apis.hopJoins", { a: instanceVpc?.name ?? "", b: upstreamVpc?.name ?? "" })}
            </Hop>
          ) : (
            <Hop state="wrong">
              <s>{t("apis.hopNetwork")}</s> {t("apis.hopMissing", { a: instanceVpc?.name ?? instance!.vpcId, b: upstreamVpc?.name ?? upstream!.vpcId })}{" "}
              <JoinNow instanceId={service.instanceId} upstreamId={backEnd.upstreamId} />
            </Hop>
          )}
          {upstream && (
            <Hop state={nodes.length === 0 ? "wrong" : "fine"}>
              {t("apis.hopUpstream")} <Link to={`/upstreams/${upstream.id}`}>{upstream.name ?? upstream.id}</Link>
              {", "}
              {t("apis.hopNodes", { n: upstream.nodes.length })}, {t("apis.hopAttempts", { n: upstream.retries })}
            </Hop>
          )}
          {upstream && (
            <Hop state="open">
              <code>
                {backEnd.method ?? method} {sentPath(frontEnd.path || "/", backEnd.path || "/", path)}
              </code>
              <div className="weir-subtle">{node ? t("apis.hopNode", { node }) : <><BanIcon /> {t("apis.hopNoNode")}</>}</div>
            </Hop>
          )}
        </ol>
      </CardBody>
    </Card>
  );
}
