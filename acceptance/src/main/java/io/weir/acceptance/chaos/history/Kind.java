package io.weir.acceptance.chaos.history;

/** What a client does. */
public enum Kind {
  /** Reads a register: a single object, which is answered from the ledger. */
  READ,
  /** Writes a register, whatever it holds. */
  WRITE,
  /** Writes a register if it still is as it was read ({@code If-Match}). */
  SWAP,
  /** Creates an object. */
  CREATE,
  /** Changes something that is no register. */
  CHANGE,
  /** Deletes an object. */
  DELETE,
  /** Sends what has to be refused. */
  REFUSABLE,
  /** Sends an acknowledged write once more, with its key. */
  REPEAT,
  /** Reads a list: from the read model, which is behind the ledger. */
  LIST;

  /** Whether it is to leave an event. */
  public boolean writes() {
    return switch (this) {
      case WRITE, SWAP, CREATE, CHANGE, DELETE, REFUSABLE -> true;
      case READ, REPEAT, LIST -> false;
    };
  }
}
