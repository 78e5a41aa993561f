import type { EnvironmentName } from "../api/types";

/** From the first that tests it to the one that customers call. */
export const ENVIRONMENTS = ["test", "prepub", "release"] as const satisfies EnvironmentName[];
