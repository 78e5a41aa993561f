import { DropdownItem } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Api } from "../../api/types";
import { RowActions } from "../../parts/RowActions";
import { t } from "../../texts";
import { trafficLink } from "../../traffic/link";
import { firstOf, tryLink } from "../../tries/link";
import { DeleteApi } from "./DeleteApi";

/** What can be done with the draft of an API. */
export function ApiActions({ api, environments }: { api: Api; /** Those that answer with it. */ environments: string[] }) {
  const [deleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  return (
    <>
      <RowActions name={api.name}>
        <DropdownItem onClick={() => void navigate(`/services/${api.serviceId}/apis/${api.id}/edit`)}>{t("parts.edit")}</DropdownItem>
        {environments.length > 0 && <DropdownItem onClick={() => void navigate(tryLink({ serviceId: api.serviceId, environment: firstOf(environments), apiId: api.id }))}>{t("tries.title")}</DropdownItem>}
        <DropdownItem onClick={() => void navigate(trafficLink({ service: api.serviceId, api: api.id }))}>{t("traffic.title")}</DropdownItem>
        <DropdownItem isDanger onClick={() => setDeleting(true)}>
          {t("parts.delete")}
        </DropdownItem>
      </RowActions>
      {deleting && <DeleteApi api={api} close={() => setDeleting(false)} />}
    </>
  );
}
