import { useQuery } from "@tanstack/react-query";
import type { RequestDetails } from "../api/types";
import { read, type Problem } from "../api/client";

const AGAIN_MILLIS = 1_500;
/** So often it is asked for before it is taken for not kept. */
export const MOST_TIMES = 8;

/** What is kept of a request; asked for a few times more where it is only on its way. */
export function useRequest(requestId: string, onItsWay = false) {
  const path = `/v1/requests/${encodeURIComponent(requestId)}`;
  return useQuery<RequestDetails, Problem>({
    queryKey: [path, "now"],
    queryFn: async ({ signal }) => (await read<RequestDetails>(path, undefined, signal)).value,
    refetchInterval: ({ state }) => (onItsWay && state.data === undefined && state.errorUpdateCount < MOST_TIMES ? AGAIN_MILLIS : false),
    // it never changes; only it may be forgotten
    staleTime: 60_000,
  });
}
