package io.weir.dataplane.exchange;

import io.weir.dataplane.http.NodeFailure;

/** How an attempt at one node ended, as far as it decides what to do next. */
sealed interface Outcome {
  /** Whether a node may have had work with it. */
  boolean reachedNode();

  /** The head of a response arrived. */
  record Answered(int status) implements Outcome {
    @Override
    public boolean reachedNode() {
      return true;
    }
  }

  /**
   * No response arrived, and none will.
   *
   * @param stale whether the connection was lost that had served requests before: the node may have
   *     closed it before this one came
   */
  record Failed(NodeFailure kind, boolean stale) implements Outcome {
    @Override
    public boolean reachedNode() {
      return switch (kind) {
        case NOT_CONNECTED, NO_RESOURCES, OVERLOADED, UNPROCESSED, STREAM_REFUSED, HEAD_TOO_LARGE ->
            false;
        case CONNECTION_LOST, STREAM_RESET, MALFORMED -> true;
      };
    }
  }

  /** No response in the time one attempt has. */
  record TimedOut() implements Outcome {
    @Override
    public boolean reachedNode() {
      return true;
    }
  }
}
