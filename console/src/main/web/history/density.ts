// How many events there were when: bars over time, found with few and small questions.

export interface Bar {
  /** Milliseconds since the epoch: from, and before. */
  from: number;
  to: number;
  /** Positions of the last event before it, and of the last in it. */
  before: number;
  after: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 30 * DAY, 90 * DAY, 360 * DAY];
const MOST_BARS = 60;
/** So few events are read at once, and counted here. */
export const FEW = 100;

/** The ends of bars of one nice length that cover a stretch of time. */
export function boundaries(from: number, to: number, most = MOST_BARS): number[] {
  const step = STEPS.find((each) => Math.ceil(to / each) - Math.floor(from / each) <= most) ?? STEPS.at(-1)!;
  const first = Math.floor(from / step);
  const last = Math.max(Math.ceil(to / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

export interface Source {
  /** Position of the last event before a time; 0 if there is none. */
  positionBefore: (time: number) => Promise<number>;
  /** Times of the events after one position up to another. */
  times: (after: number, upTo: number) => Promise<number[]>;
}

/** Counts what is between boundaries; a stretch is parted only as long as much is in it. */
export async function bars(ends: number[], { positionBefore, times }: Source): Promise<Bar[]> {
  const positions: number[] = new Array<number>(ends.length).fill(0);
  const last = ends.length - 1;
  [positions[0], positions[last]] = await Promise.all([positionBefore(ends[0]!), positionBefore(ends[last]!)]);
  const fill = async (low: number, high: number): Promise<void> => {
    if (high - low < 2) return;
    const before = positions[low]!;
    const after = positions[high]!;
    if (after - before <= FEW) {
      const found = after > before ? await times(before, after) : [];
      for (let index = low + 1; index < high; index++) positions[index] = before + found.filter((time) => time < ends[index]!).length;
      return;
    }
    const middle = (low + high) >> 1;
    positions[middle] = await positionBefore(ends[middle]!);
    await Promise.all([fill(low, middle), fill(middle, high)]);
  };
  await fill(0, last);
  return ends.slice(0, -1).map((from, index) => ({ from, to: ends[index + 1]!, before: positions[index]!, after: positions[index + 1]! }));
}

/** The position after the last event before a time, as far as bars can tell. */
export function positionAt(found: Bar[], time: number): number {
  const bar = found.findLast((each) => each.from < time);
  if (!bar) return found[0]?.before ?? 0;
  return time >= bar.to ? bar.after : bar.before;
}
