package io.weir.contracts.log;

/** What can keep a reader of the ledger from the next event. */
public enum FaultKind {
  /** A record that is no event of any ledger. */
  FOREIGN(false, false),
  /** Events before it are missing. */
  GAP(false, true),
  /** It continues, or contradicts, another history than the one read so far. */
  ANOTHER_HISTORY(false, true),
  /** It is not what it was when it was recorded. */
  ALTERED(false, true),
  /** Its command is not whole: the first event of it is missing, or two commands are mixed. */
  CUT(true, true),
  /** Its type or its data is none that this version knows. */
  UNKNOWN(true, false),
  /** It changes what is not there, or creates what is. */
  UNFIT(true, false);

  private final boolean proven;
  private final boolean rereadMayHelp;

  FaultKind(boolean proven, boolean rereadMayHelp) {
    this.proven = proven;
    this.rereadMayHelp = rereadMayHelp;
  }

  /** Whether the hash proves what the event says of itself, such as its actor. */
  public boolean proven() {
    return proven;
  }

  /**
   * Whether reading the topic again from its beginning may resolve it: a topic that was created
   * anew has other offsets, which looks like a broken chain.
   */
  public boolean rereadMayHelp() {
    return rereadMayHelp;
  }
}
