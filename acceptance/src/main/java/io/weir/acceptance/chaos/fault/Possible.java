package io.weir.acceptance.chaos.fault;

/**
 * Faults that not every machine lets be done.
 *
 * @param fullDisks whether PostgreSQL and Kafka are each on a disk of its own, which may be full
 * @param wrongClocks whether each process has a clock of its own
 */
public record Possible(boolean fullDisks, boolean wrongClocks) {
  /** All of them. */
  public static final Possible ALL = new Possible(true, true);
}
