import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, SearchInput, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import type { Problem } from "../api/client";
import type { Page } from "../api/types";
import { t } from "../texts";
import { Loaded } from "./Loaded";
import { Paging } from "./Paging";
import { useTyped, type ListState } from "./listState";

export interface Column<T> {
  key: string;
  label: string;
  /** The word of the server's `sort`, if the list can be ordered by it. */
  sort?: string;
  cell: (item: T) => ReactNode;
  /** Per cent of the table's width. */
  width?: 10 | 15 | 20 | 25 | 30 | 35 | 40 | 45 | 50;
  /** Numbers stand at the right. */
  numeric?: boolean;
  /** A few words, which stay on one line; other columns give way. */
  short?: boolean;
}

interface Props<T> {
  label: string;
  list: ListState;
  query: UseQueryResult<Page<T>, Problem>;
  columns: Column<T>[];
  id: (item: T) => string;
  /** The button at the top left. */
  create?: ReactNode;
  /** What the search looks at. */
  searches?: string;
  /** Selects beside the search. */
  filters?: ReactNode;
  /** What to say and do where there is nothing at all. */
  empty: { title: string; body?: ReactNode; action?: ReactNode };
  /** What can be done with a row. */
  actions?: (item: T) => ReactNode;
}

/** What is searched for; apart from the table, which is not drawn anew for each letter. */
function ListSearch({ list, label }: { list: ListState; label: string }) {
  const [q, setQ] = useTyped(list.q, (text) => list.set({ q: text }));
  return <SearchInput resetButtonLabel={t("parts.clearSearch")} aria-label={label} placeholder={label} value={q} onChange={(_event, value) => setQ(value)} onClear={() => setQ("")} />;
}

/** A list of objects: searched, filtered, ordered and paged by the server, all of it in the URL; rows wrap and become cards on a phone. */
export function ObjectTable<T>({ label, list, query, columns, id, create, searches = t("parts.searchList"), filters, empty, actions }: Props<T>) {
  const total = query.data?.total;
  const last = total === undefined ? undefined : Math.max(1, Math.ceil(total / list.limit));
  // the page that was linked to, or whose last row was deleted, is there no more
  const beyond = last !== undefined && list.page > last && query.data?.items.length === 0 && !query.isPlaceholderData;
  useEffect(() => {
    if (beyond) list.set({ page: last === 1 ? undefined : last }, true);
  });
  const paging = (variant: "top" | "bottom") => total !== undefined && <Paging list={list} total={total} variant={variant} label={`${label}, ${variant}`} id="pages" />;
  return (
    <>
      <Toolbar className="weir-toolbar" aria-label={label}>
        <ToolbarContent>
          {create && <ToolbarItem>{create}</ToolbarItem>}
          <ToolbarItem>
            <ListSearch list={list} label={searches} />
          </ToolbarItem>
          {filters && <ToolbarGroup variant="filter-group">{filters}</ToolbarGroup>}
          <ToolbarItem align={{ default: "alignEnd" }}>{paging("top")}</ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <Loaded query={query}>
        {({ items }) =>
          beyond ? null : items.length === 0 ? (
            <EmptyState titleText={list.narrowed ? t("parts.nothing") : empty.title} headingLevel="h2">
              {!list.narrowed && empty.body && <EmptyStateBody>{empty.body}</EmptyStateBody>}
              <EmptyStateFooter>
                <EmptyStateActions>
                  {list.narrowed ? <Button variant="link" onClick={list.clear}>{t("parts.clearFilters")}</Button> : empty.action}
                </EmptyStateActions>
              </EmptyStateFooter>
            </EmptyState>
          ) : (
            <>
              <Table aria-label={label} variant="compact" gridBreakPoint="grid-md">
                <Thead>
                  <Tr>
                    {columns.map((column, index) => (
                      <Th
                        key={column.key}
                        width={column.width}
                        modifier="wrap"
                        className={column.numeric ? "weir-numeric" : undefined}
                        sort={
                          column.sort
                            ? {
                                columnIndex: index,
                                sortBy: { index: list.sort.replace("-", "") === column.sort ? index : undefined, direction: list.sort.startsWith("-") ? "desc" : "asc" },
                                onSort: (_event, _index, direction) => list.set({ sort: direction === "desc" ? `-${column.sort}` : column.sort }),
                              }
                            : undefined
                        }
                      >
                        {column.label}
                      </Th>
                    ))}
                    {actions && <Th screenReaderText={t("parts.actions")} />}
                  </Tr>
                </Thead>
                <Tbody>
                  {items.map((item) => (
                    <Tr key={id(item)}>
                      {columns.map((column) => (
                        <Td key={column.key} dataLabel={column.label} modifier={column.short ? "nowrap" : "breakWord"} className={column.numeric ? "weir-numeric" : undefined}>
                          {column.cell(item)}
                        </Td>
                      ))}
                      {actions && <Td isActionCell>{actions(item)}</Td>}
                    </Tr>
                  ))}
                </Tbody>
              </Table>
              {paging("bottom")}
            </>
          )
        }
      </Loaded>
    </>
  );
}
