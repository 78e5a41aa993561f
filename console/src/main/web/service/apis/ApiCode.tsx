import { PageSection, Title } from "@patternfly/react-core";
import { curl } from "../../api/client";
import type { Api } from "../../api/types";
import { Code } from "../../parts/Copy";
import { t } from "../../texts";
import { fieldsOf } from "./content";

/** The draft as the REST API has it, and the commands that read and change it. */
export function ApiCode({ api }: { api: Api }) {
  const path = `/v1/services/${api.serviceId}/apis/${api.id}`;
  const read = curl({ method: "DELETE", path }).replace("-X DELETE ", "");
  return (
    <PageSection hasBodyWrapper={false} className="weir-stack">
      <Title headingLevel="h2" size="lg">
        JSON
      </Title>
      <Code text={JSON.stringify(api, null, 2)} label="JSON" />
      <Title headingLevel="h2" size="lg">
        {t("apis.readCommand")}
      </Title>
      <Code text={read} label={t("apis.readCommand")} />
      <Title headingLevel="h2" size="lg">
        {t("apis.changeCommand")}
      </Title>
      <Code text={curl({ method: "PUT", path, body: fieldsOf(api), version: api.version })} label={t("apis.changeCommand")} />
    </PageSection>
  );
}
