import { Button, DescriptionList } from "@patternfly/react-core";
import { Fact } from "../parts/Fact";
import { Link } from "../parts/Link";
import type { Event } from "../api/types";
import { Changes } from "../parts/Changes";
import { CopyText } from "../parts/Copy";
import { Time } from "../parts/Time";
import { refOf } from "../parts/objects";
import { IfWithin } from "../parts/Within";
import { t } from "../texts";
import { neverUndone } from "./neverUndone";
import { useUndoneIn } from "./useUndoneIn";
import "./history.css";

/** Everything that an event says of itself: what it changed, who, how that is known, why, and its place in the chain; and what can be done with it. */
export function EventDetails({ event }: { event: Event }) {
  const undoneIn = useUndoneIn(event);
  const ref = refOf(event.stream);
  const never = neverUndone(event.type);
  return (
    <div className="weir-details">
      <Changes changes={event.changes ?? []} kind={ref.kind} at={event.position} />
      <DescriptionList isHorizontal isCompact columnModifier={{ lg: "2Col" }}>
        <Fact term={t("history.why")}>{event.reason ?? t("parts.none")}</Fact>
        <Fact term={t("history.when")}>
          <Time at={event.recordedAt} exact />
        </Fact>
        <Fact term={t("history.actor")}>{event.actor}</Fact>
        <Fact term={t("history.authentication")}>{event.authentication ?? t("parts.none")}</Fact>
        <Fact term={t("history.type")}>{event.type}</Fact>
        <Fact term={t("history.version")}>{event.version}</Fact>
        <Fact term={t("history.correlation")}>
          <CopyText text={event.correlation} />
        </Fact>
        <Fact term={t("history.command")}>
          <CopyText text={event.commandId} />
        </Fact>
        <Fact term={t("history.hash")}>
          <CopyText text={event.hash} />
        </Fact>
      </DescriptionList>
      <div className="weir-links">
        <IfWithin holders={undoneIn}>
          {never ? (
            <span className="weir-subtle">{t(never)}</span>
          ) : (
            <Button variant="secondary" size="sm" component={(props) => <Link {...props} to={`/history/${event.position}/undo`} />}>
              {t("history.undo")}
            </Button>
          )}
        </IfWithin>
        <Link to={`/history/compare?from=${event.position}`}>{t("history.compareNow")}</Link>
        <Link to={`/history?subject=${encodeURIComponent(ref.id)}`}>{t("history.objectHistory")}</Link>
        <a href={`/v1/events?after_position=${event.position - 1}&before=${event.position + 1}`} target="_blank" rel="noreferrer">
          {t("history.raw")}
        </a>
      </div>
    </div>
  );
}
