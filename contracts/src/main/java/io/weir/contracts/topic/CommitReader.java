package io.weir.contracts.topic;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.FaultKind;
import io.weir.contracts.log.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic's records as whole commands: drops what was seen before, holds back what is not
 * whole, and stops for good at what does not continue the chain or is not known. One thread.
 */
public final class CommitReader {
  private final List<Entry> open = new ArrayList<>();
  private @Nullable Chain chain;
  private @Nullable TopicFault fault;

  /**
   * A reader that continues a chain.
   *
   * @param chain the end of what was applied, at the end of a command; null to begin with the first
   *     event of whatever ledger the topic holds
   */
  public CommitReader(@Nullable Chain chain) {
    this.chain = chain;
  }

  /**
   * What became of some records.
   *
   * @param commits that were completed
   * @param fault why nothing after them is read, or null if reading may go on
   */
  public record Read(List<Commit> commits, @Nullable TopicFault fault) {}

  /** Takes the next records, up to the first that is at fault. */
  public Read read(Iterable<TopicRecord> records) {
    List<Commit> commits = new ArrayList<>();
    if (fault == null) {
      try {
        for (TopicRecord record : records) {
          take(record, commits);
        }
      } catch (TopicFaultException e) {
        fault = e.fault();
      }
    }
    return new Read(commits, fault);
  }

  /** The position of the last event that was proven to be next, given or held back. */
  public long position() {
    Chain end = chain;
    return end == null ? 0 : end.position();
  }

  private void take(TopicRecord record, List<Commit> commits) {
    Recorded recorded = record.recorded();
    Envelope envelope = recorded.envelope();
    Chain end = chain == null ? Chain.genesis(envelope.ledgerId()) : chain;
    if (step(end, recorded) == Chain.Step.DUPLICATE) {
      return;
    }
    if (!envelope.continuesCommit(open.isEmpty() ? null : open.getLast().recorded().envelope())) {
      throw TopicFaultException.of(
          FaultKind.CUT, envelope, "does not belong to the command of the events around it");
    }
    open.add(new Entry(recorded, decode(recorded)));
    chain = end.after(recorded);
    if (envelope.endsCommit()) {
      commits.add(new Commit(open, record.offset() + 1));
      open.clear();
    }
  }

  private static Chain.Step step(Chain end, Recorded recorded) {
    try {
      return end.step(recorded);
    } catch (BrokenChainException e) {
      throw TopicFaultException.of(e.kind(), recorded.envelope(), e.what());
    }
  }

  private static GatewayEvent decode(Recorded recorded) {
    try {
      return EventCodec.CURRENT.decode(recorded);
    } catch (UnknownEventException e) {
      throw TopicFaultException.of(
          FaultKind.UNKNOWN, recorded.envelope(), "cannot be read: " + e.getMessage());
    }
  }
}
