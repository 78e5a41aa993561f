import { Card, CardBody, CardTitle, Label, LabelGroup } from "@patternfly/react-core";
import { useList } from "../../api/hooks";
import type { AssociatedApi, Upstream } from "../../api/types";
import { StepList, nextOf } from "../../forms/StepList";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";
import { Named } from "../../parts/Named";
import { ObjectTable, type Column } from "../../parts/ObjectTable";
import { useListState } from "../../parts/listState";
import { useMayWrite } from "../../parts/session";
import { Time } from "../../parts/Time";
import { t } from "../../texts";
import { firstOf, tryLink } from "../../tries/link";
import { useLetGo } from "../letGo";

const COLUMNS: Column<AssociatedApi>[] = [
  { key: "name", label: t("upstreams.api"), sort: "name", width: 25, cell: ({ apiId, apiName, serviceId, drafted }) => <Named id={apiId} name={apiName} to={drafted ? `/services/${serviceId}/apis/${apiId}` : undefined} /> },
  { key: "service", label: t("upstreams.service"), width: 25, cell: ({ serviceId, serviceName }) => <Named id={serviceId} name={serviceName} to={`/services/${serviceId}`} /> },
  { key: "draft", label: t("upstreams.draft"), cell: ({ drafted }) => t(drafted ? "upstreams.usesIt" : "upstreams.draftGone") },
  {
    key: "environments",
    label: t("upstreams.releasedIn"),
    cell: ({ environments }) =>
      environments.length === 0 ? (
        "–"
      ) : (
        <LabelGroup aria-label={t("upstreams.releasedIn")}>
          {environments.map((environment) => (
            <Label key={environment} isCompact color={environment === "release" ? "purple" : "grey"}>
              {environment}
            </Label>
          ))}
        </LabelGroup>
      ),
  },
  { key: "bound", label: t("upstreams.boundAt"), sort: "bound", short: true, cell: ({ boundAt }) => <Time at={boundAt} /> },
];

/** The APIs that use an upstream, and what must be done, in order, before it can be deleted. */
export function AssociatedApis({ upstream: { id } }: { upstream: Upstream }) {
  const list = useListState([], "name");
  const mayTry = useMayWrite("anywhere");
  const apis = useList<AssociatedApi>(`/v1/upstreams/${id}/apis`, list.params);
  return (
    <div className="weir-stack">
      <ObjectTable
        label={t("upstreams.associatedApis")}
        list={list}
        query={apis}
        columns={COLUMNS}
        id={({ apiId }) => apiId}
        actions={mayTry ? ({ apiId, serviceId, environments }) => environments.length > 0 && <Link to={tryLink({ serviceId, environment: firstOf(environments), apiId })}>{t("tries.title")}</Link> : undefined}
        empty={{ title: t("upstreams.noApis"), body: t("upstreams.noApisBody") }}
      />
      <LetGo id={id} />
    </div>
  );
}

function LetGo({ id }: { id: string }) {
  const { steps, dialog } = useLetGo(id);
  if (steps.length === 0) return null;
  return (
    <Card isCompact>
      <CardTitle component="h2">{t("upstreams.beforeDeletion")}</CardTitle>
      <CardBody className="weir-stack">
        {nextOf(steps) === -1 && <Alert isInline isPlain variant="success" title={t("upstreams.free")} />}
        <StepList id="let-go" steps={steps} />
      </CardBody>
      {dialog}
    </Card>
  );
}
