import { Button, EmptyState, EmptyStateBody, EmptyStateFooter, PageSection } from "@patternfly/react-core";
import type { Traffic } from "../api/types";
import { useAt } from "../frame/at";
import { useRead } from "../api/hooks";
import { Alert } from "../parts/Alert";
import { Link } from "../parts/Link";
import { Loaded } from "../parts/Loaded";
import { useListState } from "../parts/listState";
import { PageTitle } from "../parts/PageTitle";
import { useMayWrite } from "../parts/session";
import { t } from "../texts";
import { tryLink } from "../tries/link";
import { Breakdown } from "./Breakdown";
import { Charts } from "./Charts";
import { Filters } from "./Filters";
import { RecentRequests } from "./RecentRequests";
import { Totals } from "./Totals";
import { OF_REQUESTS, SCOPE, minuteFrom, narrow, trafficParams } from "./filters";
import "./traffic.css";

const OFTEN_MILLIS = 5_000;

/** What the data plane has answered in the last hour, drawn, by whom, and the last requests one by one. */
export function TrafficPage() {
  const list = useListState([...SCOPE, ...OF_REQUESTS]);
  const live = list.filter("live") !== "off";
  const every = live ? OFTEN_MILLIS : undefined;
  const traffic = useRead<Traffic>("/v1/traffic", trafficParams(list.filter), { every, keep: true, now: true });
  const past = useAt() !== undefined;
  const pick = (from: string) => {
    narrow(list, minuteFrom(from));
    document.getElementById("recent-requests")?.scrollIntoView?.({ block: "start" });
  };
  return (
    <>
      <PageTitle title={t("traffic.title")} facts={t("traffic.about")} />
      <PageSection hasBodyWrapper={false} className="weir-stack">
        {past && <Alert isInline variant="info" title={t("traffic.notOfPast")} />}
        <Filters list={list} live={live} />
        <Loaded query={traffic}>
          {(found) =>
            found.totals.requests === 0 ? (
              <Nothing narrowed={SCOPE.some((name) => list.filter(name) !== "")} />
            ) : (
              <>
                <Totals totals={found.totals} minutes={found.minutes.length} />
                <Charts traffic={found} onPick={pick} />
                <Breakdown traffic={found} list={list} />
              </>
            )
          }
        </Loaded>
        {traffic.data !== undefined && <RecentRequests list={list} codes={Object.keys(traffic.data.totals.failures).sort()} every={every} />}
      </PageSection>
    </>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const mayWrite = useMayWrite();
  return (
    <EmptyState titleText={t(narrowed ? "traffic.nothingOfThis" : "traffic.nothing")} headingLevel="h2">
      <EmptyStateBody>{t("traffic.nothingBody")}</EmptyStateBody>
      {mayWrite && (
        <EmptyStateFooter>
          <Button component={(props) => <Link {...props} to={tryLink({})} />}>{t("tries.title")}</Button>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
