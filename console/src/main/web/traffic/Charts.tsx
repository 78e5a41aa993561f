import { ExpandableSection } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import type { Traffic } from "../api/types";
import { quantile } from "../requests/words";
import { locale, t } from "../texts";
import { Chart } from "./Chart";
import { clock } from "./clock";
import { failureSeries, latencySeries, retrySeries, statusSeries, type Series } from "./series";

const count = (value: number) => value.toLocaleString(locale);

/** Requests, failures, latency and retries of each minute; drawn, and as a table of the same. */
export function Charts({ traffic: { minutes, totals }, onPick }: { traffic: Traffic; /** A minute is chosen. */ onPick: (from: string) => void }) {
  const [at, setAt] = useState<number>();
  const [status, failures, latency, retries] = [statusSeries(minutes, totals), failureSeries(minutes, totals), latencySeries(minutes, totals), retrySeries(minutes, totals)];
  const common = { minutes: minutes.map((minute) => minute.at), at, onAt: setAt, onPick: (index: number) => onPick(minutes[index]!.at) };
  return (
    <>
      <div className="weir-charts">
        <Chart {...common} title={t("traffic.requestsByStatus")} kind="bars" series={status} format={count} whole none={t("traffic.noRequests")} />
        <Chart {...common} title={t("traffic.failuresByCode")} kind="bars" series={failures} format={count} whole none={t("traffic.noFailures")} />
        <Chart {...common} title={t("traffic.latency")} kind="lines" series={latency} format={quantile} none={t("traffic.noRequests")} />
        <Chart {...common} title={t("traffic.retriesTitle")} kind="bars" series={retries} format={count} whole none={t("traffic.noRetries")} />
      </div>
      <p className="weir-subtle">{t("traffic.chartHelp")}</p>
      <ExpandableSection toggleText={t("traffic.asTable")}>
        <MinuteTable times={common.minutes} counted={[...status, ...failures, ...retries]} latency={latency} />
      </ExpandableSection>
    </>
  );
}

/** What the charts show, the newest minute first. */
function MinuteTable({ times, counted, latency }: { times: string[]; counted: Series[]; latency: Series[] }) {
  const columns = [...counted.map((series) => ({ ...series, format: count })), ...latency.map((series) => ({ ...series, format: quantile }))];
  return (
    <Table aria-label={t("traffic.asTable")} variant="compact" gridBreakPoint="grid-md">
      <Thead>
        <Tr>
          <Th>{t("traffic.minute")}</Th>
          {columns.map(({ key, label }) => (
            <Th key={key} className="weir-numeric" modifier="wrap">{label}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {times.map((_, index) => times.length - 1 - index).map((index) => (
          <Tr key={times[index]}>
            <Td dataLabel={t("traffic.minute")}>{clock(times[index]!)}</Td>
            {columns.map(({ key, label, values, format }) => (
              <Td key={key} dataLabel={label} className="weir-numeric">
                {values[index] === undefined ? "–" : format(values[index])}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
