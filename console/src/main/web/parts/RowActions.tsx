import { Dropdown, DropdownList, MenuToggle } from "@patternfly/react-core";
import { EllipsisVIcon } from "@patternfly/react-icons";
import { useState, type ReactNode } from "react";
import { t } from "../texts";

/** What can be done with an object, in a menu that is named after it; a dialog that it opens gives the focus back to it. */
export function RowActions({ name, children }: { name: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: "end" }}
      shouldFocusFirstItemOnOpen
      shouldFocusToggleOnSelect
      toggle={(toggle) => <MenuToggle ref={toggle} variant="plain" isExpanded={open} aria-label={t("parts.actionsOf", { name })} icon={<EllipsisVIcon />} onClick={() => setOpen(!open)} />}
    >
      <DropdownList>{children}</DropdownList>
    </Dropdown>
  );
}
