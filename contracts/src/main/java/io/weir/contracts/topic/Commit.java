package io.weir.contracts.topic;

import io.weir.contracts.image.FoldException;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.log.FaultKind;
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

  /**
   * Replays all events.
   *
   * @throws TopicFaultException if one does not fit what is there; those before it are in the delta
   */
  public void replayOn(GatewayDelta delta) {
    for (Entry entry : entries) {
      try {
        delta.replay(entry.recorded(), entry.event());
      } catch (FoldException e) {
        throw TopicFaultException.of(
            FaultKind.UNFIT, entry.recorded().envelope(), "cannot be applied: " + e.getMessage());
      }
    }
  }
}
