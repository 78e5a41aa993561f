import { Button, EmptyState, PageSection } from "@patternfly/react-core";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Event } from "../api/types";
import { Loaded } from "../parts/Loaded";
import { Paging } from "../parts/Paging";
import { PageTitle } from "../parts/PageTitle";
import { useListState } from "../parts/listState";
import { useMayAudit } from "../parts/session";
import { t } from "../texts";
import { EventTable } from "./EventTable";
import { Filters } from "./Filters";
import { TimeCard } from "./TimeCard";
import { useEventNames } from "./useEventNames";
import { VerifiedBadge } from "./VerifiedBadge";

const FILTERS = ["subject", "actor", "type", "since", "until"];

/** Everything that ever happened, as sentences, narrowed by filters and by a stretch of time. */
export function HistoryPage() {
  const list = useListState(FILTERS);
  const query = useList<Event>("/v1/events", { ...list.params, sort: "-position" }, { now: true });
  const events = query.data?.items ?? [];
  const names = useEventNames(events);
  const mayAudit = useMayAudit();
  const paging = (variant: "top" | "bottom", total: number) => <Paging list={list} total={total} variant={variant} label={`${t("history.timeline")}, ${variant}`} id="events" />;
  return (
    <>
      <PageTitle
        title={t("history.title")}
        state={<VerifiedBadge />}
        actions={mayAudit && <Link to="/history/attempts">{t("history.attempts")}</Link>}
      />
      <PageSection hasBodyWrapper={false}>
        <TimeCard />
        <Filters list={list} actors={[...new Set(events.map((event) => event.actor))].sort()} paging={query.data?.total ? paging("top", query.data.total) : null} />
        <Loaded query={query}>
          {({ items, total = 0 }) =>
            items.length === 0 ? (
              <EmptyState titleText={t(list.narrowed ? "parts.nothing" : "history.noEvents")} headingLevel="h2">
                {list.narrowed && (
                  <Button variant="link" onClick={list.clear}>
                    {t("parts.clearFilters")}
                  </Button>
                )}
              </EmptyState>
            ) : (
              <>
                <EventTable events={items} names={names} />
                {paging("bottom", total)}
              </>
            )
          }
        </Loaded>
      </PageSection>
    </>
  );
}
