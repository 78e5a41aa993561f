package io.weir.dataplane.forward;

/** How an attempt at one node ended, as far as it decides what to do next. */
sealed interface Outcome {
  /** The head of a response arrived. */
  record Answered(int status) implements Outcome {}

  /** No connection was made: nothing was sent, whatever the method. */
  record NotConnected(String why) implements Outcome {}

  /**
   * The connection broke before a response.
   *
   * @param stale it had served requests before: the node may have closed it before this one came
   */
  record Broken(String why, boolean stale) implements Outcome {}

  /** No response in the time one attempt has. */
  record TimedOut() implements Outcome {}
}
