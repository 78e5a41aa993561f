package io.weir.dataplane.exchange;

/** What follows an attempt. */
sealed interface Decision {
  /** Pass the response on. */
  record Relay() implements Decision {}

  /** Try the next node, as far as retries and budget allow. */
  record Retry() implements Decision {}

  /** Try the same node on a fresh connection, which is not counted as a retry. */
  record Again() implements Decision {}

  /** Answer the client with this failure. */
  record GiveUp(Failure failure) implements Decision {}
}
