import { Menu, MenuContent, MenuItem, MenuList, Modal, ModalBody, ModalHeader, SearchInput } from "@patternfly/react-core";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import { useRead } from "../api/hooks";
import type { SearchResult } from "../api/types";
import { ProblemView } from "../parts/ProblemView";
import { useTyped } from "../parts/listState";
import { kindText, pageOf } from "../parts/objects";
import { t } from "../texts";
import { isMoment } from "./at";

/** Finds everything that has a name, from everywhere by Ctrl K. */
export function Search() {
  const [open, setOpen] = useState<string>();
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen("");
      }
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
  return (
    <>
      <SearchInput resetButtonLabel={t("parts.clearSearch")} className="weir-search" placeholder={t("frame.search")} aria-label={t("frame.searchTitle")} value="" onChange={(_event, text) => setOpen(text)} onClick={() => setOpen("")} onKeyDown={(event) => ["Enter", "ArrowDown"].includes(event.key) && setOpen("")} />
      {open !== undefined && <SearchDialog begin={open} close={() => setOpen(undefined)} />}
    </>
  );
}

interface Entry {
  to: string;
  text: string;
  description?: string;
}

/** What names a request: as replicas name it, a UUID, or of a request that was tried from here. */
const REQUEST_ID = /^(try-\S{4,}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** What a text leads to, besides objects that are called so: a moment, an event, a request, events that have it in them. */
function otherwise(q: string): Entry[] {
  const entries: Entry[] = [];
  if (isMoment(q)) entries.push({ to: `/overview?at=${encodeURIComponent(q)}`, text: t("frame.searchMoment", { q }) });
  if (/^\d+$/.test(q)) entries.push({ to: `/history/${q}`, text: t("frame.searchEvent", { q }) });
  if (REQUEST_ID.test(q)) entries.push({ to: `/requests/${encodeURIComponent(q)}`, text: t("frame.searchRequest", { q }) });
  return [...entries, { to: `/history?q=${encodeURIComponent(q)}`, text: t("frame.searchEvents", { q }) }];
}

function SearchDialog({ begin, close }: { /** What was typed already. */ begin: string; close: () => void }) {
  const [asked, setAsked] = useState(begin);
  const [typed, setTyped] = useTyped(asked, setAsked, 150, false);
  const navigate = useNavigate();
  const menu = useRef<HTMLDivElement>(null);
  const q = asked.trim();
  const found = useRead<SearchResult>("/v1/search", { q, limit: 20 }, { enabled: q !== "", keep: true });
  const items = q === "" ? [] : (found.data?.items ?? []);
  const entries: Entry[] = items.flatMap((item) => {
    const to = pageOf(item);
    return to === undefined ? [] : [{ to, text: item.name || item.id, description: [kindText(item.kind), item.name && item.id, item.serviceName, item.detail].filter(Boolean).join(" · ") }];
  });
  const all = q === "" ? [] : [...entries, ...otherwise(q)];
  const go = (to: string) => {
    close();
    void navigate(to);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  };
  return (
    <Modal isOpen variant="medium" position="top" onClose={close} aria-labelledby="search-title" elementToFocus="#search-text">
      <ModalHeader title={t("frame.searchTitle")} labelId="search-title" description={t("frame.searchHelp")} />
      <ModalBody>
        <SearchInput
          searchInputId="search-text"
          resetButtonLabel={t("parts.clearSearch")}
          submitSearchButtonLabel={t("frame.searchTitle")}
          aria-label={t("frame.searchText")}
          value={typed}
          onChange={(_event, value) => setTyped(value)}
          onClear={() => setTyped("")}
          onKeyDown={pressed}
          onSearch={() => typed.trim() === q && !found.isPlaceholderData && all[0] && go(all[0].to)}
        />
        {found.error && q !== "" && <ProblemView problem={found.error} />}
        <div ref={menu} role="status">
          {q !== "" && found.isSuccess && !found.isPlaceholderData && items.length === 0 && <p>{t("frame.searchNothing", { q })}</p>}
          {all.length > 0 && (
            <Menu isPlain isScrollable onSelect={(_event, to) => go(String(to))}>
              <MenuContent>
                <MenuList>
                  {all.map((entry) => (
                    <MenuItem key={`${entry.to} ${entry.text}`} itemId={entry.to} description={entry.description}>
                      {entry.text}
                    </MenuItem>
                  ))}
                </MenuList>
              </MenuContent>
            </Menu>
          )}
        </div>
      </ModalBody>
    </Modal>
  );
}
