package io.weir.dataplane.balance;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the traffic of this process has shown of one node of one upstream: the single place where
 * outcomes are counted, so that two routes to a node never disagree about it. Thread-safe.
 */
public final class NodeHealth {
  /** How an attempt can go wrong, in the words of the upstream's health thresholds. */
  public enum Failure {
    /** No connection, or one that broke. */
    TCP,
    /** No answer in time. */
    TIMEOUT
  }

  private final LongAdder answers = new LongAdder();
  private final LongAdder tcpFailures = new LongAdder();
  private final LongAdder timeouts = new LongAdder();
  private final AtomicInteger consecutiveFailures = new AtomicInteger();

  /** The node answered, whatever the status. */
  public void answered() {
    answers.increment();
    if (consecutiveFailures.getPlain() != 0) {
      consecutiveFailures.set(0);
    }
  }

  /** The node did not answer. */
  public void failed(Failure failure) {
    consecutiveFailures.incrementAndGet();
    switch (failure) {
      case TCP -> tcpFailures.increment();
      case TIMEOUT -> timeouts.increment();
    }
  }

  /** How many attempts were answered. */
  public long answers() {
    return answers.sum();
  }

  /** How many attempts failed in this way. */
  public long failures(Failure failure) {
    return switch (failure) {
      case TCP -> tcpFailures.sum();
      case TIMEOUT -> timeouts.sum();
    };
  }

  /** How many attempts failed since the last answer. */
  public int consecutiveFailures() {
    return consecutiveFailures.get();
  }
}
