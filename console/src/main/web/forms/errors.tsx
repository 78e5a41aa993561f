import { Button, List, ListItem } from "@patternfly/react-core";
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { Problem } from "../api/client";
import type { Violation } from "../api/types";
import { Alert } from "../parts/Alert";
import { ProblemView } from "../parts/ProblemView";
import { t } from "../texts";
import { at, equal } from "../parts/pointer";

const Errors = createContext<Violation[]>([]);

/** What is wrong with the field at a pointer, or undefined. */
export function useFieldError(pointer: string | undefined): string | undefined {
  const errors = useContext(Errors).filter((error) => pointer !== undefined && error.pointer === pointer);
  return errors.length === 0 ? undefined : errors.map(({ detail }) => detail).join(" ");
}

/** Whether anything at or below one of the pointers is wrong, so that what is folded opens. */
export function useErrorsBelow(...pointers: string[]): boolean {
  return useContext(Errors).some(({ pointer = "" }) => pointers.some((prefix) => pointer === prefix || pointer.startsWith(`${prefix}/`)));
}

/** The id of the field at a pointer: where the focus goes. */
export function fieldId(pointer: string): string {
  return `field${pointer.replace(/[^A-Za-z0-9]+/g, "-")}`;
}

export interface FormErrors {
  errors: Violation[];
  problem?: Problem;
  /** Whether there is anything wrong to tell. */
  failed: boolean;
  /** How often it was tried to go on, by the form's own rules or by the server. */
  attempts: number;
  /** Tells all that is wrong by the form's own rules; returns whether nothing is. */
  check: () => boolean;
  /** The server has refused what was sent. */
  refuse: (problem: Problem) => void;
  clear: () => void;
}

/** What is wrong with the values of a form: by its own rules once it was tried to go on, and by the server until the field in question changes. */
export function useFormErrors<T>(values: T, rules: (values: T) => Violation[]): FormErrors {
  const [tried, setTried] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [refusal, setRefusal] = useState<{ problem: Problem; values: T }>();
  const own = useMemo(() => (tried ? rules(values) : []), [tried, rules, values]);
  const servers = refusal?.problem.errors.filter(({ pointer = "" }) => equal(at(values, pointer), at(refusal.values, pointer))) ?? [];
  const known = new Set(own.map(({ pointer }) => pointer));
  const errors = [...own, ...servers.filter(({ pointer }) => !known.has(pointer))];
  const told = refusal !== undefined && (servers.length > 0 || refusal.problem.errors.length === 0);
  return {
    errors,
    problem: told ? refusal.problem : undefined,
    failed: errors.length > 0 || told,
    attempts,
    check: () => {
      setAttempts((before) => before + 1);
      setTried(true);
      setRefusal(undefined);
      return rules(values).length === 0;
    },
    refuse: useCallback(
      (problem: Problem) => {
        setAttempts((before) => before + 1);
        setRefusal({ problem, values });
      },
      [values],
    ),
    clear: () => {
      setTried(false);
      setRefusal(undefined);
    },
  };
}

interface Props {
  form: FormErrors;
  /** The words of the form for the field at a pointer. */
  label: (pointer: string) => string;
  /** Brings the field at a pointer into view before it gets the focus, where it may not be drawn. */
  reveal?: (pointer: string) => void;
  children: ReactNode;
}

/** Around the fields of a form: a summary of all that is wrong, whose entries lead to the fields. The first gets the focus whenever the number of attempts grows. */
export function FormErrorsAround({ form, label, reveal, children }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  const { errors, problem, failed, attempts } = form;
  const go = (pointer: string) => {
    reveal?.(pointer);
    // what was folded, or was scrolled out of a virtual list, is drawn by then
    setTimeout(() => document.getElementById(fieldId(pointer))?.focus(), 50);
  };
  useEffect(() => {
    if (!failed) return;
    const first = errors.find(({ pointer }) => pointer !== undefined)?.pointer;
    if (first !== undefined) go(first);
    else summary.current?.scrollIntoView?.({ block: "center" });
    // each time that it was tried, and never while somebody types
  }, [attempts]);
  return (
    <Errors value={errors}>
      <div ref={summary} role="alert">
        {problem && problem.errors.length === 0 && <ProblemView problem={problem} />}
        {errors.length > 0 && (
          <Alert isInline variant="danger" title={t("forms.wrong", { n: errors.length })}>
            <List isPlain>
              {errors.slice(0, 10).map(({ pointer, detail }, index) => (
                <ListItem key={index}>
                  {pointer === undefined ? (
                    detail
                  ) : (
                    <Button variant="link" isInline onClick={() => go(pointer)}>
                      {label(pointer)}: {detail}
                    </Button>
                  )}
                </ListItem>
              ))}
              {errors.length > 10 && <ListItem>{t("forms.more", { n: errors.length - 10 })}</ListItem>}
            </List>
          </Alert>
        )}
      </div>
      {children}
    </Errors>
  );
}
