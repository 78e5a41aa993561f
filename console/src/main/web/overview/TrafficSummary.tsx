import { Card, CardBody, CardTitle } from "@patternfly/react-core";
import type { Traffic } from "../api/types";
import { useRead } from "../api/hooks";
import { useAt } from "../frame/at";
import { Link } from "../parts/Link";
import { t } from "../texts";
import { Totals } from "../traffic/Totals";

const EVERY_MILLIS = 10_000;

/** How the last hour was, where anything was asked; nothing of the past, which has no traffic. */
export function TrafficSummary() {
  const past = useAt() !== undefined;
  const { data } = useRead<Traffic>("/v1/traffic", {}, { every: EVERY_MILLIS, enabled: !past, now: true });
  if (past || data === undefined || data.totals.requests === 0) return null;
  return (
    <Card>
      <CardTitle component="h2">{t("traffic.lastHour")}</CardTitle>
      <CardBody>
        <Totals totals={data.totals} minutes={data.minutes.length} />
        <Link to="/traffic">{t("traffic.see")}</Link>
      </CardBody>
    </Card>
  );
}
