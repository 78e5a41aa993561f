package io.weir.acceptance.chaos.history;

/** What a client knows of what it asked for. */
public enum Outcome {
  /** It was answered with success. */
  DONE,
  /** The only attempt, or each, was refused. */
  REFUSED,
  /** It may have been done, or be done later, or never. */
  UNKNOWN
}
