import { DescriptionList } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { RequestDetails } from "../api/types";
import { CopyText } from "../parts/Copy";
import { Fact } from "../parts/Fact";
import { Link } from "../parts/Link";
import { Time } from "../parts/Time";
import { t } from "../texts";
import { duration, failureText, flagText, size } from "./words";

/** Whatever is known of a request beside its attempts. */
export function RequestFacts({ of, times = true }: { of: RequestDetails; /** When and how long, too. */ times?: boolean }) {
  const { serviceId, apiId, upstreamId, environment, failure, flags = [] } = of;
  const facts: [string, ReactNode][] = [
    [t("requests.failed"), failure && <><code>{failure}</code>{failureText(failure) && <>: {failureText(failure)}</>}</>],
    [t("requests.flags"), flags.length > 0 && flags.map((flag) => <div key={flag}>{flagText(flag)}</div>)],
    [t("requests.api"), apiId ? serviceId ? <Link to={`/services/${serviceId}/apis/${apiId}`}>{of.apiName || apiId}</Link> : apiId : t("requests.noRoute")],
    [t("requests.service"), serviceId && <><Link to={`/services/${serviceId}`}>{of.serviceName || serviceId}</Link>{environment && <>, {environment}</>}</>],
    [t("requests.upstream"), upstreamId && <Link to={`/upstreams/${upstreamId}`}>{of.upstreamName || upstreamId}</Link>],
    [t("requests.replica"), <Link key="replica" to={`/data-plane?q=${encodeURIComponent(of.replicaId)}`}>{of.replicaId}</Link>],
    [t("requests.position"), of.position > 0 && <Link to={`/history/${of.position}`}>{of.position}</Link>],
    [t("requests.host"), of.host && <code>{of.host}</code>],
    [t("requests.path"), of.path !== undefined ? <code>{of.query ? `${of.path}?${of.query}` : of.path}</code> : of.uri && <code>{of.uri}</code>],
    [t("requests.over"), times && <Time at={of.at} exact />],
    [t("requests.took"), times && duration(of.micros)],
    [t("requests.client"), of.client],
    [t("requests.protocol"), of.version && `${of.version}, ${t(of.tls ? "requests.encrypted" : "requests.plain")}`],
    [t("requests.userAgent"), of.userAgent],
    [t("requests.received"), size(of.received)],
    [t("requests.sent"), size(of.sent)],
    [t("requests.traceId"), of.traceId && <CopyText text={of.traceId} />],
  ];
  return (
    <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: "14ch" }}>
      {facts
        .filter(([, value]) => value !== undefined && value !== false && value !== "")
        .map(([term, value]) => (
          <Fact key={term} term={term} className="weir-breaks">
            {value}
          </Fact>
        ))}
    </DescriptionList>
  );
}
