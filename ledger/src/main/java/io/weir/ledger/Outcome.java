package io.weir.ledger;

import java.util.List;

/** How a command ended. */
public sealed interface Outcome {
  /**
   * The command is recorded.
   *
   * @param position from which on the configuration contains it
   * @param repeated whether this is the answer of an earlier request with the same key
   */
  record Committed(Answer answer, long position, boolean repeated) implements Outcome {}

  /**
   * Rules stand against the command; nothing but the attempt is recorded, and its key is free.
   *
   * @param position of the configuration it was decided against
   */
  record Refused(List<Refusal> refusals, long position) implements Outcome {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }

  /** The idempotency key belongs to another request. */
  record KeyReused() implements Outcome {}
}
