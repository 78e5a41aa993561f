import { Button } from "@patternfly/react-core";
import { useNavigate } from "react-router";
import type { Service } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { useMayWrite } from "../../parts/session";
import { t } from "../../texts";
import type { Drift } from "../data";

/** Says how far drafts are from what environments answer with, and leads to the page that releases them. */
export function DriftBanner({ service, drifts }: { service: Service; drifts: Drift[] }) {
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  if (drifts.length === 0 || drifts.some(({ changes, tooMany }) => changes === undefined && !tooMany)) return null;
  if (drifts.some(({ released, tooMany }) => released && tooMany)) return <Alert isInline component="h2" variant="info" title={t("releases.tooMany")} />;
  const action = (environment: string) =>
    mayWrite && (
      <Button key={environment} variant="link" isInline onClick={() => void navigate(`/services/${service.id}/release?environment=${environment}`)}>
        {t("releases.reviewInto", { environment })}
      </Button>
    );
  const released = drifts.filter((drift) => drift.released);
  if (released.length === 0) return <Alert isInline component="h2" variant="info" title={t("releases.nothingReleased")} actionLinks={action("test")} />;
  const behind = released.filter(({ changes }) => changes!.length > 0);
  if (behind.length === 0) return null;
  return (
    <Alert
      component="h2"
      isInline
      variant="warning"
      title={behind.map(({ environment, changes }) => t("releases.differFrom", { n: changes!.length, environment })).join(" · ")}
      actionLinks={behind.map(({ environment }) => action(environment))}
    >
      {t("releases.differHelp")}
    </Alert>
  );
}
