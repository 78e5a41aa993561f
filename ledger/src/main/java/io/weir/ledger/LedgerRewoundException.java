package io.weir.ledger;

import io.weir.contracts.log.Chain;

/**
 * The database does not have what was recorded before: it was restored from an older backup, lost
 * commits in a failover, or was founded anew. Nothing was recorded, and nothing is read from it
 * either, until it has the longer history again.
 */
public final class LedgerRewoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long stored;
  private final long recorded;

  private LedgerRewoundException(long stored, long recorded, String message) {
    super(message);
    this.stored = stored;
    this.recorded = recorded;
  }

  /**
   * What the database has is not what somebody has seen.
   *
   * @param stored the end of the database
   * @param seen an event that was recorded
   * @param where who has it, such as {@code the topic}
   */
  static LedgerRewoundException of(Chain stored, Chain seen, String where) {
    String words =
        stored.ledgerId().equals(seen.ledgerId()) && stored.position() < seen.position()
            ? "the ledger's database ends with event %d, but event %d was recorded, %s has it: the"
                + " database was restored from an older backup, or lost commits"
            : "the ledger's database ends with event %d of another history than the one of which"
                + " %3$s has event %2$d: it was founded anew, or written after it was restored";
    return new LedgerRewoundException(
        stored.position(),
        seen.position(),
        words.formatted(stored.position(), seen.position(), where));
  }

  /** The position of the last event in the database. */
  public long stored() {
    return stored;
  }

  /** The position of an event that was recorded and is not in the database. */
  public long recorded() {
    return recorded;
  }
}
