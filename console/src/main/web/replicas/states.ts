import type { Replica } from "../api/types";
import { t, type TextKey } from "../texts";

/** What a state is called, what it means and what to do. */
export interface State {
  label: TextKey;
  means: TextKey;
  todo: TextKey;
  color: "green" | "blue" | "yellow" | "red" | "grey";
}

/** Every state of `Replica.state`, from the start of a replica on. */
export const STATES: Record<string, State> = {
  LIVE: { label: "replicas.live", means: "replicas.liveMeans", todo: "replicas.nothingToDo", color: "green" },
  CATCHING_UP: { label: "replicas.catchingUp", means: "replicas.catchingUpMeans", todo: "replicas.wait", color: "blue" },
  RESTORED: { label: "replicas.restored", means: "replicas.restoredMeans", todo: "replicas.awaitKafka", color: "blue" },
  COLD: { label: "replicas.cold", means: "replicas.coldMeans", todo: "replicas.awaitKafka", color: "yellow" },
  DETACHED: { label: "replicas.detached", means: "replicas.detachedMeans", todo: "replicas.bringKafka", color: "yellow" },
  STUCK: { label: "replicas.stuck", means: "replicas.stuckMeans", todo: "replicas.unstick", color: "red" },
  SNAPSHOT: { label: "replicas.snapshot", means: "replicas.snapshotMeans", todo: "replicas.snapshotTodo", color: "grey" },
};

const GONE: State = { label: "replicas.gone", means: "replicas.goneMeans", todo: "replicas.goneTodo", color: "grey" };

/** The state that a replica is in: of one that was not heard of lately, what it said last does not count. */
export function stateOf(replica: Pick<Replica, "state" | "live">): State {
  if (!replica.live) return GONE;
  return STATES[replica.state ?? ""] ?? { label: "replicas.unknown", means: "replicas.unknownMeans", todo: "replicas.nothingToDo", color: "grey" };
}

/** How far a replica is behind the newest event, in words. */
export function lagOf(position: number | undefined, newest: number): string {
  if (position === undefined) return "–";
  const behind = Math.max(0, newest - position);
  return behind === 0 ? t("replicas.newest") : t("replicas.behind", { n: behind });
}

const UNITS = [
  [86_400_000, "replicas.lagDays"],
  [3_600_000, "replicas.lagHours"],
  [60_000, "replicas.lagMinutes"],
  [1_000, "replicas.lagSeconds"],
] as const satisfies [number, TextKey][];

/** For how long a replica has not applied an event that it should have, in words. */
export function delayOf(millis: number | undefined): string {
  if (millis === undefined) return "–";
  if (millis <= 0) return t("replicas.upToDate");
  const [size, text] = UNITS.find(([unit]) => millis >= unit) ?? [];
  return size === undefined ? t("replicas.lagMoment") : t(text!, { n: Math.floor(millis / size) });
}
