package io.weir.ledger;

/** What a caller will be told once the transaction that holds it is committed. */
sealed interface Verdict {
  Submission submission();

  void deliver();

  /** The command was decided. */
  record Decided(Submission submission, Outcome outcome) implements Verdict {
    @Override
    public void deliver() {
      submission.caller().complete(outcome);
    }
  }

  /** The command itself failed, and has no part in the transaction. */
  record Failed(Submission submission, Throwable failure) implements Verdict {
    @Override
    public void deliver() {
      submission.caller().completeExceptionally(failure);
    }
  }
}
