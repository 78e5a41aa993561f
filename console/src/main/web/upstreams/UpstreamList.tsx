import { Button, DropdownItem, FormSelect, FormSelectOption, PageSection, ToolbarItem } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Alert } from "../parts/Alert";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Upstream, Vpc } from "../api/types";
import { useAt } from "../frame/at";
import { ObjectSelect } from "../forms/ObjectSelect";
import { Named } from "../parts/Named";
import { ObjectTable, type Column } from "../parts/ObjectTable";
import { PageTitle } from "../parts/PageTitle";
import { RowActions } from "../parts/RowActions";
import { useListState } from "../parts/listState";
import { holdersOf, within } from "../parts/scope";
import { useMayCreate, useMayWrite, useScope } from "../parts/session";
import { locale, t } from "../texts";
import { DeleteUpstream } from "./DeleteUpstream";
import { HealthSummary, ShareMix } from "./health";
import { filtersOf, HEALTHS, PROTOCOLS } from "./filters";
import { VpcLink } from "../parts/vpcs";

const COLUMNS: Column<Upstream>[] = [
  { key: "name", label: t("fields.upstreamName"), sort: "name", width: 25, cell: ({ id, name }) => <Named id={id} name={name} to={`/upstreams/${id}`} /> },
  { key: "vpc", label: t("upstreams.vpc"), width: 20, cell: ({ vpcId }) => <VpcLink id={vpcId} /> },
  { key: "protocol", label: t("upstreams.protocol"), cell: ({ protocol }) => protocol },
  { key: "nodes", label: t("upstreams.nodes"), sort: "nodes", cell: ({ nodes = [] }) => <>{nodes.length}<ShareMix nodes={nodes} /></> },
  { key: "health", label: t("upstreams.health"), cell: ({ nodes = [] }) => <HealthSummary nodes={nodes} /> },
  { key: "retries", label: t("fields.retries"), numeric: true, cell: ({ retries }) => retries },
  { key: "apis", label: t("upstreams.associatedApis"), numeric: true, cell: ({ id, apiCount }) => <Link to={`/upstreams/${id}/apis`}>{apiCount.toLocaleString(locale)}</Link> },
];

/** The VPC upstream list page. */
export function UpstreamList() {
  const past = useAt() !== undefined;
  const list = useListState(filtersOf(past), "name");
  const upstreams = useList<Upstream>("/v1/upstreams", list.params, { every: 10_000 });
  const mayWrite = useMayWrite();
  const mayCreate = useMayCreate("upstream");
  const scope = useScope();
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState<Upstream>();
  const create = mayCreate && <Button onClick={() => void navigate("/upstreams/create")}>{t("parts.create")}</Button>;
  return (
    <>
      <PageTitle title={t("upstreams.title")} facts={t("upstreams.about")} />
      <PageSection hasBodyWrapper={false}>
        {past && list.filter("health") !== "" && <Alert isInline variant="info" title={t("upstreams.noHealthOfPast")} />}
        <ObjectTable
          label={t("upstreams.title")}
          list={list}
          query={upstreams}
          columns={past ? COLUMNS.filter(({ key }) => key !== "health") : COLUMNS}
          id={({ id }) => id}
          create={create}
          searches={t("upstreams.search")}
          filters={
            <>
              <ToolbarItem>
                <ObjectSelect<Vpc> filter={t("upstreams.allVpcs")} label={t("upstreams.vpc")} pointer="/filter/vpc" path="/v1/vpcs" value={list.filter("vpc_id") || undefined} onChange={(vpc) => list.set({ vpc_id: vpc })} />
              </ToolbarItem>
              <ToolbarItem>
                <FormSelect aria-label={t("upstreams.protocol")} value={list.filter("protocol")} onChange={(_event, protocol) => list.set({ protocol })}>
                  <FormSelectOption value="" label={t("upstreams.anyProtocol")} />
                  {PROTOCOLS.map((protocol) => <FormSelectOption key={protocol} value={protocol} label={protocol} />)}
                </FormSelect>
              </ToolbarItem>
              {!past && (
                <ToolbarItem>
                  <FormSelect aria-label={t("upstreams.health")} value={list.filter("health")} onChange={(_event, health) => list.set({ health })}>
                    <FormSelectOption value="" label={t("upstreams.anyHealth")} />
                    {HEALTHS.map(([health, label]) => <FormSelectOption key={health} value={health} label={t(label)} />)}
                  </FormSelect>
                </ToolbarItem>
              )}
            </>
          }
          empty={{ title: t("upstreams.none"), body: t("upstreams.noneBody"), action: create }}
          actions={
            mayWrite
              ? (upstream) => {
                  const outside = within(scope, holdersOf(upstream)) ? {} : { isAriaDisabled: true, description: t("parts.outside") };
                  return (
                    <RowActions name={upstream.name || upstream.id}>
                      <DropdownItem onClick={() => void navigate(`/upstreams/${upstream.id}/edit`)} {...outside}>
                        {t("parts.edit")}
                      </DropdownItem>
                      <DropdownItem isDanger onClick={() => setDeleting(upstream)} {...outside}>
                        {t("parts.delete")}
                      </DropdownItem>
                    </RowActions>
                  );
                }
              : undefined
          }
        />
      </PageSection>
      {deleting && <DeleteUpstream upstream={deleting} onClose={() => setDeleting(undefined)} onDeleted={() => setDeleting(undefined)} />}
    </>
  );
}
