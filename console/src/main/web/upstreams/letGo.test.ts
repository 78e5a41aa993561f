import { expect, test } from "vitest";
import type { AssociatedApi } from "../api/types";
import { usesOf } from "./letGo";

const api = (name: string, serviceId: string, drafted: boolean, ...environments: AssociatedApi["environments"]): AssociatedApi => ({ apiId: `api-${name}`, apiName: name, serviceId, serviceName: serviceId, boundAt: "", drafted, environments });

test("drafts go first, then what each environment of each service still holds, once", () => {
  const uses = usesOf([api("a", "one", true, "release", "test"), api("b", "one", false, "release"), api("c", "two", true)]);
  expect(uses.map(({ key }) => key)).toEqual(["draft/api-a", "draft/api-c", "released/one/release", "released/one/test"]);
  expect(uses[2]!.held).toEqual(["a", "b"]);
  expect(usesOf([])).toEqual([]);
});
