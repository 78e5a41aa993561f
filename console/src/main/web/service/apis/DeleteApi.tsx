import { List, ListItem } from "@patternfly/react-core";
import { useNavigate } from "react-router";
import type { Api } from "../../api/types";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { t } from "../../texts";
import { useDrifts, useService } from "../data";
import { apiLabel } from "./content";

/** Deletes the draft of an API, and says which environments go on answering with it. */
export function DeleteApi({ api, close }: { api: Api; close: () => void }) {
  const service = useService(api.serviceId).data;
  const held = useDrifts(api.serviceId).filter(({ release }) => release?.apis.some(({ id }) => id === api.id));
  const navigate = useNavigate();
  const page = `/services/${api.serviceId}/apis/${api.id}`;
  return (
    <ConfirmDialog
      title={t("apis.deleteTitle", { name: api.name })}
      action={t("parts.delete")}
      name={api.name}
      label={apiLabel}
      write={{ method: "DELETE", path: `/v1${page}`, version: api.version }}
      onClose={close}
      onDone={() => {
        close();
        // what still answers with it, and how that ends, is told where it was
        void navigate(held.length > 0 ? page : `/services/${api.serviceId}`);
      }}
    >
      <p>{t("apis.deleteHelp", { path: `${api.frontEnd.method} ${api.frontEnd.path}` })}</p>
      {held.length === 0 ? (
        <p>{t("apis.deleteNotReleased")}</p>
      ) : (
        <>
          <p>{t("apis.deleteHeld", { n: held.length })}</p>
          <List>
            {held.map(({ environment, release }) => (
              <ListItem key={environment}>
                <b>{environment}</b> · {release!.id}
              </ListItem>
            ))}
          </List>
          <p>{service?.apiCount === 1 ? t("apis.deleteLast") : t("apis.deleteThen")}</p>
        </>
      )}
    </ConfirmDialog>
  );
}
