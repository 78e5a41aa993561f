import type { Layout } from "./layout";
import type { Pair } from "./model";

const COLOURS = ["blue", "purple", "teal", "orange", "green", "yellow"];

/** The colour of the network that is the nth; its name always stands beside it, too. */
export function colour(nth: number): string {
  return `var(--weir-network-${COLOURS[nth % COLOURS.length]})`;
}

export interface Geometry {
  height: number;
  /** Where boxes begin; left of them is room for what is broken. */
  left: number;
  /** Width of a box. */
  box: number;
  /** Height of a row, with the gap below the box. */
  row: number;
  tight: boolean;
  /** Whether names of networks stand beside their bars, and not along them. */
  wide: boolean;
  /** From one bar to the next. */
  step: number;
  /** Where the bar of a lane is. */
  lane: (lane: number) => number;
  middle: (row: number) => number;
}

const WIDEST = 480;
const NARROWEST = 180;

/** Where everything is, in a picture of a width. */
export function geometry({ width, rows, lanes, tight, broken }: { width: number; rows: number; lanes: number; tight: boolean; broken: boolean }): Geometry {
  const row = tight ? 48 : 96;
  const left = broken ? 36 : 4;
  const wide = lanes <= 3 && width - left - lanes * 150 >= 300;
  const step = wide ? 150 : 34;
  const box = Math.max(NARROWEST, Math.min(WIDEST, width - left - lanes * step - 24));
  return {
    height: rows * row + 36,
    left,
    box,
    row,
    tight,
    wide,
    step,
    lane: (lane) => left + box + 28 + lane * step,
    middle: (index) => index * row + (row - 10) / 2,
  };
}

interface Props {
  drawn: Layout;
  pairs: Pair[];
  at: Geometry;
}

/** What joins the boxes, and what does not; the words beside say the same. */
export function Lines({ drawn, pairs, at }: Props) {
  const row = new Map(drawn.rows.map((vpc, index) => [vpc.id, index]));
  return (
    <svg className="weir-picture-lines" width="100%" height={at.height} aria-hidden="true">
      {drawn.bars.map(({ network, lane, rows }, nth) => {
        const x = at.lane(lane);
        return (
          <g key={network.id} stroke={colour(nth)} fill="none">
            {rows.map((index) => (
              <line key={index} x1={at.left + at.box} x2={x} y1={at.middle(index)} y2={at.middle(index)} strokeWidth="2.5" />
            ))}
            <line x1={x} x2={x} y1={at.middle(rows[0]!) - 14} y2={at.middle(rows.at(-1)!) + 14} strokeWidth="8" strokeLinecap="round" />
          </g>
        );
      })}
      {pairs.map(({ from, to }) => {
        const a = row.get(from);
        const b = row.get(to);
        if (a === undefined || b === undefined) return null;
        const [y1, y2] = [at.middle(a), at.middle(b)];
        const bend = at.left - Math.min(34, 14 + Math.abs(a - b) * 4);
        return (
          <g key={`${from} ${to}`} className="weir-line-broken">
            <path d={`M ${at.left} ${y1} C ${bend - 12} ${y1}, ${bend - 12} ${y2}, ${at.left} ${y2}`} />
            <circle cx={at.left} cy={y1} r="3" />
            <path d={`M ${at.left - 8} ${y2 - 5} L ${at.left} ${y2} L ${at.left - 8} ${y2 + 5}`} className="weir-arrow" />
          </g>
        );
      })}
    </svg>
  );
}
