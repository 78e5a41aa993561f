import { Label } from "@patternfly/react-core";
import type { Api } from "../../api/types";

/** The method and path that an API answers at. */
export function FrontEnd({ frontEnd }: { frontEnd: Api["frontEnd"] }) {
  return (
    <span className="weir-front-end">
      <Label isCompact variant="outline">
        {frontEnd.method}
      </Label>{" "}
      <code>{frontEnd.path}</code>
    </span>
  );
}
