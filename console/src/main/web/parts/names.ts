import { useQueries } from "@tanstack/react-query";
import { Problem, read } from "../api/client";
import { useAt } from "../frame/at";
import { pathOf, type Ref } from "./objects";

/** What an object is called, and whether it is there no more. */
export interface Called {
  name?: string;
  gone?: boolean;
}

export type Names = ReadonlyMap<string, Called>;

const KEPT_MILLIS = 300_000;

async function called(path: string, shown: string | undefined, at: number | undefined): Promise<Called> {
  try {
    return { name: (await read<{ name?: string }>(path, shown)).value.name };
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
    if (at === undefined) return { gone: true };
    const before = await read<{ name?: string }>(path, String(at)).catch(() => undefined);
    return { name: before?.value.name, gone: true };
  }
}

/** What objects are called at the time that the console shows; of one that is not there then, what it was called at the position that is said with it. Each is asked for once. */
export function useNames(refs: (Ref & { at?: number })[]): Names {
  const shown = useAt();
  const asked = new Map(refs.flatMap((ref) => (pathOf(ref) && ref.kind !== "release" ? [[ref.id, ref]] : [])));
  return useQueries({
    queries: [...asked.values()].map((ref) => ({
      queryKey: ["name", ref.id, shown ?? "now"],
      queryFn: () => called(pathOf(ref)!, shown, ref.at),
      staleTime: KEPT_MILLIS,
      gcTime: KEPT_MILLIS,
      retry: false,
    })),
    combine: (results) => new Map([...asked.keys()].map((id, index) => [id, results[index]?.data ?? {}])),
  });
}
