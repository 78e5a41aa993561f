import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { placesFor, within, type Creatable } from "../parts/scope";
import { useScope } from "../parts/session";
import { t } from "../texts";
import { KINDS, type Kind } from "./load";

const CREATE = { vpcs: "network.createVpc", "cloud-connect-networks": "network.createNetwork", instances: "network.createInstance" } as const satisfies Record<Kind, string>;
export const CREATES = { vpcs: "vpc", "cloud-connect-networks": "network", instances: "instance" } as const satisfies Record<Kind, Creatable>;

/** What can be created here, each on a page of its own. */
export function CreateMenu() {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const scope = useScope();
  const outside = (kind: Kind) => !within(scope, placesFor(CREATES[kind], scope));
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
          <DropdownItem key={kind} value={kind} isAriaDisabled={outside(kind)} description={outside(kind) ? t("parts.outside") : undefined}>
            {t(CREATE[kind])}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}
