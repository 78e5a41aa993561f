import { List, ListItem } from "@patternfly/react-core";
import { Link } from "./Link";
import { useList } from "../api/hooks";
import type { Params } from "../api/client";
import type { Event } from "../api/types";
import { useAt } from "../frame/at";
import { EventSentence } from "../history/EventSentence";
import { useEventNames } from "../history/useEventNames";
import { t } from "../texts";
import { Loaded } from "./Loaded";
import { Time } from "./Time";

interface Props {
  /** The list of events, such as /v1/events. */
  path: string;
  params?: Params;
  /** Where all of them are. */
  more: string;
  limit?: number;
}

/** The last events of a list, as sentences. */
export function LastEvents({ path, params, more, limit = 8 }: Props) {
  const at = useAt();
  // of the past, what had happened by then
  const until = at === undefined ? {} : /^\d+$/.test(at) ? { before: Number(at) + 1 } : { until: at };
  const events = useList<Event>(path, { ...params, ...until, limit }, { now: true });
  const names = useEventNames(events.data?.items ?? []);
  return (
    <Loaded query={events}>
      {({ items }) => (
        <>
          <List isPlain className="weir-last-events">
            {items.map((event) => (
              <ListItem key={event.position}>
                <EventSentence event={event} names={names} /> <span className="weir-when"><Time at={event.recordedAt} /></span>
              </ListItem>
            ))}
          </List>
          <Link to={more}>{t("parts.allEvents")}</Link>
        </>
      )}
    </Loaded>
  );
}
