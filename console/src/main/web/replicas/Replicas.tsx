import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, ExpandableSection, FormSelect, FormSelectOption, Label } from "@patternfly/react-core";
import { Alert } from "../parts/Alert";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Instance, Replica } from "../api/types";
import { useAll } from "../parts/all";
import { EventAt } from "../parts/EventAt";
import { ObjectTable } from "../parts/ObjectTable";
import { Time } from "../parts/Time";
import { useListState } from "../parts/listState";
import { t } from "../texts";
import { trafficLink } from "../traffic/link";
import { STATES, delayOf, lagOf, stateOf } from "./states";

const OFTEN_MILLIS = 2_000;

/** The replicas of the data plane: which configuration each serves, what is wrong with it, and what to do. */
export function Replicas({ newest }: { newest: number }) {
  const list = useListState(["instance", "live"], "id");
  const instance = list.filter("instance");
  const { instance: _instance, ...params } = list.params;
  const query = useList<Replica>(instance ? `/v1/instances/${instance}/replicas` : "/v1/replicas", params, { every: OFTEN_MILLIS, now: true });
  const instances = useAll<Instance>("/v1/instances", { fields: "summary", sort: "name" }, { now: true });
  const nameOf = (id: string) => instances.data?.items.find((one) => one.id === id)?.name ?? id;
  const stuck = query.data?.items.filter(({ live, state }) => live && state === "STUCK") ?? [];
  return (
    <>
      {stuck.map((replica) => (
        <Alert key={replica.replicaId} isInline variant="danger" title={t("replicas.isStuck", { replica: replica.replicaId, position: replica.position ?? 0 })}>
          <p>{replica.reason}</p>
          {replica.position !== undefined && replica.position < newest && (
            <p>
              <EventAt position={replica.position + 1} />
            </p>
          )}
          <p>{t("replicas.unstick")}</p>
        </Alert>
      ))}
      <ObjectTable
        label={t("replicas.title")}
        list={list}
        query={query}
        id={({ replicaId }) => replicaId}
        searches={t("replicas.search")}
        filters={
          <>
            <FormSelect className="weir-select" aria-label={t("replicas.instance")} value={instance} onChange={(_event, value) => list.set({ instance: value })}>
              <FormSelectOption value="" label={t("replicas.everyInstance")} />
              {instances.data?.items.map(({ id, name }) => <FormSelectOption key={id} value={id} label={name} />)}
              {instance && !instances.data?.items.some(({ id }) => id === instance) && <FormSelectOption value={instance} label={instance} />}
            </FormSelect>
            <FormSelect className="weir-select" aria-label={t("replicas.heard")} value={list.filter("live")} onChange={(_event, value) => list.set({ live: value })}>
              <FormSelectOption value="" label={t("replicas.liveOrNot")} />
              <FormSelectOption value="true" label={t("replicas.onlyLive")} />
              <FormSelectOption value="false" label={t("replicas.onlyGone")} />
            </FormSelect>
          </>
        }
        actions={({ replicaId }) => <Link to={trafficLink({ replica: replicaId })}>{t("traffic.title")}</Link>}
        empty={{ title: t("replicas.empty"), body: t("replicas.emptyBody") }}
        columns={[
          {
            key: "replica",
            label: t("replicas.replica"),
            sort: "id",
            width: 15,
            cell: ({ replicaId, address }) => (
              <>
                <b>{replicaId}</b>
                {address && <div className="weir-id">{address}</div>}
              </>
            ),
          },
          { key: "instance", label: t("replicas.instance"), cell: ({ instance: id }) => (id === undefined ? "–" : id === "*" ? t("replicas.everyInstance") : <Link to={`/network?selected=${id}`}>{nameOf(id)}</Link>) },
          { key: "state", label: t("replicas.state"), width: 30, cell: (replica) => <StateCell replica={replica} /> },
          {
            key: "position",
            label: t("replicas.position"),
            short: true,
            cell: ({ position }) => (
              <>
                {position === undefined ? "–" : <Link to={`/history/${position}`}>{position}</Link>}
                <div>{lagOf(position, newest)}</div>
              </>
            ),
          },
          { key: "lag", label: t("replicas.lag"), short: true, cell: ({ lagMillis }) => delayOf(lagMillis) },
          { key: "unhealthy", label: t("replicas.unhealthyNodes"), cell: ({ live, unhealthyNodes }) => (live && unhealthyNodes > 0 ? <Label color="red" isCompact>{t("replicas.nUnhealthy", { n: unhealthyNodes })}</Label> : live ? t("parts.none") : "–") },
          { key: "seen", label: t("replicas.lastSeen"), short: true, cell: ({ lastSeenAt }) => <Time at={lastSeenAt} /> },
        ]}
      />
      <States />
    </>
  );
}

function StateCell({ replica }: { replica: Replica }) {
  const { label, means, color } = stateOf(replica);
  return (
    <>
      <Label color={color} isCompact>
        {t(label)}
      </Label>
      <div>{replica.reason ?? t(means)}</div>
    </>
  );
}

/** What each state means and what to do. */
function States() {
  return (
    <ExpandableSection toggleText={t("replicas.states")}>
      <DescriptionList isHorizontal isCompact>
        {Object.entries(STATES).map(([state, { label, means, todo, color }]) => (
          <DescriptionListGroup key={state}>
            <DescriptionListTerm>
              <Label color={color} isCompact>
                {t(label)}
              </Label>
            </DescriptionListTerm>
            <DescriptionListDescription>
              {t(means)} {t(todo)} <span className="weir-id">{state}</span>
            </DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
    </ExpandableSection>
  );
}
