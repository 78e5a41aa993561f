import { useMemo } from "react";
import { useRead } from "../../api/hooks";
import type { Traffic, Upstream } from "../../api/types";
import { useAt } from "../../frame/at";
import { isNamed, realShares } from "../../traffic/shares";
import { authority } from "../nodes/model";

/** Few enough to tell of now, many enough to be a share. */
const MINUTES = 5;
const EVERY_MILLIS = 5_000;

/** What each node of an upstream got of the attempts of the last minutes; undefined if there were none, and of the past, where it is not recorded. */
export function useReal({ id, nodes }: Upstream) {
  const past = useAt() !== undefined;
  const { data } = useRead<Traffic>("/v1/traffic", { upstream_id: id, minutes: MINUTES }, { every: EVERY_MILLIS, enabled: !past, now: true });
  return useMemo(() => (data && !past ? realShares(nodes.map(authority), data.nodes.filter(isNamed)) : undefined), [nodes, data, past]);
}
