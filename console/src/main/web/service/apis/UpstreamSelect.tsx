import { Button, MenuToggle, Select, SelectList, SelectOption, TextInputGroup, TextInputGroupMain, TextInputGroupUtilities } from "@patternfly/react-core";
import { TimesIcon } from "@patternfly/react-icons";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useList } from "../../api/hooks";
import type { Upstream } from "../../api/types";
import { useTyped } from "../../parts/listState";
import { useRefuse } from "../../parts/session";
import { t } from "../../texts";
import { VpcName } from "../../parts/vpcs";
import { useUpstreamSummary } from "../data";

const PAGE = 20;
const MORE = "more";

interface Props {
  id: string;
  describedBy?: string;
  invalid: boolean;
  label: string;
  value: string;
  /** What was chosen before. */
  already: string;
  onChange: (id: string) => void;
}

/** One of any number of upstreams: the server searches and pages them. */
export function UpstreamSelect({ id, describedBy, invalid, label, value, already, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const [q, setQ] = useState("");
  const [typed, setTyped] = useTyped(q, setQ);
  const [pages, setPages] = useState(1);
  const [active, setActive] = useState<string>();
  const refuse = useRefuse(already);
  const input = useRef<HTMLInputElement>(null);
  const chosen = useUpstreamSummary(value === "" ? undefined : value);
  const found = useList<Upstream>("/v1/upstreams", { q: q.trim(), limit: Math.min(PAGE * pages, 100), sort: "name", fields: "summary", count: true }, { enabled: open });
  useEffect(() => setPages(1), [q]);
  const items = found.data?.items ?? [];
  const left = (found.data?.total ?? 0) - items.length;
  const more = left > 0 && PAGE * pages < 100;
  // what is shown was found for what is typed
  const current = typed === q && !found.isPlaceholderData;
  const ids = [...items.map((upstream) => upstream.id), ...(more ? [MORE] : [])];
  const optionId = (option: string) => `${id}-${option}`;
  const close = () => {
    setOpen(false);
    setActive(undefined);
    setTyped("");
    setQ("");
  };
  const choose = (option: string | undefined) => {
    if (option === MORE) return setPages(pages + 1);
    const chosenOne = items.find((upstream) => upstream.id === option);
    if (option === undefined || (chosenOne && refuse(chosenOne))) return;
    onChange(option);
    close();
    input.current?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const now = active === undefined ? (step === 1 ? -1 : 0) : ids.indexOf(active);
      setActive(ids[(now + step + ids.length) % Math.max(ids.length, 1)]);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      if (current) choose(active ?? (items.length === 1 ? items[0]!.id : undefined));
    } else if (event.key === "Tab" || event.key === "Escape") close();
  };
  return (
    <Select
      isOpen={open}
      variant="typeahead"
      isScrollable
      selected={value}
      onSelect={(_event, option) => choose(option as string)}
      onOpenChange={(shown) => (shown ? setOpen(true) : close())}
      shouldFocusToggleOnSelect={false}
      toggle={(toggle) => (
        <MenuToggle ref={toggle} variant="typeahead" isFullWidth isExpanded={open} status={invalid ? "danger" : undefined} aria-label={t("apis.showUpstreams")} onClick={() => (open ? close() : setOpen(true))}>
          <TextInputGroup isPlain>
            <TextInputGroupMain
              innerRef={input}
              inputId={id}
              value={open ? typed : (chosen?.name ?? value)}
              placeholder={open && chosen ? (chosen.name ?? chosen.id) : t("apis.searchUpstream")}
              onClick={() => setOpen(true)}
              onChange={(_event, text) => {
                setOpen(true);
                setActive(undefined);
                setTyped(text);
              }}
              onKeyDown={pressed}
              role="combobox"
              isExpanded={open}
              aria-controls={`${id}-list`}
              aria-label={label}
              inputProps={{ "aria-describedby": describedBy, "aria-invalid": invalid, autoComplete: "off", spellCheck: false, "aria-activedescendant": active && optionId(active) }}
            />
            {open && typed !== "" && (
              <TextInputGroupUtilities>
                <Button variant="plain" icon={<TimesIcon />} aria-label={t("parts.clearFilters")} onClick={() => setTyped("")} />
              </TextInputGroupUtilities>
            )}
          </TextInputGroup>
        </MenuToggle>
      )}
    >
      <SelectList id={`${id}-list`} aria-label={label}>
        {items.map((upstream) => (
          <SelectOption key={upstream.id} id={optionId(upstream.id)} value={upstream.id} isFocused={active === upstream.id} isAriaDisabled={refuse(upstream) !== undefined} description={<>{t("service.inVpcWord")} <VpcName id={upstream.vpcId} /> · {upstream.id}{refuse(upstream) && ` · ${refuse(upstream)}`}</>}>
            {upstream.name || upstream.id}
          </SelectOption>
        ))}
        {more && (
          <SelectOption id={optionId(MORE)} value={MORE} isLoadButton isFocused={active === MORE}>
            {t("apis.moreUpstreams", { n: left })}
          </SelectOption>
        )}
        {left > 0 && !more && <SelectOption isDisabled value="">{t("apis.narrow", { n: left })}</SelectOption>}
        {found.isSuccess && current && items.length === 0 && (
          <SelectOption isDisabled value="">
            {t(q === "" ? "apis.noUpstream" : "apis.upstreamNotFound", { q })}
          </SelectOption>
        )}
        {found.error && <SelectOption isDisabled value="">{found.error.message}</SelectOption>}
      </SelectList>
    </Select>
  );
}
