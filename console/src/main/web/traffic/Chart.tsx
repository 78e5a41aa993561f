import { useId, type KeyboardEvent, type MouseEvent } from "react";
import { ticks } from "../parts/scale";
import { timeOf } from "../parts/Time";
import { t } from "../texts";
import { clock } from "./clock";
import { greatest, type Series } from "./series";

interface Props {
  title: string;
  kind: "bars" | "lines";
  series: Series[];
  /** When each minute began. */
  minutes: string[];
  format: (value: number) => string;
  /** Whether there are only whole values. */
  whole?: boolean;
  /** The minute that is looked at; all charts of a page look at the same. */
  at: number | undefined;
  onAt: (at: number | undefined) => void;
  /** A minute is chosen, by a click or Enter. */
  onPick?: (at: number) => void;
  /** What to say where all is 0. */
  none: string;
}

const WIDTH = 10;
const HEIGHT = 100;
const PARTS = 3;

/** Minutes as bars that stand on each other, or as lines; one of them is looked at with the mouse or the arrow keys, and its values stand in the legend. */
export function Chart({ title, kind, series, minutes, format, whole = false, at, onAt, onPick, none }: Props) {
  const id = useId();
  const most = greatest(series, kind === "bars");
  const marks = ticks(most, PARTS, whole);
  const top = marks.at(-1)!;
  const last = minutes.length - 1;
  const index = Math.min(at ?? last, last);
  const valueOf = (value: number | undefined) => (value === undefined ? "–" : format(value));
  const told = series.map(({ label, values }) => `${label} ${valueOf(values[index])}`).join(", ");
  const pressed = (event: KeyboardEvent) => {
    const to = { ArrowRight: index + 1, ArrowUp: index + 1, ArrowLeft: index - 1, ArrowDown: index - 1, PageUp: index + 10, PageDown: index - 10, Home: 0, End: last }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      onAt(Math.min(last, Math.max(0, to)));
    } else if (event.key === "Enter") onPick?.(index);
    else if (event.key === "Escape") onAt(undefined);
  };
  const minuteAt = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(last, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * minutes.length)));
  };
  return (
    <figure className="weir-chart">
      <figcaption>
        <h3 id={id}>{title}</h3>
        <span className="weir-chart-when">{at === undefined ? t("traffic.inAll") : clock(minutes[index]!)}</span>
        <ul aria-hidden="true">
          {most > 0 &&
            series.map(({ key, label, values, overall, tone }) => (
              <li key={key}>
                <span className={`weir-tone weir-tone-${tone}`} /> {label} <b>{valueOf(at === undefined ? overall : values[index])}</b>
              </li>
            ))}
        </ul>
      </figcaption>
      {most === 0 ? (
        <p className="weir-chart-none">{none}</p>
      ) : (
        <div className="weir-chart-body">
          <div className="weir-chart-y" aria-hidden="true">
            {[...marks].reverse().map((mark) => (
              <span key={mark}>{format(mark)}</span>
            ))}
          </div>
          <div
            className="weir-chart-plot"
            role="slider"
            tabIndex={0}
            aria-labelledby={id}
            aria-valuemin={0}
            aria-valuemax={last}
            aria-valuenow={index}
            aria-valuetext={`${clock(minutes[index]!)}: ${told}`}
            onKeyDown={pressed}
            onFocus={() => at === undefined && onAt(last)}
            onBlur={() => onAt(undefined)}
            onPointerMove={(event) => onAt(minuteAt(event))}
            onPointerLeave={() => onAt(undefined)}
            onClick={(event) => onPick?.(minuteAt(event))}
          >
            <svg viewBox={`0 0 ${minutes.length * WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
              {marks.map((mark) => (
                <line key={mark} className="weir-chart-grid" x1={0} x2={minutes.length * WIDTH} y1={HEIGHT * (1 - mark / top)} y2={HEIGHT * (1 - mark / top)} vectorEffect="non-scaling-stroke" />
              ))}
              {at !== undefined && <rect className="weir-chart-at" x={index * WIDTH} width={WIDTH} y={0} height={HEIGHT} />}
              {kind === "bars" ? <Bars series={series} top={top} /> : <Lines series={series} top={top} />}
            </svg>
          </div>
          <div className="weir-chart-x" aria-hidden="true">
            {[0, Math.floor(last / 2), last].map((each) => (
              <span key={each} title={timeOf(minutes[each]!)}>
                {clock(minutes[each]!)}
              </span>
            ))}
          </div>
        </div>
      )}
    </figure>
  );
}

function Bars({ series, top }: { series: Series[]; top: number }) {
  const below = new Map<number, number>();
  return series.map(({ key, values, tone }) => (
    <g key={key} className={`weir-tone-${tone}`}>
      {values.map((value = 0, index) => {
        if (value === 0) return null;
        const from = below.get(index) ?? 0;
        below.set(index, from + value);
        return <rect key={index} x={index * WIDTH + 1} width={WIDTH - 2} y={HEIGHT * (1 - (from + value) / top)} height={(HEIGHT * value) / top} />;
      })}
    </g>
  ));
}

/** Lines that are broken where there is nothing to tell; a value alone is a dot. */
function Lines({ series, top }: { series: Series[]; top: number }) {
  return series.map(({ key, values, tone }) => {
    const place = (index: number) => `${(index + 0.5) * WIDTH} ${(HEIGHT * (1 - values[index]! / top)).toFixed(2)}`;
    const told = [...values.keys()].filter((index) => values[index] !== undefined);
    const begins = (index: number) => values[index - 1] === undefined;
    const alone = told.filter((index) => begins(index) && values[index + 1] === undefined);
    return (
      <g key={key} className={`weir-tone-${tone}`}>
        <path className={`weir-line weir-tone-${tone}`} vectorEffect="non-scaling-stroke" d={told.map((index) => `${begins(index) ? "M" : "L"}${place(index)}`).join("")} />
        <path className="weir-dot" vectorEffect="non-scaling-stroke" d={alone.map((index) => `M${place(index)}h0.01`).join("")} />
      </g>
    );
  });
}
