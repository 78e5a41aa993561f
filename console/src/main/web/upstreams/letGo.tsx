import { Button } from "@patternfly/react-core";
import { useState, type ReactElement } from "react";
import { Link } from "../parts/Link";
import type { Write } from "../api/client";
import { useRead } from "../api/hooks";
import type { AssociatedApi, Service } from "../api/types";
import { ConfirmDialog } from "../forms/ConfirmDialog";
import type { Step } from "../forms/StepList";
import { useAll } from "../parts/all";
import { IfWithinService } from "../parts/Within";
import { t } from "../texts";

/** A use of an upstream: by the draft of an API, or by what an environment of a service answers with. */
interface Use {
  key: string;
  serviceId: string;
  serviceName: string;
  api?: AssociatedApi;
  environment?: string;
  /** Names of the APIs that an environment still holds. */
  held: string[];
}

/** The uses in the order in which they can end: drafts first, for a release takes the drafts as they are. */
export function usesOf(apis: AssociatedApi[]): Use[] {
  const uses: Use[] = apis
    .filter(({ drafted }) => drafted)
    .map((api) => ({ key: `draft/${api.apiId}`, serviceId: api.serviceId, serviceName: api.serviceName, api, held: [] }));
  for (const api of apis) {
    for (const environment of api.environments) {
      const key = `released/${api.serviceId}/${environment}`;
      const use = uses.find((other) => other.key === key);
      if (use) use.held.push(api.apiName);
      else uses.push({ key, serviceId: api.serviceId, serviceName: api.serviceName, environment, held: [api.apiName] });
    }
  }
  return uses;
}

interface Asked {
  title: string;
  body: string;
  action: string;
  name: string;
  write: Write;
}

/** What must go before an upstream can, as steps that are done from here, and stay in the list once they are done. */
export function useLetGo(upstreamId: string): { steps: Step[]; loading: boolean; dialog?: ReactElement } {
  const apis = useAll<AssociatedApi>(`/v1/upstreams/${upstreamId}/apis`, {}, { most: Infinity });
  const [seen, setSeen] = useState<Use[]>([]);
  const [asked, setAsked] = useState<Asked>();
  const now = usesOf(apis.data?.items ?? []);
  const fresh = now.filter(({ key }) => !seen.some((use) => use.key === key));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  const all = [...seen, ...fresh].sort((a, b) => Number(b.api !== undefined) - Number(a.api !== undefined));
  const steps = all.map((use): Step => {
    const current = now.find(({ key }) => key === use.key);
    const { api, environment, serviceId, serviceName } = use;
    const service = <Link to={`/services/${serviceId}`}>{serviceName}</Link>;
    if (api) {
      const name = <Link to={`/services/${serviceId}/apis/${api.apiId}`}>{api.apiName}</Link>;
      return {
        id: use.key,
        done: current === undefined,
        title: t("upstreams.stepDraft", { api: api.apiName, service: serviceName }),
        detail: current && <>{t("upstreams.stepDraftBody")} {name} · {service}</>,
        action: (
          <IfWithinService id={serviceId}>
            <Button
              variant="secondary"
              isDanger
              size="sm"
              onClick={() =>
                setAsked({
                  title: t("upstreams.deleteApi", { api: api.apiName }),
                  body: t("upstreams.deleteApiBody", { service: serviceName }),
                  action: t("parts.delete"),
                  name: api.apiName,
                  write: { method: "DELETE", path: `/v1/services/${serviceId}/apis/${api.apiId}` },
                })
              }
            >
              {t("upstreams.deleteApi", { api: api.apiName })}
            </Button>
          </IfWithinService>
        ),
      };
    }
    return {
      id: use.key,
      done: current === undefined,
      title: t("upstreams.stepRelease", { environment: environment!, service: serviceName }),
      detail: current && <>{t("upstreams.stepReleaseBody", { apis: current.held.join(", ") })} <Link to={`/services/${serviceId}/environments`}>{t("upstreams.environmentsOf", { service: serviceName })}</Link></>,
      action: (
        <IfWithinService id={serviceId}>
          <ReleaseActions use={use} drafted={now.some((other) => other.api?.serviceId === serviceId)} ask={setAsked} />
        </IfWithinService>
      ),
    };
  });
  const dialog = asked && (
    <ConfirmDialog title={asked.title} write={asked.write} action={asked.action} name={asked.name} onClose={() => setAsked(undefined)} onDone={() => setAsked(undefined)}>
      <p>{asked.body}</p>
    </ConfirmDialog>
  );
  return { steps, loading: apis.data === undefined && !apis.error, dialog };
}

/** Ends what an environment holds: by a release of the drafts that are left, or by taking the environment off. */
function ReleaseActions({ use: { serviceId, serviceName, environment }, drafted, ask }: { use: Use; drafted: boolean; ask: (asked: Asked) => void }) {
  const service = useRead<Service>(`/v1/services/${serviceId}`);
  const left = service.data?.apiCount ?? 0;
  const values = { environment: environment!, service: serviceName };
  return (
    <div className="weir-buttons">
      {left > 0 && (
        <Button
          variant="secondary"
          size="sm"
          isDisabled={drafted}
          onClick={() =>
            ask({
              title: t("upstreams.releaseAgain", values),
              body: t("upstreams.releaseAgainBody", { ...values, n: left }),
              action: t("upstreams.release"),
              name: serviceName,
              write: { method: "POST", path: `/v1/services/${serviceId}/releases`, body: { environment } },
            })
          }
        >
          {t("upstreams.releaseAgain", values)}
        </Button>
      )}
      <Button
        variant="secondary"
        isDanger
        size="sm"
        onClick={() =>
          ask({
            title: t("upstreams.takeOff", values),
            body: t("upstreams.takeOffBody", values),
            action: t("upstreams.takeOffAction"),
            name: serviceName,
            write: { method: "DELETE", path: `/v1/services/${serviceId}/environments/${environment}` },
          })
        }
      >
        {t("upstreams.takeOff", values)}
      </Button>
    </div>
  );
}
