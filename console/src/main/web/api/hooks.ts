import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useAt } from "../frame/at";
import { Problem, read, tellsPast, withQuery, write, type Answer, type Params, type Write } from "./client";
import { keyOf, settled } from "./idempotency";
import type { Page } from "./types";

interface ReadOptions {
  /** Do not ask yet. */
  enabled?: boolean;
  /** Milliseconds after which to ask again. */
  every?: number;
  /** Whether to show the answer to the last question until the next is answered, as lists do between pages. */
  keep?: boolean;
  /** Of now, even while the console shows the past. */
  now?: boolean;
}

/** Reads an object, or anything else that a path answers with, as of the time that the console shows. */
export function useRead<T>(path: string, params: Params = {}, { enabled = true, every, keep = false, now = false }: ReadOptions = {}) {
  const at = useAt();
  const url = withQuery(path, params);
  const past = now || !tellsPast(path) ? undefined : at;
  return useQuery<T, Problem>({
    queryKey: [url, past ?? "now"],
    queryFn: async ({ signal }) => (await read<T>(url, past, signal)).value,
    enabled,
    refetchInterval: past ? false : every,
    placeholderData: keep ? keepPreviousData : undefined,
  });
}

/** Reads a page of a list. */
export function useList<T>(path: string, params: Params = {}, options: ReadOptions = {}) {
  return useRead<Page<T>>(path, params, { keep: true, ...options });
}

/** Sends writes; whatever is shown is read anew after one that succeeded. */
export function useWrite<T = unknown>() {
  const queries = useQueryClient();
  return useMutation<Answer<T>, Problem, Write>({
    mutationFn: (request) => write<T>({ idempotencyKey: keyOf(request), ...request }),
    onSuccess: (_answer, request) => {
      settled(request);
      // whoever sent it goes on at once; what is read anew is as new as the write anyway. What the write itself would have done is asked no more
      if (!request.dryRun) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "dry-run" });
    },
  });
}
