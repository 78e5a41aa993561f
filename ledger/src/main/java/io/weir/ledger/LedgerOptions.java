package io.weir.ledger;

import java.time.Duration;

/**
 * How a {@link Ledger} shares PostgreSQL with others.
 *
 * @param queueCapacity how many commands may wait, at least 1; one more is told that the ledger is
 *     busy
 * @param batchSize how many waiting commands are recorded in one transaction, at least 1
 * @param lockTimeout how long to wait for the head while another process holds it
 * @param commitTimeout after which a transaction that does not answer counts as broken
 * @param resolveTimeout how long to ask what became of a commit whose connection broke
 * @param imageEvery how many events are between two images at least, 1 or more
 * @param pastObjects how many objects the pasts that are remembered have together at most; one past
 *     is remembered in any case
 */
public record LedgerOptions(
    int queueCapacity,
    int batchSize,
    Duration lockTimeout,
    Duration commitTimeout,
    Duration resolveTimeout,
    long imageEvery,
    long pastObjects) {
  private static final long IMAGE_EVERY = 1000;
  private static final long PAST_OBJECTS = 100_000;

  /** What suits a service beside its database. */
  public static final LedgerOptions DEFAULTS =
      new LedgerOptions(
          1000, 64, Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(15));

  public LedgerOptions {
    if (queueCapacity < 1 || batchSize < 1) {
      throw new IllegalArgumentException("queue capacity and batch size must be at least 1");
    }
    if (imageEvery < 1) {
      throw new IllegalArgumentException("images must be at least 1 event apart");
    }
  }

  /** With images as most ledgers have them. */
  public LedgerOptions(
      int queueCapacity,
      int batchSize,
      Duration lockTimeout,
      Duration commitTimeout,
      Duration resolveTimeout) {
    this(
        queueCapacity,
        batchSize,
        lockTimeout,
        commitTimeout,
        resolveTimeout,
        IMAGE_EVERY,
        PAST_OBJECTS);
  }
}
