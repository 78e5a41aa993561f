import { DropdownItem } from "@patternfly/react-core";
import { useState } from "react";
import type { Environment, EnvironmentName, Service } from "../../api/types";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { RowActions } from "../../parts/RowActions";
import { t } from "../../texts";
import { useRelease } from "../data";
import { apiChanges } from "../drift";
import { ApiChanges } from "../releases/ApiChanges";
import { useAsked } from "./useAsked";

interface Props {
  service: Service;
  environment: EnvironmentName;
  /** What it answers with now. */
  from?: string;
  /** What it is to answer with; what another environment answers with may be gone meanwhile. */
  releaseId: string | undefined;
  title: string;
  action: string;
  close: () => void;
}

/** Lets an environment answer with another release, after showing what that changes. */
export function SwitchDialog({ service, environment, from: fromNow, releaseId: releaseNow, title, action, close }: Props) {
  const { releases: [from, releaseId], version, meanwhile } = useAsked(service, [fromNow, releaseNow], releaseNow !== undefined);
  const before = useRelease(service.id, from).data;
  const after = useRelease(service.id, releaseId).data;
  return (
    <ConfirmDialog
      title={title}
      action={action}
      name={service.name}
      // nobody calls an environment that answers nothing
      traffic={from === undefined ? false : undefined}
      write={{ method: "PUT", path: `/v1/services/${service.id}/environments/${environment}`, body: { releaseId }, version }}
      meanwhile={meanwhile}
      label={() => t("releases.release")}
      onClose={close}
      onDone={close}
    >
      {after && (from === undefined || before) && <ApiChanges changes={apiChanges(before?.apis ?? [], after.apis)} label={t("releases.changesOf", { environment })} />}
    </ConfirmDialog>
  );
}

/** Lets any environment answer with a release of the list. */
export function SwitchButton({ service, releaseId, environments }: { service: Service; releaseId: string; environments: Environment[] }) {
  const [into, setInto] = useState<EnvironmentName>();
  const from = environments.find(({ environment }) => environment === into)?.releaseId;
  return (
    <>
      <RowActions name={releaseId}>
        {environments.map(({ environment, releaseId: live }) => (
          <DropdownItem key={environment} isDisabled={live === releaseId} onClick={() => setInto(environment)}>
            {t(live === releaseId ? "releases.isLive" : "releases.pointHere", { environment })}
          </DropdownItem>
        ))}
      </RowActions>
      {into && (
        <SwitchDialog
          service={service}
          environment={into}
          from={from}
          releaseId={releaseId}
          title={t("releases.switchTitle", { environment: into, id: releaseId })}
          action={t("releases.switch")}
          close={() => setInto(undefined)}
        />
      )}
    </>
  );
}
