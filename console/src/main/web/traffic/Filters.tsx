import { Button, FormSelect, FormSelectOption, Switch, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import type { Api, Replica, Service, Upstream } from "../api/types";
import { ObjectSelect } from "../forms/ObjectSelect";
import { useAll } from "../parts/all";
import { ENVIRONMENTS } from "../parts/environments";
import type { ListState } from "../parts/listState";
import { t } from "../texts";
import { SCOPE, SPANS, narrow } from "./filters";

/** What narrows the page, all of it in the URL, and whether it is kept up to date. */
export function Filters({ list, live }: { list: ListState; live: boolean }) {
  const [service, environment, replica] = [list.filter("service"), list.filter("environment"), list.filter("replica")];
  const replicas = useAll<Replica>("/v1/replicas", { sort: "id" }, { now: true }).data?.items ?? [];
  const narrowed = SCOPE.some((name) => list.filter(name) !== "");
  return (
    <Toolbar className="weir-toolbar" aria-label={t("traffic.filters")}>
      <ToolbarContent>
        <ToolbarGroup variant="filter-group" className="weir-traffic-filters">
          <ToolbarItem>
            <ObjectSelect<Service> label={t("traffic.service")} filter={t("traffic.everyService")} pointer="/traffic/service" path="/v1/services" value={service || undefined} onChange={(id) => narrow(list, { service: id })} />
          </ToolbarItem>
          {service !== "" && (
            <ToolbarItem>
              <ObjectSelect<Api> label={t("traffic.api")} filter={t("traffic.everyApi")} pointer="/traffic/api" path={`/v1/services/${service}/apis`} value={list.filter("api") || undefined} describe={({ frontEnd }) => `${frontEnd.method} ${frontEnd.path}`} onChange={(id) => narrow(list, { api: id })} />
            </ToolbarItem>
          )}
          <ToolbarItem>
            <FormSelect aria-label={t("traffic.environment")} value={environment} onChange={(_event, value) => narrow(list, { environment: value })}>
              <FormSelectOption value="" label={t("traffic.everyEnvironment")} />
              {ENVIRONMENTS.map((name) => (
                <FormSelectOption key={name} value={name} label={name} />
              ))}
            </FormSelect>
          </ToolbarItem>
          <ToolbarItem>
            <ObjectSelect<Upstream> label={t("traffic.upstream")} filter={t("traffic.everyUpstream")} pointer="/traffic/upstream" path="/v1/upstreams" value={list.filter("upstream") || undefined} onChange={(id) => narrow(list, { upstream: id })} />
          </ToolbarItem>
          <ToolbarItem>
            <FormSelect aria-label={t("traffic.replica")} value={replica} onChange={(_event, value) => narrow(list, { replica: value })}>
              <FormSelectOption value="" label={t("traffic.everyReplica")} />
              {replicas.map(({ replicaId }) => (
                <FormSelectOption key={replicaId} value={replicaId} label={replicaId} />
              ))}
              {replica && !replicas.some(({ replicaId }) => replicaId === replica) && <FormSelectOption value={replica} label={replica} />}
            </FormSelect>
          </ToolbarItem>
          <ToolbarItem>
            <FormSelect aria-label={t("traffic.span")} value={list.filter("minutes") || String(SPANS[0])} onChange={(_event, value) => list.set({ minutes: value === String(SPANS[0]) ? undefined : value })}>
              {SPANS.map((n) => (
                <FormSelectOption key={n} value={String(n)} label={t("traffic.lastMinutes", { n })} />
              ))}
            </FormSelect>
          </ToolbarItem>
        </ToolbarGroup>
        {narrowed && (
          <ToolbarItem>
            <Button variant="link" onClick={() => narrow(list, Object.fromEntries(SCOPE.map((name) => [name, undefined])))}>
              {t("parts.clearFilters")}
            </Button>
          </ToolbarItem>
        )}
        <ToolbarItem align={{ default: "alignEnd" }} alignSelf="center">
          <Switch id="traffic-live" label={t("traffic.live")} isChecked={live} onChange={(_event, on) => list.set({ live: on ? undefined : "off" }, true)} />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
