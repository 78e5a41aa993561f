import { useQuery } from "@tanstack/react-query";
import { write, type Problem, type Write } from "../api/client";
import type { DryRun } from "../api/types";

/** Asks what a write would do. */
export function useDryRun({ method, path, body, version }: Write, enabled = true) {
  return useQuery<DryRun, Problem>({
    queryKey: ["dry-run", method, path, body, version],
    queryFn: async () => (await write<DryRun>({ method, path, body, version, dryRun: true })).value,
    enabled,
    gcTime: 0,
  });
}

/** Whether requests notice it: an API goes off, or an environment serves the change without a release. */
export function hitsTraffic(run: DryRun | undefined): boolean {
  return run?.effects.some(({ code }) => code === "API_DISCONNECTED" || code === "LIVE_AT_ONCE") ?? false;
}
