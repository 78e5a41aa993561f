import type { LabelProps } from "@patternfly/react-core";
import type { Certificate } from "../api/types";
import { t } from "../texts";

const DAY_MILLIS = 86_400_000;

/** So long before it expires a certificate is marked. */
const SOON_DAYS = 30;

/** How long a certificate is good for, in words; how it is marked, if it is. */
export function expiryOf(notAfter: string | undefined, now = Date.now()): { text: string; status?: NonNullable<LabelProps["status"]> } {
  if (notAfter === undefined) return { text: t("replicas.onNone"), status: "danger" };
  const left = new Date(notAfter).getTime() - now;
  const days = Math.floor(Math.abs(left) / DAY_MILLIS);
  if (left <= 0) return { text: days === 0 ? t("replicas.expiredToday") : t("replicas.expired", { n: days }), status: "danger" };
  if (left > SOON_DAYS * DAY_MILLIS) return { text: t("replicas.daysLeft", { n: days }) };
  return { text: days === 0 ? t("replicas.expiringToday") : t("replicas.expiring", { n: days }), status: "warning" };
}

/** So many days a list of certificates can look ahead; 0 finds those that have expired. */
export const WITHIN_DAYS = [0, 7, SOON_DAYS, 90] as const;

/** The time before which a certificate expires within so many days, as `expires_before` takes it: whole minutes, so that the question is the same for a while. Undefined if the URL says no such number. */
export function expiresBefore(days: string, now = Date.now()): string | undefined {
  const minute = 60_000;
  return /^\d{1,4}$/.test(days) ? new Date(Math.floor(now / minute) * minute + Number(days) * DAY_MILLIS).toISOString() : undefined;
}

function grouped(of: [key: string, replica: string][]): [key: string, replicas: string[]][] {
  const groups = new Map<string, string[]>();
  for (const [key, replica] of of) groups.set(key, [...(groups.get(key) ?? []), replica]);
  return [...groups];
}

/** The replicas that have a certificate as it is told, those that have another of the name, by when that expires, and those that have none. */
export function holdersOf({ notAfter, replicas = [] }: Certificate) {
  return {
    on: replicas.filter((replica) => replica.notAfter !== undefined && replica.notAfter === notAfter).map(({ replicaId }) => replicaId),
    others: grouped(replicas.flatMap((replica) => (replica.notAfter === undefined || replica.notAfter === notAfter ? [] : [[replica.notAfter, replica.replicaId]]))).sort(([one], [other]) => one.localeCompare(other)),
    lacking: replicas.filter((replica) => replica.notAfter === undefined).map(({ replicaId }) => replicaId),
  };
}

/** Why files are not used, each with the replicas that say so. */
export function problemsOf({ problem, replicas = [] }: Certificate): [problem: string, replicas: string[]][] {
  const told = grouped(replicas.flatMap((replica) => (replica.problem ? [[replica.problem, replica.replicaId]] : [])));
  return told.length > 0 || !problem ? told : [[problem, []]];
}
