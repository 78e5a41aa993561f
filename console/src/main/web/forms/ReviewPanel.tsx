import { Button, ExpandableSection, Skeleton, Title } from "@patternfly/react-core";
import { useEffect, useRef, useState } from "react";
import { Problem, curl, read, type Answer, type Write } from "../api/client";
import { useWrite } from "../api/hooks";
import { Alert } from "../parts/Alert";
import { Changes } from "../parts/Changes";
import { Code } from "../parts/Copy";
import { ProblemView } from "../parts/ProblemView";
import { t } from "../texts";
import { ConflictPanel } from "./ConflictPanel";
import { useDryRun } from "./dryRun";
import { Effects, Warnings } from "./Outcome";
import { differences, isFields } from "../parts/pointer";
import { ReasonBox } from "./ReasonBox";
import { useReason } from "./reasons";
import "./forms.css";

interface Props<T, F> {
  /** What is to be sent; its body is the difference only. */
  write: Write;
  /** What the form had read; absent if something new is created. */
  before?: F;
  /** What the form holds. */
  after: F;
  /** The words of the form for the field at a pointer. */
  label: (pointer: string) => string;
  /** The form's fields of an object as the server has it, to compare with what another person saved. */
  fieldsOf?: (object: T) => F;
  /** What to begin the reason with. */
  why?: string;
  /** What the button says, unless it is Create or Save. */
  action?: string;
  onBack: () => void;
  /** It is saved, and this page is still shown. */
  onSaved: (answer: Answer<T>) => void;
  /** It is saved, whatever is shown by then: the draft is to be forgotten. */
  done?: () => void;
  /** The server refuses a field: the form shows it there. */
  onRefused?: (problem: Problem) => void;
  /** Goes on from what another person saved. */
  onRebased?: (theirs: T, base: F, merged: F) => void;
}

/** The last step of a form: what changes, what comes of it, why, and the command that does the same. */
export function ReviewPanel<T, F>({ write, before, after, label, fieldsOf, why = "", action, onBack, onSaved, done, onRefused, onRebased }: Props<T, F>) {
  const reason = useReason(why);
  const [theirs, setTheirs] = useState<T>();
  const [unread, setUnread] = useState<Problem>();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // the button that led here is gone, and the page may be scrolled to where it was
    panel.current?.focus({ preventScroll: true });
    document.getElementById("content")?.scrollTo?.(0, 0);
  }, []);
  const nothing = before !== undefined && (write.body === undefined || (isFields(write.body) && Object.keys(write.body).length === 0));
  const save = useWrite<T>();
  // what is being saved, or is saved, is not asked about again
  const run = useDryRun(write, !nothing && theirs === undefined && save.isIdle);
  const problem = save.error ?? run.error;
  const conflict = problem?.status === 412;
  const request = { ...write, reason: reason.text.trim() };
  const comparable = before !== undefined && fieldsOf !== undefined;
  const reload = () => {
    setUnread(undefined);
    void read<T>(write.path).then(({ value }) => setTheirs(value), setUnread);
  };
  const anew = () => {
    save.reset();
    onBack();
  };
  const submit = () => {
    const page = window.location.pathname;
    // not by the options of mutate, which are forgotten with this panel
    void save.mutateAsync(request).then(
      (answer) => {
        reason.given();
        done?.();
        if (window.location.pathname === page) onSaved(answer);
      },
      (refusal: Problem) => {
        if (refusal.errors.some(({ pointer }) => pointer !== undefined)) onRefused?.(refusal);
      },
    );
  };

  if (theirs !== undefined && comparable) {
    return (
      <ConflictPanel
        base={before}
        yours={after}
        theirs={fieldsOf(theirs)}
        label={label}
        onBack={onBack}
        onMerged={(merged) => {
          onRebased?.(theirs, fieldsOf(theirs), merged);
          save.reset();
          setTheirs(undefined);
        }}
      />
    );
  }
  // what the server says it would record, or while it refuses to, what the form knows
  const changes = run.data?.changes ?? differences(before ?? {}, after);
  const refused = problem !== null && !conflict;
  const fieldRefused = refused && problem.errors.some(({ pointer }) => pointer !== undefined) && onRefused;
  return (
    <section ref={panel} tabIndex={-1} className="weir-stack" aria-label={t("forms.review")}>
      {nothing && <Alert isInline variant="info" title={t("forms.nothing")} />}
      {run.data?.events.length === 0 && !nothing && <Alert isInline variant="info" title={t("forms.nothingRecorded")} />}
      {conflict && (
        <Alert
          isInline
          variant="warning"
          title={t("forms.conflict")}
          actionLinks={<Button variant="link" isInline onClick={comparable ? reload : anew}>{t(comparable ? "forms.conflictShow" : "forms.conflictAnew")}</Button>}
        />
      )}
      {unread && conflict && <ProblemView problem={unread} again={reload} />}
      {refused && (
        <>
          <ProblemView problem={problem} again={problem.passing ? (save.error ? submit : () => void run.refetch()) : undefined} />
          {fieldRefused && <Button variant="link" isInline onClick={() => onRefused?.(problem)}>{t("forms.toField")}</Button>}
        </>
      )}
      {run.isFetching && run.data === undefined && !nothing ? (
        <Skeleton height="6rem" screenreaderText={t("parts.loading")} />
      ) : (
        <>
          <Warnings warnings={run.data?.warnings} label={label} />
          <Effects effects={run.data?.effects ?? []} />
          {changes.length > 0 && (
            <>
              <Title headingLevel="h2" size="lg">{t("forms.changes")}</Title>
              <Changes changes={changes} words={label} label={t("forms.changes")} />
            </>
          )}
        </>
      )}
      <div className="pf-v6-c-form">
        <ReasonBox value={reason.text} onChange={reason.set} />
      </div>
      <ExpandableSection toggleText={t("forms.command")}>
        <Code text={curl(request)} label={t("forms.command")} />
      </ExpandableSection>
      <div className="weir-buttons">
        <Button variant="secondary" onClick={onBack} isDisabled={save.isPending}>
          {t("parts.back")}
        </Button>
        <Button onClick={submit} isLoading={save.isPending} isDisabled={nothing || save.isPending || conflict}>
          {action ?? t(write.method === "POST" ? "parts.create" : "parts.save")}
        </Button>
      </div>
    </section>
  );
}
