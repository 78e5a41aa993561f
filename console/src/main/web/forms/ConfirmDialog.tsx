import { Button, Form, FormGroup, Modal, ModalBody, ModalFooter, ModalHeader, Skeleton, TextInput } from "@patternfly/react-core";
import { useId, useState, type ReactNode } from "react";
import type { Answer, Problem, Write } from "../api/client";
import { useWrite } from "../api/hooks";
import { Alert } from "../parts/Alert";
import { Changes } from "../parts/Changes";
import { ProblemView } from "../parts/ProblemView";
import { t } from "../texts";
import { hitsTraffic, useDryRun } from "./dryRun";
import { Effects, Warnings } from "./Outcome";
import { ReasonBox } from "./ReasonBox";
import { rememberReason } from "./reasons";
import "./forms.css";

interface Props<T> {
  title: string;
  write: Write;
  /** What the button says. */
  action: string;
  /** What is to be typed if requests would notice it. */
  name: string;
  /** Whether requests notice it, or what is as dangerous, where the caller knows better than a dry run tells. */
  traffic?: boolean;
  children?: ReactNode;
  /** What came since it was opened, which it does not go by: it is confirmed only after `take`, if there is anything to take. */
  meanwhile?: { text: string; take?: () => void };
  /** The words for the field at a pointer. */
  label?: (pointer: string) => string;
  onClose: () => void;
  onDone: (answer: Answer<T>) => void;
  /** It is refused, now or beforehand; without this the refusal is shown here. */
  onRefused?: (problem: Problem) => void;
}

/** Before something dangerous: what will change, why it is done, and its name typed where traffic is hit. */
export function ConfirmDialog<T>({ title, write, action, name, traffic, children, meanwhile: news, label = (pointer) => pointer, onClose, onDone, onRefused }: Props<T>) {
  const id = useId();
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const send = useWrite<T>();
  // what comes while it is done is what was done
  const meanwhile = send.isPending || send.isSuccess ? undefined : news;
  // what is done is not asked about again, nor is what has to be taken anew
  const run = useDryRun(write, !send.isPending && !send.isSuccess && meanwhile === undefined);
  // what cannot be told beforehand may be dangerous
  const asksName = traffic ?? (run.isError || hitsTraffic(run.data));
  const refused = send.error ?? run.error;
  const problem = meanwhile && refused?.status === 412 ? undefined : refused;
  const submit = () =>
    send.mutate(
      { ...write, reason: reason.trim() },
      {
        onSuccess: (answer) => {
          rememberReason(reason.trim());
          onDone(answer);
        },
        onError: (refusal) => onRefused?.(refusal),
      },
    );
  const ready = reason.trim() !== "" && (!asksName || typed === name) && !send.isPending && !run.isLoading && meanwhile === undefined;
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby={`${id}-title`} elementToFocus={`[id="${id}-cancel"]`}>
      <ModalHeader title={title} titleIconVariant="warning" labelId={`${id}-title`} />
      <ModalBody>
        <div className="weir-stack">
          {meanwhile && (
            <Alert
              isInline
              isLiveRegion
              variant="warning"
              title={meanwhile.text}
              actionLinks={
                meanwhile.take && (
                  <Button
                    variant="link"
                    isInline
                    onClick={() => {
                      send.reset();
                      meanwhile.take?.();
                    }}
                  >
                    {t("forms.conflictAnew")}
                  </Button>
                )
              }
            />
          )}
          {children}
          {problem && <ProblemView problem={problem} />}
          {run.isLoading ? (
            <Skeleton height="4rem" screenreaderText={t("parts.loading")} />
          ) : (
            <>
              <Effects effects={run.data?.effects ?? []} />
              <Warnings warnings={run.data?.warnings} label={label} />
              {write.method !== "DELETE" && run.data && run.data.changes.length > 0 && <Changes changes={run.data.changes} words={label} label={t("forms.changes")} />}
            </>
          )}
          <Form
            id={`${id}-form`}
            onSubmit={(event) => {
              event.preventDefault();
              if (ready) submit();
            }}
          >
            <ReasonBox value={reason} onChange={setReason} required />
            {asksName && (
              <FormGroup label={t("forms.typeName", { name })} fieldId={`${id}-name`} isRequired>
                <TextInput id={`${id}-name`} value={typed} isRequired autoComplete="off" spellCheck={false} onChange={(_event, text) => setTyped(text)} />
              </FormGroup>
            )}
          </Form>
        </div>
      </ModalBody>
      <ModalFooter>
        <Button variant="danger" type="submit" form={`${id}-form`} isDisabled={!ready} isLoading={send.isPending}>
          {action}
        </Button>
        <Button id={`${id}-cancel`} variant="link" onClick={onClose}>
          {t("parts.cancel")}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
