import { EmptyState } from "@patternfly/react-core";
import { useLocation } from "react-router";
import { useList } from "../api/hooks";
import type { Event } from "../api/types";
import { Paging } from "../parts/Paging";
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
  const paging = (variant: "top" | "bottom", total: number) => <Paging list={list} total={total} variant={variant} label={t("history.timeline")} id="history" isCompact />;
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
