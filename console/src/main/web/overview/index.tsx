import "./overview.css";
import { Card, CardBody, CardTitle, Gallery, PageSection } from "@patternfly/react-core";
import { Link } from "../parts/Link";
import { useRead } from "../api/hooks";
import type { Counts, Overview } from "../api/types";
import { LastEvents } from "../parts/LastEvents";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { locale, t, type TextKey } from "../texts";
import { AttentionList } from "./AttentionList";
import { FirstSteps } from "./FirstSteps";
import { Proof } from "./Proof";
import { TrafficSummary } from "./TrafficSummary";
import { stepsShown } from "./steps";

const COUNTED: [keyof Counts, TextKey, string][] = [
  ["upstreams", "overview.upstreams", "/upstreams"],
  ["services", "overview.services", "/services"],
  ["apis", "overview.apis", "/services"],
  ["releases", "overview.releases", "/services"],
  ["domains", "overview.domains", "/domains"],
  ["vpcs", "overview.vpcs", "/network"],
  ["networks", "overview.networks", "/network"],
  ["instances", "overview.instances", "/network"],
];

/** Where one begins: the first steps on an empty system, else what needs attention and what has changed. */
export function Area() {
  const overview = useRead<Overview>("/v1/overview", {}, { every: 10_000 });
  return (
    <>
      <PageTitle title={t("overview.title")} />
      <PageSection hasBodyWrapper={false} className="weir-overview">
        <Loaded query={overview}>
          {({ counts, attention, replicas }) => (
            <>
              {stepsShown(counts) && <FirstSteps counts={counts} />}
              <Gallery hasGutter minWidths={{ default: "6.5rem" }} component="ul" className="weir-counts">
                {COUNTED.map(([key, text, to]) => (
                  <li key={key}>
                    <Link to={to}>
                      <b>{counts[key].toLocaleString(locale)}</b> {t(text)}
                    </Link>
                  </li>
                ))}
              </Gallery>
              <TrafficSummary />
              <div className="weir-overview-columns">
                <Card>
                  <CardTitle component="h2">{t("overview.attention")}</CardTitle>
                  <CardBody>
                    <AttentionList attention={attention} replicas={replicas} />
                  </CardBody>
                </Card>
                <Card>
                  <CardTitle component="h2">{t("overview.lastChanges")}</CardTitle>
                  <CardBody>
                    <LastEvents path="/v1/events" more="/history" limit={10} />
                  </CardBody>
                </Card>
              </div>
              <Proof />
            </>
          )}
        </Loaded>
      </PageSection>
    </>
  );
}
