import { Button, FormGroup, FormSelect, FormSelectOption, Modal, ModalBody, ModalFooter, ModalHeader } from "@patternfly/react-core";
import { useState } from "react";
import type { EnvironmentName, Event, ReleaseItem, Service } from "../../api/types";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { useAll } from "../../parts/all";
import { ProblemView } from "../../parts/ProblemView";
import { timeOf } from "../../parts/Time";
import { t } from "../../texts";
import { answeredBefore } from "../answered";
import { useRelease } from "../data";
import { apiChanges } from "../drift";
import { ApiChanges } from "../releases/ApiChanges";
import { useAsked } from "./useAsked";

/** Lets an environment answer again with a release that it has answered with, the last one unless another is chosen. */
export function RollBackDialog({ service, environment, releaseId: now, close }: { service: Service; environment: EnvironmentName; /** What it answers with now. */ releaseId: string | undefined; close: () => void }) {
  const [picked, setPicked] = useState<string>();
  const { releases: [releaseId = ""], version, meanwhile } = useAsked(service, [now], now !== undefined, () => setPicked(undefined));
  const release = useRelease(service.id, releaseId).data;
  const releases = useAll<ReleaseItem>(`/v1/services/${service.id}/releases`);
  const events = useAll<Event>(`/v1/services/${service.id}/environments/${environment}/history`, { type: "service", sort: "-position" });
  const before = answeredBefore(events.data?.items ?? [], releaseId).flatMap((id) => releases.data?.items.find((each) => each.id === id) ?? []);
  // older ones that it has never answered with can be chosen, but are not proposed
  const earlier = [...before, ...(releases.data?.items ?? []).filter((each) => release !== undefined && each.position < release.position && !before.includes(each))];
  const chosen = picked ?? before[0]?.id;
  // what is proposed stays so, whatever comes; but not what was read when this was open before
  const read = events.isFetchedAfterMount && releases.isFetchedAfterMount;
  if (read && picked === undefined && chosen !== undefined) setPicked(chosen);
  const to = useRelease(service.id, chosen).data;
  const title = t("releases.rollBackTitle", { environment });
  const problem = releases.error ?? events.error;
  const choice = (
    <FormGroup label={t("releases.earlier")} fieldId="earlier-release">
      <FormSelect id="earlier-release" value={chosen ?? ""} onChange={(_event, id) => setPicked(id)}>
        {chosen === undefined && <FormSelectOption value="" label={t("forms.choose")} isPlaceholder isDisabled />}
        {earlier.map(({ id, releasedAt, actor, description }) => (
          <FormSelectOption key={id} value={id} label={[id, timeOf(releasedAt), actor, description].filter(Boolean).join(" · ")} />
        ))}
      </FormSelect>
    </FormGroup>
  );
  if (problem || (releases.data && events.data && chosen === undefined)) {
    return (
      <Modal isOpen variant="small" onClose={close} aria-labelledby="no-earlier">
        <ModalHeader title={title} labelId="no-earlier" />
        <ModalBody className="weir-stack">
          {problem ? <ProblemView problem={problem} /> : <p>{t("releases.noEarlier", { environment })}</p>}
          {!problem && earlier.length > 0 && choice}
        </ModalBody>
        <ModalFooter>
          <Button variant="link" onClick={close}>
            {t("parts.close")}
          </Button>
        </ModalFooter>
      </Modal>
    );
  }
  if (!releases.data || !events.data || !release || chosen === undefined) return null;
  return (
    <ConfirmDialog
      title={title}
      action={t("releases.rollBack")}
      name={service.name}
      write={{ method: "PUT", path: `/v1/services/${service.id}/environments/${environment}`, body: { releaseId: chosen }, version }}
      meanwhile={meanwhile}
      label={() => t("releases.release")}
      onClose={close}
      onDone={close}
    >
      {choice}
      {to && <ApiChanges changes={apiChanges(release.apis, to.apis)} label={t("releases.changesOf", { environment })} />}
    </ConfirmDialog>
  );
}
