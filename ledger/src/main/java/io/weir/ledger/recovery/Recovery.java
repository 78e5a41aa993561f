package io.weir.ledger.recovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was put back, or would be.
 *
 * @param before the position of the last event in the database before
 * @param after the same afterwards
 * @param topic the position of the last event of the topic
 * @param commands how many commands the events between are of
 * @param left why the topic has more events than were put back, or null if it has not
 */
public record Recovery(
    UUID ledgerId,
    long before,
    long after,
    long topic,
    long commands,
    @Nullable String left,
    boolean dryRun) {
  /** How many events. */
  public long events() {
    return after - before;
  }
}
