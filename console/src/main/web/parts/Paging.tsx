import { Pagination } from "@patternfly/react-core";
import { t } from "../texts";
import type { ListState } from "./listState";

interface Props {
  list: ListState;
  total: number;
  variant: "top" | "bottom";
  /** Of the list, for readers. */
  label: string;
  /** What the ids of its parts begin with. */
  id: string;
  isCompact?: boolean;
}

/** The pages of a list, kept in its URL. */
export function Paging({ list, total, variant, label, id, isCompact = variant === "top" }: Props) {
  return (
    <Pagination
      isCompact={isCompact}
      variant={variant}
      itemCount={total}
      page={list.page}
      perPage={list.limit}
      perPageOptions={[20, 50, 100].map((value) => ({ title: String(value), value }))}
      onSetPage={(_event, page) => list.set({ page: page === 1 ? undefined : page })}
      onPerPageSelect={(_event, limit) => list.set({ limit })}
      titles={{
        perPageSuffix: "",
        items: "",
        paginationAriaLabel: label,
        optionsToggleAriaLabel: t("parts.perPage"),
        ofWord: t("parts.ofTotal"),
        toFirstPageAriaLabel: t("parts.firstPage"),
        toPreviousPageAriaLabel: t("parts.previousPage"),
        toNextPageAriaLabel: t("parts.nextPage"),
        toLastPageAriaLabel: t("parts.lastPage"),
        currPageAriaLabel: t("parts.currentPage"),
      }}
      widgetId={`${id}-${variant}`}
    />
  );
}
