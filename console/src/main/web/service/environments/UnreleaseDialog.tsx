import { List, ListItem } from "@patternfly/react-core";
import type { EnvironmentName, Service } from "../../api/types";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { t } from "../../texts";
import { FrontEnd } from "../apis/FrontEnd";
import { useRelease } from "../data";
import { useAsked } from "./useAsked";

const SHOWN = 10;

/** Makes an environment answer nothing, after showing what it answers now. */
export function UnreleaseDialog({ service, environment, releaseId: now, close }: { service: Service; environment: EnvironmentName; /** What it answers with now. */ releaseId: string | undefined; close: () => void }) {
  const { releases: [releaseId], version, meanwhile } = useAsked(service, [now], now !== undefined);
  const release = useRelease(service.id, releaseId).data;
  if (release === undefined) return null;
  return (
    <ConfirmDialog
      title={t("releases.unreleaseTitle", { environment })}
      action={t("releases.unrelease")}
      name={service.name}
      write={{ method: "DELETE", path: `/v1/services/${service.id}/environments/${environment}`, version }}
      meanwhile={meanwhile}
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
