import type { TrafficCounts } from "../api/types";
import { quantile } from "../requests/words";
import { locale, t } from "../texts";
import { percent } from "../upstreams/nodes/share";
import { failedPart } from "./series";
import "./traffic.css";

/** The traffic in six numbers. */
export function Totals({ totals, minutes }: { totals: TrafficCounts; minutes: number }) {
  const { requests, status, retries, micros } = totals;
  const count = (n: number | undefined) => (n ?? 0).toLocaleString(locale);
  const failed = failedPart(totals);
  const all: [string, string, string | undefined][] = [
    [t("traffic.requests"), count(requests), t("traffic.perMinute", { rate: (requests / Math.max(1, minutes)).toLocaleString(locale, { maximumFractionDigits: 1 }) })],
    [t("traffic.failedRequests"), count(status["5xx"]), failed === undefined ? undefined : percent(failed)],
    [t("traffic.refusedRequests"), count(status["4xx"]), requests === 0 ? undefined : percent((status["4xx"] ?? 0) / requests)],
    [t("traffic.retries"), count(retries), undefined],
    [t("traffic.typical"), quantile(micros?.p50), "p50"],
    [t("traffic.slowest"), quantile(micros?.p99), "p99"],
  ];
  return (
    <dl className="weir-totals">
      {all.map(([term, value, more]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <b>{value}</b> {more && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
