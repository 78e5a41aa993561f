import { useQuery } from "@tanstack/react-query";
import { useAt } from "../../frame/at";
import type { Problem } from "../../api/client";
import type { NodeHealth, Upstream } from "../../api/types";
import { readAll } from "../../parts/all";

/** Of so many findings, that reading them takes a while, the next are asked for later. */
const MANY = 2_000;
const EVERY_MILLIS = 5_000;

/** What every live replica finds of every node; nothing where nothing is checked, and nothing of the past, which is not recorded. */
export function useFindings({ id, healthChecker }: Upstream) {
  const past = useAt() !== undefined;
  const checked = healthChecker?.enableActiveCheck || healthChecker?.enablePassiveCheck;
  return useQuery<NodeHealth[], Problem>({
    queryKey: [`/v1/upstreams/${id}/health`, "all"],
    queryFn: async ({ signal }) => (await readAll<NodeHealth>(`/v1/upstreams/${id}/health`, {}, undefined, signal, Infinity)).items,
    enabled: Boolean(checked) && !past,
    refetchInterval: ({ state }) => EVERY_MILLIS * Math.max(1, (state.data?.length ?? 0) / MANY),
  });
}
