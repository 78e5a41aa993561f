import type { Instance, Network, Violation, Vpc } from "../api/types";
import { NAME } from "../parts/nameRule";
import { t, type TextKey } from "../texts";
import type { Kind } from "./load";

/** What a form of this area holds; only instances have a VPC. */
export interface Values {
  name: string;
  description: string;
  vpcId?: string;
}

export type NetworkObject = Vpc | Network | Instance;

/** The fields that are decided by people, of an object as the server has it. */
export function fieldsOf(object: NetworkObject): Values {
  const { name, description } = object;
  return { name, description, ...("vpcId" in object && { vpcId: object.vpcId }) };
}

export const NAME_MAX = 50;
export const DESCRIPTION_MAX = 500;

const LABELS: Record<string, TextKey> = { "/name": "network.name", "/description": "network.description", "/vpcId": "network.vpc" };

export function label(pointer: string): string {
  return LABELS[pointer] ? t(LABELS[pointer]) : pointer;
}

/** What the form knows to be wrong without asking. */
export function rules(kind: Kind): (values: Values) => Violation[] {
  return ({ name, description, vpcId }) => [
    ...(NAME.test(name) ? [] : [{ pointer: "/name", detail: t(name === "" ? "forms.required" : "network.nameRule") }]),
    ...(description.length <= DESCRIPTION_MAX ? [] : [{ pointer: "/description", detail: t("network.descriptionRule", { max: DESCRIPTION_MAX }) }]),
    ...(kind !== "instances" || vpcId ? [] : [{ pointer: "/vpcId", detail: t("forms.required") }]),
  ];
}
