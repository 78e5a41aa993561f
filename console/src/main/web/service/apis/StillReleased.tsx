import { Button, EmptyState, EmptyStateBody } from "@patternfly/react-core";
import { useNavigate } from "react-router";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";
import type { Service } from "../../api/types";
import { useMayWrite } from "../../parts/session";
import { t } from "../../texts";
import { useDrifts } from "../data";
import { FrontEnd } from "./FrontEnd";
import { UpstreamLink } from "./UpstreamLink";

/** An API whose draft is deleted: the environments that answer with it still, and how that ends. */
export function StillReleased({ service, apiId }: { service: Service; apiId: string }) {
  const drifts = useDrifts(service.id);
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const held = drifts.flatMap(({ environment, release }) => {
    const api = release?.apis.find(({ id }) => id === apiId);
    return api ? [{ environment, api }] : [];
  });
  if (drifts.some(({ changes, tooMany, released, release }) => (tooMany ? released && !release : changes === undefined))) return null;
  if (held.length === 0) {
    return (
      <EmptyState titleText={t("apis.gone")} headingLevel="h2">
        <EmptyStateBody>
          {t("apis.goneHelp")} <Link to={`/services/${service.id}`}>{service.name}</Link>
        </EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <div className="weir-stack">
      {held.map(({ environment, api }) => (
        <Alert
          component="h2"
          key={environment}
          isInline
          variant="warning"
          title={t("apis.stillReleased", { name: api.name, environment })}
          actionLinks={
            mayWrite && (
              <>
                {service.apiCount > 0 && (
                  <Button variant="link" isInline onClick={() => void navigate(`/services/${service.id}/release?environment=${environment}`)}>
                    {t("apis.releaseWithout", { environment })}
                  </Button>
                )}
                <Button variant="link" isInline onClick={() => void navigate(`/services/${service.id}/environments`)}>
                  {t("apis.toEnvironments")}
                </Button>
              </>
            )
          }
        >
          <FrontEnd frontEnd={api.frontEnd} /> → <UpstreamLink id={api.backEnd.upstreamId} />
        </Alert>
      ))}
    </div>
  );
}
