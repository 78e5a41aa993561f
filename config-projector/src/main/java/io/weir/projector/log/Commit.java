package io.weir.projector.log;

import io.weir.contracts.log.Hash;
import java.util.List;
import java.util.UUID;

/**
 * All events of one command; the configuration is whole before and after it, never between.
 *
 * @param entries in order, at least one
 * @param nextOffset of the Kafka record after the last of them
 */
public record Commit(List<Entry> entries, long nextOffset) {
  public Commit {
    entries = List.copyOf(entries);
  }

  /** The last event. */
  public Entry last() {
    return entries.getLast();
  }

  /** The position of the last event. */
  public long position() {
    return last().recorded().envelope().position();
  }

  /** The hash of the last event. */
  public Hash hash() {
    return last().recorded().hash();
  }

  /** The ledger the events are of. */
  public UUID ledgerId() {
    return last().recorded().envelope().ledgerId();
  }
}
