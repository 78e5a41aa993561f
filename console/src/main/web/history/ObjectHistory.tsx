import { EmptyState, Pagination } from "@patternfly/react-core";
import { useLocation } from "react-router";
import { useList } from "../api/hooks";
import type { Event } from "../api/types";
import { Loaded } from "../parts/Loaded";
import { useListState } from "../parts/listState";
import { t } from "../texts";
import { EventTable } from "./EventTable";
import { useEventNames } from "./useEventNames";

/** What happened to an object, the newest first: for the History tab of its page. */
export function ObjectHistory({ path }: { /** Of its history in the REST API, such as `/v1/upstreams/upstream-4n5bfklc/history`. */ path: string }) {
  const { pathname } = useLocation();
  const list = useListState();
  const query = useList<Event>(path, { ...list.params, q: undefined, sort: "-position" }, { now: true });
  const names = useEventNames(query.data?.items ?? []);
  const paging = (variant: "top" | "bottom", total: number) => (
    <Pagination
      isCompact
      variant={variant}
      itemCount={total}
      page={list.page}
      perPage={list.limit}
      perPageOptions={[20, 50, 100].map((value) => ({ title: String(value), value }))}
      onSetPage={(_event, page) => list.set({ page: page === 1 ? undefined : page })}
      onPerPageSelect={(_event, limit) => list.set({ limit })}
      titles={{ perPageSuffix: "", paginationAriaLabel: t("history.timeline"), optionsToggleAriaLabel: t("parts.perPage") }}
      widgetId={`history-${variant}`}
    />
  );
  return (
    <Loaded query={query}>
      {({ items, total = 0 }) =>
        items.length === 0 ? (
          <EmptyState titleText={t("history.noEvents")} headingLevel="h2" />
        ) : (
          <>
            {total > list.limit && paging("top", total)}
            <EventTable events={items} names={names} page={pathname.replace(/\/history$/, "")} />
            {total > list.limit && paging("bottom", total)}
          </>
        )
      }
    </Loaded>
  );
}
