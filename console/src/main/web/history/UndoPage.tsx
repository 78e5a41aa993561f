import { Alert, EmptyState, PageSection } from "@patternfly/react-core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { read, type Problem } from "../api/client";
import { useRead } from "../api/hooks";
import type { Event } from "../api/types";
import { ReviewPanel } from "../forms/ReviewPanel";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { ProblemView } from "../parts/ProblemView";
import { fieldLabel } from "../parts/fields";
import { Writable } from "../parts/Writable";
import { t } from "../texts";
import { EventSentence } from "./EventSentence";
import { needs, ofMerged, overwritten, putBack, undo } from "./undo";
import { useEvent } from "./useEvent";
import { useEventNames } from "./useEventNames";
import { refOf } from "../parts/objects";

type Json = Record<string, unknown>;

/** Undoes an event by a change that goes forward, after it was reviewed. */
export function UndoPage() {
  const position = Number(useParams().position);
  const query = useEvent(position);
  return (
    <>
      <PageTitle title={t("history.undoTitle", { position: String(position) })} above={[{ text: t("history.title"), to: "/history" }, { text: t("history.event", { position: String(position) }), to: `/history/${position}` }]} />
      <PageSection hasBodyWrapper={false}>
        <Writable>
          <Loaded query={query}>
            {({ items }) => (items[0] ? <Review event={items[0]} /> : <EmptyState titleText={t("history.noEvent", { position: String(position) })} headingLevel="h2" />)}
          </Loaded>
        </Writable>
      </PageSection>
    </>
  );
}

function Review({ event }: { event: Event }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const names = useEventNames([event]);
  // what is reviewed stays what it is, whatever happens meanwhile; the server refuses it if it was changed
  const [reviewed, setReviewed] = useState<{ now?: Json; before?: Json; seen?: number; merged?: Json }>();
  const asked = needs(event);
  const now = useRead<Json>(asked.now ?? "", {}, { enabled: asked.now !== undefined && !reviewed });
  const before = useRead<Json>(asked.before ?? "", { at: event.position - 1 }, { enabled: asked.before !== undefined && event.position > 1 });
  const versioned = useQuery<number | null, Problem>({
    queryKey: ["version", asked.version],
    queryFn: async ({ signal }) => (await read(asked.version!, undefined, signal)).version ?? null,
    enabled: asked.version !== undefined && !reviewed,
  });
  const gone = now.error?.status === 404;
  const problem = (gone ? null : now.error) ?? (before.error?.status === 404 ? null : before.error) ?? (versioned.error?.status === 404 ? null : versioned.error);
  if (problem && !reviewed) return <ProblemView problem={problem} again={() => void queries.invalidateQueries()} />;
  if (!reviewed && ((asked.now && (now.isPending || now.isFetching) && !gone) || (asked.before && event.position > 1 && before.isPending) || (asked.version && (versioned.isPending || (versioned.isFetching && !versioned.error))))) return null;
  const found = reviewed ?? { now: gone ? undefined : now.data, before: before.data, seen: versioned.data ?? undefined };
  if (!reviewed) setReviewed(found);
  const verdict = undo(event, found);
  const sentence = (
    <p>
      <EventSentence event={event} names={names} />
    </p>
  );
  if ("refused" in verdict) {
    return (
      <>
        {sentence}
        <Alert isInline variant="info" title={t(verdict.refused)} />
      </>
    );
  }
  const { note } = verdict;
  const { merged } = found;
  const write = merged && found.now ? ofMerged(verdict.write, found.now, merged) : verdict.write;
  const patched = write.method === "PATCH" ? (write.body as Json) : undefined;
  const parts = (content: Json) => Object.fromEntries(Object.keys(merged ?? patched ?? {}).map((name) => [name, content[name]]));
  return (
    <div className="weir-details">
      {sentence}
      {note && <Alert isInline variant="warning" title={t(note)} />}
      {patched && found.now && overwritten(event, found.now) && <Alert isInline variant="warning" title={t("history.undoOverwritten")} />}
      <ReviewPanel<unknown, Json>
        write={write}
        before={patched && found.now ? parts(found.now) : undefined}
        after={merged ?? (patched && found.now ? parts(putBack(found.now, event.changes)) : ((write.body ?? {}) as Json))}
        label={(pointer) => fieldLabel(pointer, refOf(event.stream).kind)}
        why={t("history.undoOf", { position: String(event.position) })}
        action={t("history.undoDo")}
        onBack={() => void navigate(-1)}
        fieldsOf={(theirs) => parts(theirs as Json)}
        onAnew={() => {
          void queries.invalidateQueries();
          setReviewed(undefined);
        }}
        onRebased={(theirs, _base, chosen) => setReviewed({ ...found, now: theirs as Json, merged: chosen })}
        onSaved={(answer) => void navigate(answer.position ? `/history/${answer.position}` : "/history")}
      />
    </div>
  );
}
