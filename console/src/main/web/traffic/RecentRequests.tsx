import { Button, EmptyState, FormSelect, FormSelectOption, Label, TextInput, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import { useId } from "react";
import type { Requests } from "../api/types";
import { useRead } from "../api/hooks";
import { METHODS } from "../requests/methods";
import { RequestTable } from "../requests/RequestTable";
import { Loaded } from "../parts/Loaded";
import { useTyped, type ListState } from "../parts/listState";
import { t } from "../texts";
import { clock } from "./clock";
import { OF_REQUESTS, narrow, requestParams } from "./filters";

const LIMIT = 20;
const STATUSES = ["5xx", "4xx", "3xx", "2xx"] as const;

/** Single requests, the newest first: a sample of all that came, and of those that failed. */
export function RecentRequests({ list, codes, every }: { list: ListState; /** Of failures that there were. */ codes: string[]; every: number | undefined }) {
  const after = list.filter("after");
  const query = useRead<Requests>("/v1/requests", requestParams(list.filter, LIMIT), { every: after ? undefined : every, keep: true, now: true });
  const narrowed = OF_REQUESTS.some((name) => list.filter(name) !== "");
  const next = query.data?.next;
  return (
    <section aria-labelledby="recent-requests" className="weir-stack">
      <h2 id="recent-requests" className="weir-section">{t("traffic.recent")}</h2>
      <RequestFilters list={list} codes={codes} narrowed={narrowed} />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState titleText={t(narrowed ? "parts.nothing" : "traffic.noneKept")} headingLevel="h3" variant="sm" />
          ) : (
            <RequestTable requests={items} label={t("traffic.recent")} />
          )
        }
      </Loaded>
      {(after !== "" || next !== undefined) && (
        <div className="weir-pages">
          {after !== "" && (
            <Button variant="secondary" onClick={() => list.set({ after: undefined })}>
              {t("traffic.newest")}
            </Button>
          )}
          {next !== undefined && (
            <Button variant="secondary" isDisabled={query.isPlaceholderData} onClick={() => list.set({ after: next })}>
              {t("traffic.older")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function RequestFilters({ list, codes, narrowed }: { list: ListState; codes: string[]; narrowed: boolean }) {
  const id = useId();
  const [status, setStatus] = useTyped(list.filter("status"), (text) => narrow(list, { status: text.trim() }));
  const [slow, setSlow] = useTyped(list.filter("slow"), (text) => narrow(list, { slow: Number(text) > 0 ? text : undefined }));
  const [node, setNode] = useTyped(list.filter("node"), (text) => narrow(list, { node: text.trim() }));
  const [failure, method, since] = [list.filter("failure"), list.filter("method"), list.filter("since")];
  return (
    <Toolbar className="weir-toolbar" aria-label={t("traffic.requestFilters")}>
      <ToolbarContent>
        <ToolbarGroup variant="filter-group" className="weir-traffic-filters">
          <ToolbarItem>
            <TextInput type="search" list={`${id}-statuses`} aria-label={t("traffic.status")} placeholder={t("traffic.anyStatus")} value={status} onChange={(_event, text) => setStatus(text)} />
            <datalist id={`${id}-statuses`}>
              {STATUSES.map((value) => (
                <option key={value} value={value}>
                  {t(`traffic.class_${value}`)}
                </option>
              ))}
            </datalist>
          </ToolbarItem>
          <ToolbarItem>
            <FormSelect aria-label={t("traffic.failure")} value={failure} onChange={(_event, value) => narrow(list, { failure: value })}>
              <FormSelectOption value="" label={t("traffic.anyFailure")} />
              {[...new Set([...codes, ...(failure ? [failure] : [])])].map((code) => (
                <FormSelectOption key={code} value={code} label={code} />
              ))}
            </FormSelect>
          </ToolbarItem>
          <ToolbarItem>
            <FormSelect aria-label={t("traffic.method")} value={method} onChange={(_event, value) => narrow(list, { method: value })}>
              <FormSelectOption value="" label={t("traffic.anyMethod")} />
              {METHODS.map((value) => (
                <FormSelectOption key={value} value={value} label={value} />
              ))}
            </FormSelect>
          </ToolbarItem>
          <ToolbarItem>
            <TextInput type="number" min={0} aria-label={t("traffic.slow")} placeholder={t("traffic.slow")} value={slow} onChange={(_event, text) => setSlow(text)} />
          </ToolbarItem>
          <ToolbarItem>
            <TextInput type="search" aria-label={t("traffic.atNode")} placeholder={t("traffic.atNode")} value={node} onChange={(_event, text) => setNode(text)} />
          </ToolbarItem>
        </ToolbarGroup>
        <ToolbarItem>
          <Button variant={list.filter("status") === "5xx" ? "primary" : "secondary"} aria-pressed={list.filter("status") === "5xx"} onClick={() => narrow(list, { status: list.filter("status") === "5xx" ? undefined : "5xx" })}>
            {t("traffic.onlyFailed")}
          </Button>
        </ToolbarItem>
        {since && (
          <ToolbarItem alignSelf="center">
            <Label closeBtnAriaLabel={t("traffic.anyTime")} onClose={() => narrow(list, { since: undefined, until: undefined })}>
              {t("traffic.between", { from: clock(since), to: list.filter("until") ? clock(list.filter("until")) : t("traffic.now") })}
            </Label>
          </ToolbarItem>
        )}
        {narrowed && (
          <ToolbarItem>
            <Button variant="link" onClick={() => narrow(list, Object.fromEntries(OF_REQUESTS.map((name) => [name, undefined])))}>
              {t("traffic.everyRequest")}
            </Button>
          </ToolbarItem>
        )}
      </ToolbarContent>
    </Toolbar>
  );
}
