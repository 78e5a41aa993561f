import { Button, FormSelect, FormSelectOption, FormSelectOptionGroup, SearchInput, TextInput, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import { useId, type ReactNode } from "react";
import { useTyped, type ListState } from "../parts/listState";
import { t } from "../texts";
import { SubjectFilter } from "./SubjectFilter";
import { TYPES, happened } from "./types";

/** What narrows the list of events, all of it in the URL. */
export function Filters({ list, actors, paging }: { list: ListState; /** Those who may be meant. */ actors: string[]; paging: ReactNode }) {
  const id = useId();
  const [q, setQ] = useTyped(list.q, (text) => list.set({ q: text }));
  const [actor, setActor] = useTyped(list.filter("actor"), (text) => list.set({ actor: text.trim() }));
  return (
    <Toolbar className="weir-toolbar" aria-label={t("history.filters")}>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput resetButtonLabel={t("parts.clearSearch")} aria-label={t("history.text")} placeholder={t("history.text")} value={q} onChange={(_event, text) => setQ(text)} onClear={() => setQ("")} />
        </ToolbarItem>
        <ToolbarGroup variant="filter-group" className="weir-filters">
          <ToolbarItem>
            <SubjectFilter subject={list.filter("subject")} onSubject={(subject) => list.set({ subject })} />
          </ToolbarItem>
          <ToolbarItem>
            <TextInput id={`${id}-actor`} type="search" list={`${id}-actors`} aria-label={t("history.actor")} placeholder={t("history.anybody")} value={actor} onChange={(_event, text) => setActor(text)} />
            <datalist id={`${id}-actors`}>
              {actors.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </ToolbarItem>
          <ToolbarItem>
            <FormSelect aria-label={t("history.type")} value={list.filter("type")} onChange={(_event, type) => list.set({ type })}>
              <FormSelectOption value="" label={t("history.anyChange")} />
              {TYPES.map(({ kind, label, happens }) => (
                <FormSelectOptionGroup key={kind} label={t(label)}>
                  <FormSelectOption value={`${kind}.`} label={t("history.anyOf", { kind: t(label) })} />
                  {happens.map((what) => (
                    <FormSelectOption key={what} value={`${kind}.${what}`} label={`${t(label)}: ${t(happened(what))}`} />
                  ))}
                </FormSelectOptionGroup>
              ))}
            </FormSelect>
          </ToolbarItem>
        </ToolbarGroup>
        {list.narrowed && (
          <ToolbarItem>
            <Button variant="link" onClick={list.clear}>
              {t("parts.clearFilters")}
            </Button>
          </ToolbarItem>
        )}
        <ToolbarItem align={{ default: "alignEnd" }}>{paging}</ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
