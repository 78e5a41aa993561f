import { Link } from "./Link";
import { useRead } from "../api/hooks";
import type { Event, Page } from "../api/types";
import { EventSentence } from "../history/EventSentence";
import { useEventNames } from "../history/useEventNames";
import { t } from "../texts";
import { Time } from "./Time";

/** The event at a position, in a line: what it did, who did that, when, and why. */
export function EventAt({ position }: { position: number }) {
  const { data } = useRead<Page<Event>>("/v1/events", { after_position: position - 1, before: position + 1, limit: 1 }, { now: true });
  return data?.items[0] ? <EventLine event={data.items[0]} /> : <EventLink position={position} />;
}

function EventLink({ position }: { position: number }) {
  return <Link to={`/history/${position}`}>{t("parts.event", { position: String(position) })}</Link>;
}

/** An event in a line. */
export function EventLine({ event }: { event: Event }) {
  const names = useEventNames([event]);
  return (
    <span className="weir-event">
      <EventLink position={event.position} />: <EventSentence event={event} names={names} />, <Time at={event.recordedAt} />
      {event.reason && <> – {t("parts.because", { reason: event.reason })}</>}
    </span>
  );
}
