package io.weir.dataplane.forward;

/** What follows an attempt. */
sealed interface Decision {
  /** Pass the response on. */
  record Relay() implements Decision {}

  /**
   * Try again at once.
   *
   * @param sameNode on a fresh connection to the same node, which is not counted as a retry; else
   *     on the next node
   */
  record RetryNow(boolean sameNode) implements Decision {}

  /** Answer the client with this failure. */
  record GiveUp(Failure failure) implements Decision {}
}
