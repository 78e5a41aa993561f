import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { timeOf } from "../parts/Time";
import { t } from "../texts";
import { positionAt, type Bar } from "./density";

export type Range = [from: number, to: number];

interface Props {
  bars: Bar[];
  /** The stretch of time that is chosen; all of it if undefined. */
  range: Range | undefined;
  onRange: (range: Range | undefined) => void;
}

const WIDTH = 10;
const HEIGHT = 100;
const GAP = 1.5;

/** Bars of how many events there were when, with a stretch of time that is chosen by dragging over them, or by two handles and the keyboard. */
export function Density({ bars, range, onRange }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<[number, number]>();
  const first = bars[0]!.from;
  const last = bars.at(-1)!.to;
  const most = Math.max(1, ...bars.map((bar) => bar.after - bar.before));
  const shown: Range = dragged ? [bars[Math.min(...dragged)]!.from, bars[Math.max(...dragged)]!.to] : (range ?? [first, last]);
  const clamp = (time: number) => Math.min(Math.max(time, first), last);
  const percent = (time: number) => (100 * (clamp(time) - first)) / (last - first);
  const barAt = (event: PointerEvent) => {
    const box = track.current!.getBoundingClientRect();
    return Math.min(bars.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
  };
  const choose = ([from, to]: Range) => onRange(from <= first && to >= last ? undefined : [from, to]);
  return (
    <div className="weir-density">
      <div
        ref={track}
        className="weir-density-track"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged([barAt(event), barAt(event)]);
        }}
        onPointerMove={(event) => dragged && setDragged([dragged[0], barAt(event)])}
        onPointerUp={() => {
          if (dragged) choose(shown);
          setDragged(undefined);
        }}
        onPointerCancel={() => setDragged(undefined)}
      >
        <svg viewBox={`0 0 ${bars.length * WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={t("history.density", { n: bars.at(-1)!.after - bars[0]!.before, from: timeOf(first), to: timeOf(last) })}>
          {bars.map((bar, index) => {
            const count = bar.after - bar.before;
            const height = count === 0 ? 0 : 4 + (count / most) * (HEIGHT - 4);
            return (
              <rect key={bar.from} className={bar.from < shown[1] && bar.to > shown[0] ? "weir-bar-chosen" : "weir-bar"} x={index * WIDTH + GAP / 2} width={WIDTH - GAP} y={HEIGHT - height} height={height}>
                <title>{t("history.bar", { n: count, from: timeOf(bar.from) })}</title>
              </rect>
            );
          })}
        </svg>
        <div className="weir-density-range" style={{ insetInlineStart: `${percent(shown[0])}%`, inlineSize: `${percent(shown[1]) - percent(shown[0])}%` }} />
      </div>
      <div className="weir-density-rail">
        <div className="weir-density-fill" style={{ insetInlineStart: `${percent(shown[0])}%`, inlineSize: `${percent(shown[1]) - percent(shown[0])}%` }} />
        {([0, 1] as const).map((end) => (
          <Handle
            key={end}
            label={t(end === 0 ? "history.since" : "history.until")}
            bars={bars}
            time={shown[end]}
            percent={percent(shown[end])}
            onTime={(time) => {
              const other = shown[1 - end]!;
              const step = bars[0]!.to - bars[0]!.from;
              choose(end === 0 ? [clamp(Math.min(time, other - step)), other] : [other, clamp(Math.max(time, other + step))]);
            }}
          />
        ))}
      </div>
      <div className="weir-density-axis">
        <span>{timeOf(first)}</span>
        <span>{timeOf(last)}</span>
      </div>
    </div>
  );
}

/** One end of the stretch, moved by arrows, Page Up and Down, Home and End, or dragged. */
function Handle({ label, bars, time, percent, onTime }: { label: string; bars: Bar[]; time: number; percent: number; onTime: (time: number) => void }) {
  const ends = [bars[0]!.from, ...bars.map((bar) => bar.to)];
  const at = ends.findLastIndex((each) => each <= time);
  const go = (index: number) => onTime(ends[Math.min(ends.length - 1, Math.max(0, index))]!);
  const pressed = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowUp: at + 1, ArrowLeft: at - 1, ArrowDown: at - 1, PageUp: at + 10, PageDown: at - 10, Home: 0, End: ends.length }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const moved = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement!.getBoundingClientRect();
    go(Math.round(((event.clientX - box.left) / box.width) * bars.length));
  };
  return (
    <div
      className="weir-density-handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={ends.length - 1}
      aria-valuenow={at}
      aria-valuetext={t("history.handle", { time: timeOf(time), position: positionAt(bars, time) })}
      style={{ insetInlineStart: `${percent}%` }}
      onKeyDown={pressed}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={moved}
    />
  );
}
