package io.weir.rest;

/**
 * How much of the ledger an answer must know of.
 *
 * @param position the least position; 0 accepts anything
 * @param waitMillis how long to wait for it
 */
public record Freshness(long position, long waitMillis) {
  /**
   * Checks an answer made from the ledger's own image, which nothing can be fresher than.
   *
   * @throws ProblemException 503 POSITION_NOT_REACHED if the ledger itself has not got that far
   */
  public void check(long position) {
    if (position < this.position) {
      throw notReached(position);
    }
  }

  ProblemException notReached(long position) {
    return ProblemException.retryLater(
            ProblemCode.POSITION_NOT_REACHED,
            "position %d was asked for, %d is reached".formatted(this.position, position),
            1)
        .at(position);
  }
}
