import { EmptyState, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { Problem, Write } from "../api/client";
import type { Event } from "../api/types";
import { useDryRun } from "../forms/dryRun";
import { ReviewPanel } from "../forms/ReviewPanel";
import { Alert } from "../parts/Alert";
import { Changes } from "../parts/Changes";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { ProblemView } from "../parts/ProblemView";
import { fieldLabel } from "../parts/fields";
import { refOf } from "../parts/objects";
import { Place } from "../parts/session";
import { Writable } from "../parts/Writable";
import { t, type TextKey } from "../texts";
import { EventSentence } from "./EventSentence";
import { neverUndone } from "./neverUndone";
import { useEvent } from "./useEvent";
import { useEventNames } from "./useEventNames";
import { useUndoneIn } from "./useUndoneIn";

/** Undoes an event by a change that goes forward, after it was reviewed. */
export function UndoPage() {
  const position = Number(useParams().position);
  const query = useEvent(position);
  const undoneIn = useUndoneIn(query.data?.items[0]);
  return (
    <>
      <PageTitle title={t("history.undoTitle", { position: String(position) })} above={[{ text: t("history.title"), to: "/history" }, { text: t("history.event", { position: String(position) }), to: `/history/${position}` }]} />
      <PageSection hasBodyWrapper={false}>
        <Place value={undoneIn}>
          <Writable>
            <Loaded query={query}>
              {({ items }) => (items[0] ? <Undo event={items[0]} /> : <EmptyState titleText={t("history.noEvent", { position: String(position) })} headingLevel="h2" />)}
            </Loaded>
          </Writable>
        </Place>
      </PageSection>
    </>
  );
}

/** What the person should know besides. */
function noteOf(type: string): TextKey | undefined {
  return !/\.deleted\.v\d+$/.test(type) ? undefined : type.startsWith("service.") ? "history.undoServiceAlone" : "history.undoNewId";
}

function Undo({ event }: { event: Event }) {
  const names = useEventNames([event]);
  const revert: Write = { method: "POST", path: `/v1/events/${event.position}/revert` };
  // what is reviewed stays what it is, whatever happens meanwhile; the server refuses it if it was changed
  const [reviewed, setReviewed] = useState(false);
  const never = neverUndone(event.type);
  const run = useDryRun(revert, !reviewed && never === undefined);
  if (!reviewed && run.isFetching) return null;
  if (!reviewed && run.data && run.data.events.length > 0) setReviewed(true);
  return (
    <div className="weir-details">
      <p>
        <EventSentence event={event} names={names} />
      </p>
      {never ? <Alert isInline variant="info" title={t(never)} /> : reviewed ? <Review event={event} revert={revert} /> : run.error ? <Refused event={event} problem={run.error} again={() => void run.refetch()} /> : <Alert isInline variant="info" title={t("history.undoAlready")} />}
    </div>
  );
}

function Refused({ event, problem, again }: { event: Event; problem: Problem; again: () => void }) {
  if (problem.status === 404) return <Alert isInline variant="info" title={t("history.undoGone")} />;
  if (problem.code !== "CHANGED_SINCE") return <ProblemView problem={problem} again={problem.passing ? again : undefined} />;
  const since = problem.errors.map(({ pointer, to, now }) => ({ pointer: pointer ?? "", from: to, to: now }));
  return (
    <>
      <Alert isInline variant="warning" title={t("history.undoOverwritten")} />
      <Changes changes={since} kind={refOf(event.stream).kind} label={t("history.undoSince")} />
    </>
  );
}

function Review({ event, revert }: { event: Event; revert: Write }) {
  const navigate = useNavigate();
  const note = noteOf(event.type);
  return (
    <>
      {note && <Alert isInline variant="warning" title={t(note)} />}
      <ReviewPanel<unknown, object>
        write={revert}
        after={{}}
        label={(pointer) => fieldLabel(pointer, refOf(event.stream).kind)}
        why={t("history.undoOf", { position: String(event.position) })}
        action={t("history.undoDo")}
        onBack={() => void navigate(-1)}
        onSaved={(answer) => void navigate(answer.position ? `/history/${answer.position}` : "/history")}
      />
    </>
  );
}
