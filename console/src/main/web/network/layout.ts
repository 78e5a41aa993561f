import type { Network, Vpc } from "../api/types";
import { attached } from "../parts/joins";
import { byName } from "./model";

/** A network as it is drawn: an upright bar beside the rows of its VPCs. */
export interface Bar {
  network: Network;
  /** Which upright it is on, from the boxes outwards; bars that do not overlap share one. */
  lane: number;
  /** The rows that are joined to it, from the top. */
  rows: number[];
}

export interface Layout {
  /** One row a VPC; those that a network joins are neighbours. */
  rows: Vpc[];
  bars: Bar[];
  lanes: number;
  /** Networks that have none of the VPCs. */
  unused: Network[];
}

/** Orders VPCs so that bars are short, and places bars so that they are few beside each other. */
export function layout(vpcs: Vpc[], networks: Network[]): Layout {
  const left = new Set([...vpcs].sort(byName));
  const rows: Vpc[] = [];
  const take = (vpc: Vpc) => {
    left.delete(vpc);
    rows.push(vpc);
  };
  const members = (network: Network) => [...left].filter((vpc) => attached(network, vpc.id));
  const waiting = new Set([...networks].sort((a, b) => b.links.length - a.links.length || byName(a, b)));
  // after a network, the one that shares most with what was placed last comes next, so that its bar goes on where the other ends
  let previous: Network | undefined;
  while (waiting.size > 0) {
    const shared = (network: Network) => (previous ? network.links.filter((link) => attached(previous!, link.vpcId)).length : 0);
    const next = [...waiting].reduce((best, network) => (shared(network) > shared(best) ? network : best));
    waiting.delete(next);
    const others = [...waiting];
    members(next)
      .sort((a, b) => Number(others.some((other) => attached(other, a.id))) - Number(others.some((other) => attached(other, b.id))) || byName(a, b))
      .forEach(take);
    previous = next;
  }
  [...left].forEach(take);
  const place = new Map(rows.map((vpc, row) => [vpc.id, row]));
  const found = networks.map((network) => ({ network, rows: network.links.flatMap((link) => place.get(link.vpcId) ?? []).sort((a, b) => a - b) }));
  const ends: number[] = [];
  const bars = found
    .filter((bar) => bar.rows.length > 0)
    .sort((a, b) => a.rows[0]! - b.rows[0]! || a.rows.length - b.rows.length)
    .map((bar): Bar => {
      const free = ends.findIndex((end) => end < bar.rows[0]!);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = bar.rows.at(-1)!;
      return { ...bar, lane };
    });
  return { rows, bars, lanes: ends.length, unused: found.filter((bar) => bar.rows.length === 0).map((bar) => bar.network) };
}
