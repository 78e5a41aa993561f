import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { Problem, read } from "../api/client";
import type { Session } from "../api/types";
import { useAt } from "../frame/at";
import { t } from "../texts";
import { holdersOf, placesFor, within, type Creatable, type Holders } from "./scope";

let known: Session | undefined;

/** Who is logged in; null if nobody is. */
export function useSession() {
  return useQuery<Session | null, Problem>({
    queryKey: ["/v1/session"],
    queryFn: async () => {
      try {
        known = (await read<Session>("/v1/session")).value;
        return known;
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 401) return null;
        throw problem;
      }
    },
    staleTime: 60_000,
  });
}

/** The role of who is logged in, or was until the session ended: what he was at stays there while he logs in again. */
export function useRole(): string {
  const { data } = useSession();
  return String((data ?? known)?.role ?? "").toUpperCase();
}

/** The word for the role of who is logged in. */
export function useRoleName(): string {
  const role = useRole();
  return role in ROLES ? t(ROLES[role as keyof typeof ROLES]) : role;
}

const ROLES = { VIEWER: "keys.VIEWER", AUDITOR: "keys.AUDITOR", OPERATOR: "keys.OPERATOR", ADMIN: "keys.ADMIN" } as const;
const WRITERS = ["OPERATOR", "ADMIN"];

/** What the page that is shown, or a part of it, lies in; undefined where that is nothing in particular, "unknown" until it is read. */
export const Place = createContext<Holders | "unknown" | undefined>(undefined);

/** The ids that changes of who is logged in are limited to; none are no limit. */
export function useScope(): Holders {
  const { data } = useSession();
  return (data ?? known)?.scope ?? [];
}

/** Whether the page may offer changes: the role allows them, it is now that is shown, and the object lies within the scope: that of the page around, unless another or "anywhere" is said. */
export function useMayWrite(of?: Holders | "anywhere" | "unknown"): boolean {
  const role = useRole();
  const at = useAt();
  const scope = useScope();
  const around = useContext(Place);
  const holders = of === "anywhere" ? undefined : (of ?? around);
  return at === undefined && WRITERS.includes(role) && (holders === undefined || (holders !== "unknown" && within(scope, holders)));
}

/** Whether it is for the scope alone that nothing may be changed. */
export function useOutside(of?: Holders | "unknown"): boolean {
  const around = useContext(Place);
  const role = useMayWrite("anywhere");
  const may = useMayWrite(of);
  return role && !may && (of ?? around) !== "unknown";
}

/** Tells why a VPC, an instance or an upstream may not be referred to, if it may not: those that are referred to already may stay. */
export function useRefuse(...already: (string | undefined)[]): (object: { id: string; vpcId?: string }) => string | undefined {
  const scope = useScope();
  return (object) => (already.includes(object.id) || within(scope, holdersOf(object)) ? undefined : t("parts.outside"));
}

/** Whether something of a kind may be created in some place. */
export function useMayCreate(kind: Creatable): boolean {
  const scope = useScope();
  return useMayWrite(placesFor(kind, scope));
}

/** Whether refused attempts and exports may be read. */
export function useMayAudit(): boolean {
  return ["AUDITOR", "ADMIN"].includes(useRole());
}

/** Whether the page may offer what only administrators do, such as making keys. */
export function useMayAdminister(): boolean {
  const role = useRole();
  const at = useAt();
  return at === undefined && role === "ADMIN";
}
