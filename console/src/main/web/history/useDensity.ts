import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read, withQuery, type Params, type Problem } from "../api/client";
import type { Event, Page } from "../api/types";
import { bars, boundaries, type Bar, type Source } from "./density";

// what was before a moment that is over stays so
const known = new Map<number, Promise<number>>();

async function events(params: Params): Promise<Event[]> {
  return (await read<Page<Event>>(withQuery("/v1/events", { fields: "summary", ...params }))).value.items;
}

const timeOf = (event: Event) => new Date(event.recordedAt).getTime();

const source: Source = {
  positionBefore: (time) => {
    const ask = () => events({ until: new Date(time).toISOString(), limit: 1 }).then(([last]) => last?.position ?? 0);
    if (time > Date.now() - 60_000) return ask();
    const answer = known.get(time) ?? ask();
    known.set(time, answer);
    answer.catch(() => known.delete(time));
    return answer;
  },
  times: async (after, upTo) => (await events({ after_position: after, before: upTo + 1, sort: "position", limit: 100 })).map(timeOf),
};

/** How many events there were when, over all of history or a part of it. */
export function useDensity(part: [number, number] | undefined) {
  return useQuery<Bar[], Problem>({
    queryKey: ["density", part],
    queryFn: async () => {
      if (part) return bars(boundaries(...part), source);
      const [first] = await events({ sort: "position", limit: 1 });
      return first ? bars(boundaries(timeOf(first), Date.now()), source) : [];
    },
    placeholderData: keepPreviousData,
  });
}
