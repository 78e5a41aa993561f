import { Card, CardBody, CardTitle, DescriptionList, PageSection } from "@patternfly/react-core";
import { useSearchParams } from "react-router";
import type { Api, Service } from "../../api/types";
import { Warnings } from "../../forms/Outcome";
import { Alert } from "../../parts/Alert";
import { Fact } from "../../parts/Fact";
import { Time } from "../../parts/Time";
import { locale, t } from "../../texts";
import { useDrifts } from "../data";
import { ReleasedIn } from "../releases/ReleasedIn";
import { CallIt } from "./CallIt";
import { Connection } from "./Connection";
import { FrontEnd } from "./FrontEnd";
import { NotJoined } from "./NotJoined";
import { RequestPath } from "./RequestPath";
import { UpstreamLink } from "./UpstreamLink";
import { apiLabel } from "./content";

/** What the draft of an API says, where it is released, and how to call it. */
export function ApiOverview({ service, api }: { service: Service; api: Api }) {
  const drifts = useDrifts(service.id);
  const [params] = useSearchParams();
  const { backEnd } = api;
  return (
    <PageSection hasBodyWrapper={false} className="weir-tab">
      {params.has("created") && <Alert isInline component="h2" variant="success" title={t("apis.created", { name: api.name })}>{t("apis.createdHelp")}</Alert>}
      <NotJoined service={service} api={api} />
      <Warnings warnings={api.warnings?.filter(({ code }) => code !== "VPC_NOT_CONNECTED")} label={apiLabel} />
      <div className="weir-columns">
        <div className="weir-stack">
          <CallIt service={service} api={api} drifts={drifts} />
          <Card isCompact>
            <CardTitle component="h2">{t("apis.draft")}</CardTitle>
            <CardBody>
              <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: "14ch" }}>
                <Fact term={t("apis.frontEnd")}>
                  <FrontEnd frontEnd={api.frontEnd} />
                </Fact>
                <Fact term={t("apis.backendType")}>{t("apis.vpcResources")}</Fact>
                <Fact term={t("apis.connectionMode")}>{t("apis.upstream")}</Fact>
                <Fact term={t("apis.upstream")}>
                  <UpstreamLink id={backEnd.upstreamId} /> <Connection reachability={api.reachability} />
                </Fact>
                <Fact term={t("apis.backendPath")}>
                  <code>{backEnd.path}</code>
                </Fact>
                <Fact term={t("apis.backendMethod")}>{backEnd.method ?? t("apis.sameMethod")}</Fact>
                <Fact term={t("apis.timeout")}>{`${backEnd.timeoutMillis.toLocaleString(locale)} ms`}</Fact>
                <Fact term={t("apis.released")}>
                  <ReleasedIn api={api} drifts={drifts} />
                </Fact>
                <Fact term={t("service.changed")}>
                  <Time at={api.changedAt} />
                </Fact>
              </DescriptionList>
            </CardBody>
          </Card>
        </div>
        <RequestPath service={service} frontEnd={api.frontEnd} backEnd={backEnd} />
      </div>
    </PageSection>
  );
}
