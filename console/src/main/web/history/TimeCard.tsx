import { Button, Card, CardBody, Skeleton, TextInput } from "@patternfly/react-core";
import { HistoryIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useTravel } from "../frame/at";
import { timeOf } from "../parts/Time";
import { t } from "../texts";
import { Density, type Range } from "./Density";
import { positionAt } from "./density";
import { fromLocal, toLocal } from "./moments";
import { useDensity } from "./useDensity";

const isTime = (text: string) => !Number.isNaN(new Date(text).getTime());

/** The density of events, and what can be done with the stretch that is chosen in it. */
export function TimeCard() {
  const [params, setParams] = useSearchParams();
  const [part, setPart] = useState<Range>();
  const density = useDensity(part);
  const travel = useTravel();
  const navigate = useNavigate();
  const since = params.get("since");
  const until = params.get("until");
  const bars = density.data;
  if (density.error && !bars) return null;
  if (!bars) return <Skeleton className="weir-time-card" height="11rem" screenreaderText={t("parts.loading")} />;
  if (bars.length === 0) return null;
  const first = bars[0]!.from;
  const last = bars.at(-1)!.to;
  const range: Range | undefined = since || until ? [since && isTime(since) ? new Date(since).getTime() : first, until && isTime(until) ? new Date(until).getTime() : last] : undefined;
  const [from, to] = range ?? [first, last];
  const position = until ? positionAt(bars, to) : bars.at(-1)!.after;
  const set = (ends: { since?: string; until?: string }) =>
    setParams((before) => {
      before.delete("page");
      for (const [name, time] of Object.entries(ends)) {
        if (time) before.set(name, time);
        else before.delete(name);
      }
      return before;
    }, { replace: true });
  const choose = (chosen: Range | undefined) =>
    set({
      since: chosen && (part || chosen[0] > first) ? new Date(chosen[0]).toISOString() : undefined,
      until: chosen && (part || chosen[1] < last) ? new Date(chosen[1]).toISOString() : undefined,
    });
  return (
    <Card isCompact className="weir-time-card">
      <CardBody className="weir-density-card">
        <div>
          <Density bars={bars} range={range} onRange={choose} />
          <div className="weir-density-ends">
            {(["since", "until"] as const).map((end) => (
              <label key={end}>
                {t(`history.${end}`)}
                <TextInput
                  type="datetime-local"
                  step={1}
                  aria-label={t(`history.${end}`)}
                  value={toLocal(params.get(end) ?? "")}
                  onChange={(_event, text) => set({ [end]: fromLocal(text) })}
                />
              </label>
            ))}
          </div>
        </div>
        <div>
          <b>{t("history.asOf", { position })}</b>
          <div>{timeOf(Math.min(to, Date.now()))}</div>
          <Button variant="secondary" size="sm" icon={<HistoryIcon />} onClick={() => travel(String(position))}>
            {t("history.seeEverything")}
          </Button>
          <div className="weir-buttons">
            {range && (
              <Button variant="link" isInline onClick={() => void navigate(`/history/compare?from=${positionAt(bars, from)}&to=${position}`)}>
                {t("history.compareEnds")}
              </Button>
            )}
            {range && (
              <Button variant="link" isInline onClick={() => setPart([from, to])}>
                {t("history.zoom")}
              </Button>
            )}
            {(part || range) && (
              <Button
                variant="link"
                isInline
                onClick={() => {
                  setPart(undefined);
                  choose(undefined);
                }}
              >
                {t("history.whole")}
              </Button>
            )}
          </div>
        </div>
      </CardBody>
    </Card>
  );
}
