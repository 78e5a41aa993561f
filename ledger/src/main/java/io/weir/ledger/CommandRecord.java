package io.weir.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an attempt.
 *
 * @param code null if the command was accepted
 * @param position the configuration that contains it, or that refused it
 * @param events how many it wrote; the last stands at {@code position}
 * @param answer what a repeated key is told; null without a key
 */
record CommandRecord(
    Submission submission,
    @Nullable String code,
    List<Refusal> refusals,
    long position,
    int events,
    @Nullable Answer answer) {
  static final String KEY_REUSED = "KEY_REUSED";

  static CommandRecord accepted(Submission submission, long position, int events, Answer answer) {
    boolean keyed = submission.context().idempotency() != null;
    return new CommandRecord(submission, null, List.of(), position, events, keyed ? answer : null);
  }

  static CommandRecord refused(Submission submission, List<Refusal> refusals, long position) {
    String code = refusals.getFirst().code().name();
    return new CommandRecord(submission, code, refusals, position, 0, null);
  }

  static CommandRecord keyReused(Submission submission, long position) {
    return new CommandRecord(submission, KEY_REUSED, List.of(), position, 0, null);
  }
}
