import { limits } from "../api/limits";

/** The methods of HTTP that APIs can be called by. */
export const METHODS = limits.FrontEnd.method.enum.filter((method) => method !== "ANY");
