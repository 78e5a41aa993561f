// The last reasons that were given in this browser, newest first, to be offered again; and the one that is being typed.
import { useState } from "react";
import { useLocation } from "react-router";

const STORED = "weir.reasons";
const KEPT = 5;

export function lastReasons(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? "[]");
    return Array.isArray(stored) ? stored.filter((reason) => typeof reason === "string") : [];
  } catch {
    return [];
  }
}

/** As when a person logs out: what he gave is not offered to the next. */
export function forgetReasons(): void {
  localStorage.removeItem(STORED);
}

export function rememberReason(reason: string): void {
  if (reason.trim() === "") return;
  localStorage.setItem(STORED, JSON.stringify([reason, ...lastReasons().filter((other) => other !== reason)].slice(0, KEPT)));
}

const typedOn = (pathname: string) => `weir.reason.${pathname}`;

/** Forgets the reason that was typed on a page, as when the form there is thrown away. */
export function forgetReason(pathname: string): void {
  sessionStorage.removeItem(typedOn(pathname));
}

export interface Reason {
  /** As it is typed. */
  text: string;
  set: (text: string) => void;
  /** It was given: it is offered from now on, and typed no more. */
  given: () => void;
}

/** The reason that is typed on this page, kept beside the draft of its form: across steps and reloads. */
export function useReason(first = ""): Reason {
  const { pathname } = useLocation();
  const [text, setText] = useState(() => sessionStorage.getItem(typedOn(pathname)) ?? first);
  return {
    text,
    set: (typed) => {
      setText(typed);
      if (typed === first) forgetReason(pathname);
      else sessionStorage.setItem(typedOn(pathname), typed);
    },
    given: () => {
      rememberReason(text.trim());
      forgetReason(pathname);
    },
  };
}
