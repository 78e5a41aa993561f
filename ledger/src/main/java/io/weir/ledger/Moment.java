package io.weir.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment of the ledger: the end of a command, or the beginning of everything. Between the events
 * of one command there is none, since they take effect together.
 *
 * @param position of the last event, 0 before the first
 * @param recordedAt when that was recorded; null before the first
 */
public record Moment(long position, @Nullable Instant recordedAt) {
  /** Before the first event: nothing is configured. */
  public static final Moment BEGINNING = new Moment(0, null);
}
