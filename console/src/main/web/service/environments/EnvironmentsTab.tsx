import { PageSection } from "@patternfly/react-core";
import type { Service } from "../../api/types";
import { t } from "../../texts";
import { useDrifts } from "../data";
import { EnvironmentCard } from "./EnvironmentCard";
import { NoOrigin } from "./NoOrigin";

/** What each environment answers with, side by side, in the order in which releases go through them. */
export function EnvironmentsTab({ service }: { service: Service }) {
  const drifts = useDrifts(service.id);
  return (
    <PageSection hasBodyWrapper={false} className="weir-tab">
      {drifts.length > 0 && drifts.every(({ url }) => url === undefined) && <NoOrigin serviceId={service.id} />}
      <div className="weir-environments" role="group" aria-label={t("service.environments")}>
        {drifts.map((drift, index) => (
          <EnvironmentCard key={drift.environment} service={service} drift={drift} next={drifts[index + 1]} />
        ))}
      </div>
    </PageSection>
  );
}
