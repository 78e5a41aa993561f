import { Label, LabelGroup } from "@patternfly/react-core";
import { CheckCircleIcon, OutlinedEditIcon } from "@patternfly/react-icons";
import type { Api } from "../../api/types";
import { t } from "../../texts";
import type { Drift } from "../data";

/** The environments that answer with an API, and whether they do so with what its draft says. */
export function ReleasedIn({ api, drifts }: { api: Pick<Api, "id">; drifts: Drift[] }) {
  const held = drifts.filter(({ release }) => release?.apis.some(({ id }) => id === api.id));
  if (held.length === 0) return drifts.some(({ released, release }) => released && release === undefined) ? null : <span className="weir-subtle">{t("releases.draftOnly")}</span>;
  return (
    <LabelGroup numLabels={3} aria-label={t("apis.released")}>
      {held.map(({ environment, changes }) => {
        // whether it differs is told only once it is known
        if (changes === undefined) return <Label key={environment} isCompact>{environment}</Label>;
        const differs = changes.some(({ id }) => id === api.id);
        return (
          <Label key={environment} isCompact color={differs ? "orange" : "green"} icon={differs ? <OutlinedEditIcon /> : <CheckCircleIcon />} title={t(differs ? "releases.heldOther" : "releases.heldSame", { environment })}>
            {environment}
            {differs && <span className="pf-v6-screen-reader">{t("releases.differs")}</span>}
          </Label>
        );
      })}
    </LabelGroup>
  );
}
