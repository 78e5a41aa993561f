import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { t } from "../texts";
import { KINDS, type Kind } from "./load";

const CREATE = { vpcs: "network.createVpc", "cloud-connect-networks": "network.createNetwork", instances: "network.createInstance" } as const satisfies Record<Kind, string>;

/** What can be created here, each on a page of its own. */
export function CreateMenu() {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, kind) => {
        setOpen(false);
        void navigate(`/network/${kind}/create`);
      }}
      toggle={(ref) => (
        <MenuToggle ref={ref} variant="primary" isExpanded={open} onClick={() => setOpen(!open)}>
          {t("parts.create")}
        </MenuToggle>
      )}
      shouldFocusToggleOnSelect
    >
      <DropdownList>
        {KINDS.map((kind) => (
          <DropdownItem key={kind} value={kind}>
            {t(CREATE[kind])}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}
