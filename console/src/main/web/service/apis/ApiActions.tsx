import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { EllipsisVIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Api } from "../../api/types";
import { t } from "../../texts";
import { trafficLink } from "../../traffic/link";
import { firstOf, tryLink } from "../../tries/link";
import { DeleteApi } from "./DeleteApi";

/** What can be done with the draft of an API. */
export function ApiActions({ api, environments }: { api: Api; /** Those that answer with it. */ environments: string[] }) {
  const [open, setOpen] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  return (
    <>
      <Dropdown
        isOpen={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        popperProps={{ position: "end" }}
        shouldFocusFirstItemOnOpen
        toggle={(toggle) => <MenuToggle ref={toggle} variant="plain" isExpanded={open} aria-label={t("parts.actionsOf", { name: api.name })} icon={<EllipsisVIcon />} onClick={() => setOpen(!open)} />}
      >
        <DropdownList>
          <DropdownItem onClick={() => void navigate(`/services/${api.serviceId}/apis/${api.id}/edit`)}>{t("parts.edit")}</DropdownItem>
          {environments.length > 0 && <DropdownItem onClick={() => void navigate(tryLink({ serviceId: api.serviceId, environment: firstOf(environments), apiId: api.id }))}>{t("tries.title")}</DropdownItem>}
          <DropdownItem onClick={() => void navigate(trafficLink({ service: api.serviceId, api: api.id }))}>{t("traffic.title")}</DropdownItem>
          <DropdownItem isDanger onClick={() => setDeleting(true)}>
            {t("parts.delete")}
          </DropdownItem>
        </DropdownList>
      </Dropdown>
      {deleting && <DeleteApi api={api} close={() => setDeleting(false)} />}
    </>
  );
}
