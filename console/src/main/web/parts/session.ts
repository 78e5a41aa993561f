import { useQuery } from "@tanstack/react-query";
import { Problem, read } from "../api/client";
import type { Session } from "../api/types";
import { useAt } from "../frame/at";
import { t } from "../texts";

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

/** Whether the page may offer changes: the role allows them, and it is now that is shown. */
export function useMayWrite(): boolean {
  const role = useRole();
  const at = useAt();
  return at === undefined && WRITERS.includes(role);
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
