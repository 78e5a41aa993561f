import type { KeptRequest, RequestAttempt } from "../api/types";
import { ticks } from "../parts/scale";
import { t } from "../texts";
import { ResultLabel } from "./StatusLabel";
import { waterfall, type AttemptBar } from "./waterfall";
import { duration, resultMeans } from "./words";
import "./requests.css";

const KINDS = ["connect", "wait", "receive"] as const;
const PARTS = 5;

/** The attempts of a request, one below the other, each where it was in time. */
export function Waterfall({ request }: { request: Pick<KeptRequest, "micros" | "attempts" | "failure"> }) {
  const { attempts } = request;
  const { total, bars } = waterfall(request);
  if (attempts.length === 0) return <p className="weir-subtle">{t("requests.noAttempt")}</p>;
  const marks = ticks(total, PARTS).filter((micros) => micros < total * 0.95);
  const percent = (micros: number) => `${(100 * micros) / total}%`;
  return (
    <div className="weir-waterfall">
      <div className="weir-waterfall-legend" aria-hidden="true">
        {KINDS.map((kind) => (
          <span key={kind}>
            <span className={`weir-swatch weir-phase-${kind}`} /> {t(`requests.${kind}`)}
          </span>
        ))}
      </div>
      <div className="weir-waterfall-axis" aria-hidden="true">
        {marks.map((micros) => (
          <span key={micros} style={{ insetInlineStart: percent(micros) }}>
            {duration(micros)}
          </span>
        ))}
      </div>
      <ol aria-label={t("requests.attempts")}>
        {attempts.map((attempt, index) => (
          <li key={index}>
            <Head attempt={attempt} bar={bars[index]!} n={index + 1} />
            <div className="weir-track" aria-hidden="true">
              {marks.map((micros) => (
                <i key={micros} style={{ insetInlineStart: percent(micros) }} />
              ))}
              {bars[index]!.segments.map(({ kind, from, to }) => (
                <span key={kind} className={`weir-phase-${kind}`} style={{ insetInlineStart: percent(from), inlineSize: `max(2px, ${percent(to - from)})` }} title={`${t(`requests.${kind}`)}: ${duration(to - from)}`} />
              ))}
            </div>
            <Why attempt={attempt} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Everything that the bar shows, in words. */
function Head({ attempt, bar, n }: { attempt: RequestAttempt; bar: AttemptBar; n: number }) {
  const { node, result, status, reused, connectMicros, firstByteMicros, micros } = attempt;
  const times = [
    bar.start > 0 && t("requests.startsAt", { time: duration(bar.start) }),
    reused ? t("requests.reused") : connectMicros >= 0 && t("requests.connectTook", { time: duration(connectMicros) }),
    firstByteMicros >= 0 && t("requests.firstByteAfter", { time: duration(firstByteMicros) }),
    t("requests.tookInAll", { time: duration(micros) }),
  ];
  return (
    <div className="weir-attempt">
      <span>
        <span className="weir-attempt-n">{t("requests.attemptN", { n })}</span> <code>{node}</code> <ResultLabel result={result} status={status} />
      </span>
      <span className="weir-subtle">{times.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

function Why({ attempt: { result, reason } }: { attempt: RequestAttempt }) {
  const means = resultMeans(result);
  if (means === undefined && !reason) return null;
  return (
    <p className="weir-why">
      {means}
      {reason && <> {t("requests.said", { reason })}</>}
    </p>
  );
}
