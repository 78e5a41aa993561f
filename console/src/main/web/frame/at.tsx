import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import { NavigationType, parsePath, useLocation, useNavigate, useNavigationType, type To } from "react-router";

// The past that the console shows: `at` in the query of its URL, a position or a time, kept from page to page.
const At = createContext<string | undefined>(undefined);

/** The position or RFC 3339 time that the console shows, or undefined for now. */
export function useAt(): string | undefined {
  return useContext(At);
}

/** Where a link leads with the time that is shown, unless it says one itself: a new tab shows the same. */
export function withAt(to: To, at: string | undefined): To {
  if (at === undefined) return to;
  const path = typeof to === "string" ? parsePath(to) : to;
  const params = new URLSearchParams(path.search);
  if (!params.has("at")) params.set("at", at);
  return { ...path, search: `?${params}` };
}

let kept: string | undefined;

/** Returns how to go to a position or time, or back to now: on this page, or on another. */
export function useTravel(): (at: string | undefined, to?: string) => void {
  const location = useLocation();
  const navigate = useNavigate();
  return (at, to) => {
    kept = at;
    const [pathname, search] = to === undefined ? [location.pathname, location.search] : [to.split("?")[0]!, to.split("?")[1] ?? ""];
    const params = new URLSearchParams(search);
    if (at) params.set("at", at);
    else params.delete("at");
    void navigate({ pathname, search: params.size > 0 ? `?${params}` : "", hash: to === undefined ? location.hash : "" });
  };
}

/** Whether a text is a position or a time. */
export function isMoment(text: string): boolean {
  return /^\d+$/.test(text) || (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(new Date(text).getTime()));
}

/** Has what is inside show the time that the URL says; pages that are come to by links without it get it, those that are gone back to are shown as they were seen. */
export function AtProvider({ children }: { children: ReactNode }) {
  const location = useLocation();
  const navigate = useNavigate();
  const how = useNavigationType();
  const told = new URLSearchParams(location.search).get("at") ?? undefined;
  const said = told !== undefined && isMoment(told) ? told : undefined;
  if (said !== undefined || how === NavigationType.Pop) kept = said;
  const at = said ?? kept;
  useEffect(() => {
    if (told === at) return;
    const params = new URLSearchParams(location.search);
    if (at === undefined) params.delete("at");
    else params.set("at", at);
    void navigate({ pathname: location.pathname, search: params.size > 0 ? `?${params}` : "", hash: location.hash }, { replace: true });
  }, [told, at, location, navigate]);
  return useMemo(() => <At value={at}>{children}</At>, [at, children]);
}
