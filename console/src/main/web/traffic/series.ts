// What charts show of the counts of minutes.
import type { Minute, TrafficCounts } from "../api/types";
import { t } from "../texts";

export interface Series {
  key: string;
  label: string;
  /** One of each minute; undefined where there is nothing to tell. */
  values: (number | undefined)[];
  /** Of all minutes together. */
  overall: number | undefined;
  /** Which of the colours. */
  tone: string;
}

const CLASSES = ["2xx", "3xx", "4xx", "5xx", "1xx"];
const MOST_CODES = 4;

/** How many requests were answered with each class of status; only classes that there are. */
export function statusSeries(minutes: Minute[], totals: TrafficCounts): Series[] {
  return CLASSES.filter((name) => (totals.status[name] ?? 0) > 0 || name === "2xx").map((name) => ({
    key: name,
    label: t(`traffic.class_${name}` as "traffic.class_2xx"),
    values: minutes.map(({ status }) => status[name] ?? 0),
    overall: totals.status[name] ?? 0,
    tone: name,
  }));
}

/** How many requests the gateway failed by itself, by the code that it told; codes beyond the most frequent are one. */
export function failureSeries(minutes: Minute[], totals: TrafficCounts): Series[] {
  const codes = Object.entries(totals.failures)
    .flatMap(([code, n]) => (n ? [{ code, n }] : []))
    .sort((a, b) => b.n - a.n || a.code.localeCompare(b.code));
  const shown = codes.length > MOST_CODES + 1 ? codes.slice(0, MOST_CODES) : codes;
  const rest = codes.slice(shown.length);
  const sum = (failures: TrafficCounts["failures"]) => rest.reduce((before, { code }) => before + (failures[code] ?? 0), 0);
  const series = shown.map(({ code, n }, index) => ({ key: code, label: code, values: minutes.map(({ failures }) => failures[code] ?? 0), overall: n, tone: `code-${index}` }));
  return rest.length === 0 ? series : [...series, { key: "others", label: t("traffic.otherCodes", { n: rest.length }), values: minutes.map(({ failures }) => sum(failures)), overall: sum(totals.failures), tone: "code-others" }];
}

const QUANTILES = ["p50", "p90", "p99"] as const satisfies (keyof NonNullable<TrafficCounts["micros"]>)[];

/** In how many microseconds half of the requests, nine of ten and ninety-nine of a hundred were answered. */
export function latencySeries(minutes: Minute[], totals: TrafficCounts): Series[] {
  return QUANTILES.map((name) => ({ key: name, label: name, values: minutes.map(({ micros }) => micros?.[name]), overall: totals.micros?.[name], tone: name }));
}

/** How many attempts repeated a failed one. */
export function retrySeries(minutes: Minute[], totals: TrafficCounts): Series[] {
  return [{ key: "retries", label: t("traffic.retries"), values: minutes.map(({ retries }) => retries), overall: totals.retries, tone: "retries" }];
}

/** The greatest height that a chart has to show: of bars that stand on each other, their sum. */
export function greatest(series: Series[], stacked: boolean): number {
  const all = series[0]?.values.map((_, index) => series.map(({ values }) => values[index] ?? 0)) ?? [];
  return Math.max(0, ...all.map((values) => (stacked ? values.reduce((a, b) => a + b, 0) : Math.max(...values))));
}

/** The part of requests that were answered with 5xx; undefined without requests. */
export function failedPart({ requests, status }: TrafficCounts): number | undefined {
  return requests === 0 ? undefined : (status["5xx"] ?? 0) / requests;
}
