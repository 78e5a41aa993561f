package io.weir.dataplane.balance;

import io.weir.dataplane.balance.NodeHealth.Failure;

/** Failures in a row by kind; only of nodes that have some. Guarded by its {@link NodeHealth}. */
final class Streaks {
  private int tcp;
  private int timeouts;
  private int http;

  /** Counts one more and says how many of its kind there are. */
  int add(Failure failure) {
    return switch (failure) {
      case TCP -> ++tcp;
      case TIMEOUT -> ++timeouts;
      case HTTP -> ++http;
    };
  }

  int sum() {
    return tcp + timeouts + http;
  }
}
