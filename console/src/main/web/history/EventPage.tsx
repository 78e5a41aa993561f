import { EmptyState, PageSection } from "@patternfly/react-core";
import { useParams } from "react-router";
import { Link } from "../parts/Link";
import type { Event } from "../api/types";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { t } from "../texts";
import { EventDetails } from "./EventDetails";
import { EventSentence } from "./EventSentence";
import { AsItWas } from "./Moment";
import { useEvent } from "./useEvent";
import { useEventNames } from "./useEventNames";

/** One event, with everything it says. */
export function EventPage() {
  const position = Number(useParams().position);
  const query = useEvent(position);
  const event = query.data?.items[0];
  return (
    <>
      <PageTitle
        title={t("history.event", { position: String(position) })}
        above={[{ text: t("history.title"), to: "/history" }]}
        facts={event && <Sentence event={event} />}
        actions={event && <AsItWas event={event} />}
      />
      <PageSection hasBodyWrapper={false}>
        <Loaded query={query}>
          {(page) =>
            event ? (
              <>
                <EventDetails event={event} />
                <nav className="weir-links" aria-label={t("history.timeline")}>
                  {position > 1 && <Link to={`/history/${position - 1}`}>{t("history.earlier")}</Link>}
                  {position < page.position && <Link to={`/history/${position + 1}`}>{t("history.next")}</Link>}
                </nav>
              </>
            ) : (
              <EmptyState titleText={t("history.noEvent", { position: String(position) })} headingLevel="h2" />
            )
          }
        </Loaded>
      </PageSection>
    </>
  );
}

function Sentence({ event }: { event: Event }) {
  const names = useEventNames([event]);
  return <EventSentence event={event} names={names} />;
}
