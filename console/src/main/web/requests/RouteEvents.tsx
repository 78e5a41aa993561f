import type { Event, RequestDetails, RouteEvent } from "../api/types";
import { useNewest } from "../frame/live";
import { EventSentence } from "../history/EventSentence";
import { AsItWas } from "../history/Moment";
import { useEvent } from "../history/useEvent";
import { useEventNames } from "../history/useEventNames";
import { Link } from "../parts/Link";
import { Time } from "../parts/Time";
import { t } from "../texts";
import "./requests.css";

const ORDER: RouteEvent["made"][] = ["RELEASE", "UPSTREAM", "NETWORK"];

/** Which events made the route as the request found it: who did what, when and why. */
export function RouteEvents({ details: { position, events = [] } }: { details: RequestDetails }) {
  const newest = useNewest();
  return (
    <div className="weir-stack">
      {position > 0 && (
        <p className="weir-subtle">
          {t("requests.servedAt", { position: String(position) })} {newest > position ? t("requests.since", { n: newest - position }) : t("requests.nothingSince")}
        </p>
      )}
      {events.length === 0 ? (
        <p className="weir-subtle">{t("requests.noEvents")}</p>
      ) : (
        <ul className="weir-route-events" aria-label={t("requests.route")}>
          {[...events]
            .sort((a, b) => ORDER.indexOf(a.made) - ORDER.indexOf(b.made))
            .map((event) => (
              <li key={`${event.made} ${event.position}`}>
                <h3>{t(`requests.made_${event.made}`)}</h3>
                <Made of={event} />
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

function Made({ of }: { of: RouteEvent }) {
  const event = useEvent(of.position).data?.items[0];
  return (
    <>
      <div>
        {event ? <Sentence event={event} /> : <b>{of.actor}</b>}
        {of.reason && <> – {t("parts.because", { reason: of.reason })}</>}
      </div>
      <div className="weir-subtle">
        <Time at={of.at} /> · <Link to={`/history/${of.position}`}>{t("parts.event", { position: String(of.position) })}</Link>
        {event && (
          <>
            {" · "}
            <AsItWas event={event} />
          </>
        )}
      </div>
    </>
  );
}

function Sentence({ event }: { event: Event }) {
  const names = useEventNames([event]);
  return <EventSentence event={event} names={names} />;
}
