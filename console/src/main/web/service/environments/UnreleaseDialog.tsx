import { List, ListItem } from "@patternfly/react-core";
import type { EnvironmentName, Release, Service } from "../../api/types";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { t } from "../../texts";
import { FrontEnd } from "../apis/FrontEnd";

const SHOWN = 10;

/** Makes an environment answer nothing, after showing what it answers now. */
export function UnreleaseDialog({ service, environment, release, close }: { service: Service; environment: EnvironmentName; release: Release; close: () => void }) {
  return (
    <ConfirmDialog
      title={t("releases.unreleaseTitle", { environment })}
      action={t("releases.unrelease")}
      name={service.name}
      write={{ method: "DELETE", path: `/v1/services/${service.id}/environments/${environment}`, version: service.version }}
      onClose={close}
      onDone={close}
    >
      <p>{t("releases.unreleaseHelp", { n: release.apiCount, environment })}</p>
      <List isPlain>
        {release.apis.slice(0, SHOWN).map((api) => (
          <ListItem key={api.id}>
            {api.name} <FrontEnd frontEnd={api.frontEnd} />
          </ListItem>
        ))}
        {release.apiCount > SHOWN && <ListItem>{t("forms.more", { n: release.apiCount - SHOWN })}</ListItem>}
      </List>
    </ConfirmDialog>
  );
}
