import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import type { Params } from "../api/client";

const DEFAULT_LIMIT = 20;

/** What a list shows, kept in the query of its URL: search, order, filters and page. */
export interface ListState {
  q: string;
  sort: string;
  page: number;
  limit: number;
  /** The value of a filter; "" if it is not set. */
  filter: (name: string) => string;
  /** Whether anything is searched or filtered. */
  narrowed: boolean;
  /** Sets some of it; the first page is shown again unless a page is set. */
  set: (changes: Record<string, string | number | undefined>, replace?: boolean) => void;
  clear: () => void;
  /** What to ask the server for. */
  params: Params;
}

export function useListState(filters: string[] = [], sort = ""): ListState {
  const [params, setParams] = useSearchParams();
  const text = (name: string) => params.get(name) ?? "";
  const page = Math.max(1, Number(text("page")) || 1);
  const limit = Number(text("limit")) || DEFAULT_LIMIT;
  const order = text("sort") || sort;
  const set: ListState["set"] = (changes, replace = "q" in changes) =>
    setParams(
      (before) => {
        if (!("page" in changes)) before.delete("page");
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === "") before.delete(name);
          else before.set(name, String(value));
        }
        return before;
      },
      { replace },
    );
  return {
    q: text("q"),
    sort: order,
    page,
    limit,
    filter: text,
    narrowed: text("q") !== "" || filters.some((name) => text(name) !== ""),
    set,
    clear: () => set(Object.fromEntries(["q", ...filters].map((name) => [name, undefined]))),
    params: {
      q: text("q"),
      sort: order,
      limit,
      offset: page === 1 ? undefined : (page - 1) * limit,
      count: true,
      ...Object.fromEntries(filters.map((name) => [name, text(name)])),
    },
  };
}

/** A text that is typed here and told to the outside when typing pauses; only if it is the page's own, while that page is shown. */
export function useTyped(outside: string, tell: (text: string) => void, pauseMillis = 250, ofPage = true): [string, (text: string) => void] {
  const [typed, setTyped] = useState(outside);
  // what the outside says after it was told is no news: more may have been typed since
  const told = useRef(outside);
  // it is told as things are then, not as they were when the letter was typed
  const newest = useRef(tell);
  useEffect(() => {
    newest.current = tell;
  });
  useEffect(() => {
    if (outside === told.current) return;
    told.current = outside;
    setTyped(outside);
  }, [outside]);
  useEffect(() => {
    if (typed === told.current) return;
    // whoever has gone to another page meanwhile is not brought back
    const here = window.location.pathname;
    const timer = setTimeout(() => {
      if (ofPage && window.location.pathname !== here) return;
      told.current = typed;
      newest.current(typed);
    }, pauseMillis);
    return () => clearTimeout(timer);
  }, [typed, pauseMillis, ofPage]);
  return [typed, setTyped];
}
