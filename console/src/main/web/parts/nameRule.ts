import { limits } from "../api/limits";

/** What names are made of: the same for every kind of object. */
export const NAME = new RegExp(limits.VpcRequest.name.pattern);
