package io.weir.acceptance.chaos.history;

import org.jspecify.annotations.Nullable;

/**
 * What one client asked for, from the first attempt to the last answer.
 *
 * @param id given with each attempt as its reason, and so in the events it leads to
 * @param subject the object it is about, or of a repeat the operation that is repeated
 * @param argument what is written; of a list the position that it has to know
 * @param expected of a swap, what was read before
 * @param invoked {@link System#nanoTime} before the first attempt
 * @param completed after the last answer; {@link Long#MAX_VALUE} without one
 * @param position {@code Weir-Position} of the answer, -1 without one
 * @param value what was read
 * @param status of the answer, 0 without one
 */
public record Operation(
    String id,
    String client,
    Kind kind,
    String subject,
    @Nullable String argument,
    @Nullable String expected,
    long invoked,
    long completed,
    Outcome outcome,
    long position,
    @Nullable String value,
    int status) {

  /** One that has no answer yet. */
  public static Operation begun(
      String id,
      String client,
      Kind kind,
      String subject,
      @Nullable String argument,
      @Nullable String expected,
      long invoked) {
    return new Operation(
        id,
        client,
        kind,
        subject,
        argument,
        expected,
        invoked,
        Long.MAX_VALUE,
        Outcome.UNKNOWN,
        -1,
        null,
        0);
  }

  /** With its answer. */
  public Operation ended(
      Outcome became, long when, long answeredPosition, @Nullable String read, int answered) {
    return new Operation(
        id,
        client,
        kind,
        subject,
        argument,
        expected,
        invoked,
        became == Outcome.UNKNOWN ? Long.MAX_VALUE : when,
        became,
        answeredPosition,
        read,
        answered);
  }

  /** Whether it was acknowledged. */
  public boolean done() {
    return outcome == Outcome.DONE;
  }

  @Override
  public String toString() {
    return "%s (%s %s%s%s: %s%s%s)"
        .formatted(
            id,
            kind,
            subject,
            argument == null ? "" : " := " + argument,
            expected == null ? "" : " if " + expected,
            outcome,
            position < 0 ? "" : " at " + position,
            value == null ? "" : " = " + value);
  }
}
