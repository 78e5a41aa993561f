import { Title } from "@patternfly/react-core";
import { curl } from "../../api/client";
import type { Upstream } from "../../api/types";
import { Code } from "../../parts/Copy";
import { t } from "../../texts";
import { formOf, requestOf } from "../form/model";

/** The upstream as the management API has it, and the commands that read, replace and delete it. */
export function JsonTab({ upstream }: { upstream: Upstream }) {
  const path = `/v1/upstreams/${upstream.id}`;
  const get = `curl '${window.location.origin}${path}' \\\n  -H "Authorization: Bearer $WEIR_KEY"`;
  return (
    <div className="weir-stack">
      <Title headingLevel="h2" size="lg">JSON</Title>
      <Code label="JSON" text={JSON.stringify(upstream, null, 2)} />
      <Title headingLevel="h2" size="lg">{t("upstreams.readCurl")}</Title>
      <Code label={t("upstreams.readCurl")} text={get} />
      <Title headingLevel="h2" size="lg">{t("upstreams.replaceCurl")}</Title>
      <Code label={t("upstreams.replaceCurl")} text={curl({ method: "PUT", path, body: requestOf(formOf(upstream)), version: upstream.version })} />
      <Title headingLevel="h2" size="lg">{t("upstreams.createCurl")}</Title>
      <Code label={t("upstreams.createCurl")} text={curl({ method: "POST", path: "/v1/upstreams", body: requestOf({ ...formOf(upstream), name: undefined }) })} />
    </div>
  );
}
