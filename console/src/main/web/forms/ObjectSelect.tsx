import { Button, MenuToggle, Select, SelectList, SelectOption, TextInputGroup, TextInputGroupMain, TextInputGroupUtilities } from "@patternfly/react-core";
import { TimesIcon } from "@patternfly/react-icons";
import { useState, type ComponentProps, type KeyboardEvent, type ReactNode } from "react";
import { useList, useRead } from "../api/hooks";
import type { Params } from "../api/client";
import { useTyped } from "../parts/listState";
import { t } from "../texts";
import { fieldId } from "./errors";
import { FieldGroup } from "./fields";

interface Named {
  id: string;
  name?: string;
}

interface Props<T extends Named> {
  label: string;
  pointer: string;
  help?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  /** The list that is searched, such as /v1/vpcs; its items are objects of their own below it. */
  path: string;
  params?: Params;
  /** The id that is chosen. */
  value: string | undefined;
  onChange: (id: string | undefined, item?: T) => void;
  /** A word or two about an item, below its name. */
  describe?: (item: T) => string;
  /** Why an item cannot be chosen, if it cannot. */
  refuse?: (item: T) => string | undefined;
  /** At the end of what is found, such as creating one. */
  more?: { text: string; go: () => void };
  extra?: ReactNode;
  /** Without a label above it, as a filter of a list: what it says where nothing is chosen. */
  filter?: string;
}

const FOUND = 20;

function Bare({ pointer, children }: ComponentProps<typeof FieldGroup>) {
  return children({ id: fieldId(pointer), invalid: false });
}

/** Chooses one object among any number: the server is asked for what is typed. */
export function ObjectSelect<T extends Named>({ path, params, value, onChange, describe, refuse, more, disabled, filter, ...field }: Props<T>) {
  const [open, setOpen] = useState(false);
  const [q, setQ] = useState("");
  const [typed, setTyped] = useTyped(q, setQ, 200);
  const [active, setActive] = useState(-1);
  const found = useList<T>(path, { ...params, q, limit: FOUND, sort: "name", count: true, fields: "summary" }, { enabled: open });
  const chosen = useRead<T>(`${path}/${value}`, {}, { enabled: Boolean(value), now: true });
  const items = found.data?.items ?? [];
  const count = items.length + (more ? 1 : 0);
  const name = value ? chosen.data?.name || value : "";
  const close = () => {
    setOpen(false);
    setTyped("");
    setQ("");
    setActive(-1);
  };
  const choose = (index: number) => {
    const item = items[index];
    if (item && refuse?.(item)) return;
    close();
    if (item) onChange(item.id, item);
    else if (more && index === items.length) more.go();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      if (count > 0) setActive((active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1) + count) % count);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (open && typed === q && !found.isPlaceholderData && (active >= 0 || items.length > 0)) choose(Math.max(active, 0));
      else setOpen(true);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") close();
  };
  const Around = filter !== undefined ? Bare : FieldGroup;
  return (
    <Around {...field}>
      {({ id, describedBy, invalid }) => {
        const optionId = (index: number) => `${id}-option-${index}`;
        return (
          <Select
            isOpen={open}
            selected={value}
            onSelect={(_event, index) => choose(Number(index))}
            onOpenChange={(isOpen) => !isOpen && close()}
            variant="typeahead"
            isScrollable
            maxMenuHeight="20rem"
            toggle={(ref) => (
              <MenuToggle
                ref={ref}
                variant="typeahead"
                isExpanded={open}
                isFullWidth
                isDisabled={disabled}
                status={invalid ? "danger" : undefined}
                onClick={() => (open ? close() : setOpen(true))}
                aria-label={field.label}
              >
                <TextInputGroup isPlain validated={invalid ? "error" : undefined}>
                  <TextInputGroupMain
                    inputId={id}
                    value={open ? typed : name}
                    placeholder={open ? name || t("forms.searchObjects") : (filter ?? t("forms.choose"))}
                    onClick={(event) => {
                      event.stopPropagation();
                      setOpen(true);
                    }}
                    onChange={(_event, text) => {
                      setTyped(text);
                      setOpen(true);
                      setActive(-1);
                    }}
                    onKeyDown={pressed}
                    autoComplete="off"
                    role="combobox"
                    isExpanded={open}
                    aria-controls={`${id}-options`}
                    aria-activedescendant={active >= 0 ? optionId(active) : undefined}
                    inputProps={{ "aria-describedby": describedBy, "aria-invalid": invalid, "aria-required": field.required, "aria-label": field.label }}
                  />
                  {value && !field.required && !disabled && (
                    <TextInputGroupUtilities>
                      <Button variant="plain" icon={<TimesIcon />} aria-label={t("forms.clear", { label: field.label })} onClick={() => onChange(undefined)} />
                    </TextInputGroupUtilities>
                  )}
                </TextInputGroup>
              </MenuToggle>
            )}
          >
            <SelectList id={`${id}-options`} aria-label={field.label}>
              {items.map((item, index) => (
                <SelectOption key={item.id} id={optionId(index)} value={index} isFocused={active === index} isSelected={item.id === value} isAriaDisabled={refuse?.(item) !== undefined} description={[item.name ? item.id : "", describe?.(item), refuse?.(item)].filter(Boolean).join(" · ")}>
                  {item.name || item.id}
                </SelectOption>
              ))}
              {found.data && items.length === 0 && (
                <SelectOption key="none" isDisabled>
                  {t("parts.nothing")}
                </SelectOption>
              )}
              {(found.data?.total ?? 0) > items.length && items.length > 0 && (
                <SelectOption key="rest" isDisabled>
                  {t("forms.more", { n: found.data!.total! - items.length })}
                </SelectOption>
              )}
              {more && (
                <SelectOption key="more" id={optionId(items.length)} value={items.length} isFocused={active === items.length}>
                  {more.text}
                </SelectOption>
              )}
            </SelectList>
          </Select>
        );
      }}
    </Around>
  );
}
