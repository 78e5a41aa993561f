// What the forms of an API hold, and the rules that can be told without the server.
import { limits } from "../../api/limits";
import type { Api, ApiRequest, Violation } from "../../api/types";
import { fieldLabel } from "../../parts/fields";
import { NAME } from "../../parts/nameRule";
import { t } from "../../texts";
import { matchOf, parametersOf } from "../paths";

export const METHODS = limits.FrontEnd.method.enum;
export const TIMEOUT = limits.BackEnd.timeoutMillis;
const PATH_LENGTH = limits.BackEnd.path.maxLength;
const SEGMENT = /^(\{[A-Za-z0-9_]{1,50}\}|([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)$/;

export type ApiFields = Required<Pick<ApiRequest, "name" | "frontEnd">> & { description: string; backEnd: ApiRequest["backEnd"] };

export const NEW_API: ApiFields = {
  name: "",
  description: "",
  frontEnd: { path: "/", method: "ANY" },
  backEnd: { type: "VPC_RESOURCES", connectionMode: "VPC_UPSTREAM", upstreamId: "", path: "", timeoutMillis: TIMEOUT.default },
};

/** All that a caller decides about an API, as a read has it. */
export function fieldsOf({ name, description, frontEnd, backEnd }: Pick<Api, "name" | "description" | "frontEnd" | "backEnd">): ApiFields {
  return { name, description, frontEnd, backEnd };
}

function pathError(path: string): string | undefined {
  if (!path.startsWith("/") || path.length > PATH_LENGTH) return t("apis.pathStart");
  const segments = path.slice(1).split("/");
  if (segments.some((segment) => segment === "." || segment === "..")) return t("apis.pathDots");
  if (!segments.every((segment) => SEGMENT.test(segment))) return t("apis.pathChars");
  const parameters = parametersOf(path);
  return new Set(parameters).size === parameters.length ? undefined : t("apis.pathTwice");
}

/** The name of a thing that has one. */
export function nameError(name: string): string | undefined {
  return NAME.test(name) ? undefined : t(name === "" ? "forms.required" : "service.nameRule");
}

function violation(pointer: string, detail: string | undefined): Violation[] {
  return detail === undefined ? [] : [{ pointer, detail }];
}

export function frontRules({ name, frontEnd }: ApiFields): Violation[] {
  return [...violation("/name", nameError(name)), ...violation("/frontEnd/path", pathError(frontEnd.path.replace(/^=/, "")))];
}

export function allRules(values: ApiFields): Violation[] {
  const { frontEnd, backEnd } = values;
  const known = matchOf(frontEnd.path) === "template" ? parametersOf(frontEnd.path) : [];
  const unknown = parametersOf(backEnd.path).filter((name) => !known.includes(name));
  const timeout = backEnd.timeoutMillis;
  return [
    ...frontRules(values),
    ...violation("/backEnd/upstreamId", backEnd.upstreamId === "" ? t("apis.chooseUpstream") : undefined),
    ...violation("/backEnd/path", pathError(backEnd.path) ?? (unknown.length > 0 ? t("apis.pathUnknown", { names: unknown.map((name) => `{${name}}`).join(", ") }) : undefined)),
    ...violation("/backEnd/timeoutMillis", Number.isInteger(timeout) && timeout >= TIMEOUT.minimum && timeout <= TIMEOUT.maximum ? undefined : t("forms.range", { min: TIMEOUT.minimum, max: TIMEOUT.maximum })),
  ];
}

/** The step of the wizard that has the field at a pointer. */
export function stepOf(pointer: string | undefined): "front" | "back" {
  return pointer?.startsWith("/backEnd") ? "back" : "front";
}

/** The words of the form for the field at a pointer. */
export function apiLabel(pointer: string): string {
  switch (pointer) {
    case "/name":
      return t("apis.name");
    case "/frontEnd":
      return t("apis.frontEnd");
    case "/backEnd":
      return t("apis.backEnd");
    default:
      return fieldLabel(pointer, "api");
  }
}
