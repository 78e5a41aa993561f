import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { t } from "../../texts";

/** The button that leads to the pages that create an API, by the kind of API. */
export function CreateApi({ base, disabled }: { base: string; disabled: boolean }) {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      shouldFocusFirstItemOnOpen
      toggle={(toggle) => (
        <MenuToggle ref={toggle} variant="primary" isExpanded={open} isDisabled={disabled} onClick={() => setOpen(!open)}>
          {t("parts.create")}
        </MenuToggle>
      )}
    >
      <DropdownList>
        <DropdownItem description={t("apis.generalHelp")} onClick={() => void navigate(`${base}/apis/create`)}>
          {t("apis.general")}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}
