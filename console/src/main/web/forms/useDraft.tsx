import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from "@patternfly/react-core";
import { useCallback, useEffect, useRef, useState } from "react";
import { useBlocker, useLocation } from "react-router";
import { t } from "../texts";
import { equal, withAt } from "../parts/pointer";
import { forgetReason } from "./reasons";

interface Stored<T> {
  /** What was read when the first change was typed. */
  base: T;
  /** The version of it. */
  version?: number;
  values: T;
}

export interface Draft<T> extends Stored<T> {
  /** Sets the value at a JSON pointer. */
  set: (pointer: string, value: unknown) => void;
  change: (how: (values: T) => T) => void;
  dirty: boolean;
  /** It was typed before this page was loaded, or before it was left. */
  restored: boolean;
  /** Somebody else has saved a newer version since. */
  outdated: boolean;
  /** Goes on from a newer version. */
  rebase: (base: T, version: number | undefined, values: T) => void;
  /** Throws away what was typed. */
  reset: () => void;
  /** It is saved: forgets it, and leaving asks no more. */
  done: () => void;
  /** To be drawn: asks when the page is left. */
  leaving: React.ReactNode;
}

const DRAFT = "weir.draft.";

const stored = <T,>(key: string): Stored<T> | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
};

/** Throws away all drafts, as when a person logs out. */
export function forgetDrafts(): void {
  Object.keys(sessionStorage).filter((key) => key.startsWith(DRAFT)).forEach((key) => sessionStorage.removeItem(key));
}

/** What a form holds, kept until it is saved or thrown away: across reloads, and across leaving the page if one wants that. */
export function useDraft<T>(name: string, initial: T, version?: number): Draft<T> {
  const key = `${DRAFT}${name}`;
  const { pathname } = useLocation();
  const [state, setState] = useState<Stored<T>>(() => stored<T>(key) ?? { base: initial, version, values: initial });
  const [restored, setRestored] = useState(() => sessionStorage.getItem(key) !== null);
  const free = useRef(false);
  const dirty = !equal(state.base, state.values);

  // what nobody has typed into follows what is read
  const current = dirty || (state.version === version && equal(state.base, initial)) ? state : { base: initial, version, values: initial };
  if (current !== state) setState(current);

  useEffect(() => {
    if (free.current) return;
    if (dirty) sessionStorage.setItem(key, JSON.stringify(state));
    else sessionStorage.removeItem(key);
  }, [key, dirty, state]);

  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && !free.current && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!free.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);

  const forget = () => {
    free.current = true;
    sessionStorage.removeItem(key);
    forgetReason(pathname);
  };
  const change = useCallback((how: (values: T) => T) => setState((before) => ({ ...before, values: how(before.values) })), []);
  return {
    ...current,
    set: useCallback((pointer: string, value: unknown) => change((values) => withAt(values, pointer, value)), [change]),
    change,
    dirty,
    restored: restored && dirty,
    outdated: dirty && version !== undefined && state.version !== undefined && version > state.version,
    rebase: (base, newer, values) => setState({ base, version: newer, values }),
    reset: () => {
      setRestored(false);
      forgetReason(pathname);
      setState({ base: initial, version, values: initial });
    },
    done: forget,
    leaving: blocker.state === "blocked" && (
      <Modal isOpen variant="small" aria-labelledby="leaving-title" aria-describedby="leaving-body" onClose={() => blocker.reset()}>
        <ModalHeader title={t("forms.leaveTitle")} titleIconVariant="warning" labelId="leaving-title" />
        <ModalBody id="leaving-body">{t("forms.leaveBody")}</ModalBody>
        <ModalFooter>
          <Button onClick={() => blocker.reset()}>{t("forms.stay")}</Button>
          <Button variant="secondary" onClick={() => blocker.proceed()}>
            {t("forms.leaveKeep")}
          </Button>
          <Button
            variant="link"
            isDanger
            onClick={() => {
              forget();
              blocker.proceed();
            }}
          >
            {t("forms.discard")}
          </Button>
        </ModalFooter>
      </Modal>
    ),
  };
}
