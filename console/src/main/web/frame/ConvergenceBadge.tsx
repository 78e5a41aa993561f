import { Label } from "@patternfly/react-core";
import { CheckCircleIcon, ExclamationTriangleIcon, InProgressIcon } from "@patternfly/react-icons";
import { Link } from "../parts/Link";
import { lastWrite } from "../api/client";
import { useList } from "../api/hooks";
import type { Replica } from "../api/types";
import { t } from "../texts";
import { useNewest } from "./live";

/** How many live replicas have applied the newest event. */
export function ConvergenceBadge() {
  const newest = Math.max(useNewest(), lastWrite());
  const { data } = useList<Replica>("/v1/replicas", { live: true, limit: 100 }, { every: 2_000, now: true });
  if (!data) return null;
  const live = data.items.filter((replica) => replica.live);
  const serving = live.filter((replica) => (replica.position ?? 0) >= newest).length;
  const converged = live.length > 0 && serving === live.length;
  const stuck = live.some((replica) => replica.state === "STUCK");
  return (
    <Label
      color={live.length === 0 || stuck ? "red" : converged ? "green" : "yellow"}
      variant="outline"
      icon={converged ? <CheckCircleIcon /> : live.length === 0 || stuck ? <ExclamationTriangleIcon /> : <InProgressIcon />}
      render={({ className, content, componentRef }) => (
        <Link to="/data-plane" className={className} ref={componentRef} title={t("frame.convergenceTitle")} aria-live="polite">
          {content}
        </Link>
      )}
    >
      {live.length === 0 ? t("frame.noReplicas") : t(converged ? "frame.converged" : "frame.converging", { serving, total: live.length, position: newest })}
    </Label>
  );
}
