import { useQuery } from "@tanstack/react-query";
import { Problem, read, tellsPast, withQuery, type Params } from "../api/client";
import type { Page } from "../api/types";
import { useAt } from "../frame/at";

const PAGE = 100;
const AT_ONCE = 6;

/** What was read of a list, and how many there are: more than were read if there are too many to show. */
export interface All<T> {
  items: T[];
  total: number;
}

/** Calls a function for each item, few at a time, and gives the results in the order of the items. */
export async function each<A, B>(items: readonly A[], call: (item: A) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await call(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  return results;
}

/** Reads a list whole, up to `most` items. */
export async function readAll<T>(path: string, params: Params = {}, at?: string, signal?: AbortSignal, most = 1_000): Promise<All<T>> {
  const page = async (offset: number) => (await read<Page<T>>(withQuery(path, { ...params, limit: PAGE, offset: offset || undefined, count: offset === 0 || undefined }), at, signal)).value;
  const first = await page(0);
  const total = first.total ?? first.items.length;
  const offsets = Array.from({ length: Math.max(0, Math.ceil(Math.min(total, most) / PAGE) - 1) }, (_, index) => (index + 1) * PAGE);
  const rest = await each(offsets, page);
  return { items: [first, ...rest].flatMap(({ items }) => items), total };
}

interface AllOptions {
  enabled?: boolean;
  /** Of now, even while the console shows the past. */
  now?: boolean;
  every?: number;
  most?: number;
}

/** A list that is short enough to be shown whole, as of the time that the console shows. */
export function useAll<T>(path: string, params: Params = {}, { enabled = true, now = false, every, most }: AllOptions = {}) {
  const at = useAt();
  const past = now || !tellsPast(path) ? undefined : at;
  return useQuery<All<T>, Problem>({
    queryKey: ["all", withQuery(path, params), past ?? "now"],
    queryFn: ({ signal }) => readAll<T>(path, params, past, signal, most),
    enabled,
    refetchInterval: past ? false : every,
  });
}
