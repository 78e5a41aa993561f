package io.weir.projector.log;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Puts commands together from the records of the ledger topic: drops what was seen before, holds
 * back what is not whole, and refuses what does not continue the chain. One thread; of no use after
 * it has thrown.
 */
public final class CommitAssembler {
  private @Nullable Chain chain;
  private final List<Entry> open = new ArrayList<>();

  /**
   * An assembler that continues a chain.
   *
   * @param chain the end of what was applied, at the end of a command; null to begin with the first
   *     event of whatever ledger the topic holds
   */
  public CommitAssembler(@Nullable Chain chain) {
    this.chain = chain;
  }

  /**
   * Takes the next record; gives the command it completes, or null.
   *
   * @throws BrokenChainException if events are missing, altered or of another history
   * @throws UnknownEventException if the record is not an event that this build knows
   */
  public @Nullable Commit accept(ConsumerRecord<String, String> kafka) {
    Recorded recorded = read(kafka);
    Envelope envelope = recorded.envelope();
    Chain end = chain == null ? Chain.genesis(envelope.ledgerId()) : chain;
    if (end.step(recorded) == Chain.Step.DUPLICATE) {
      return null;
    }
    long start =
        open.isEmpty() ? envelope.position() : open.getFirst().recorded().envelope().position();
    if (envelope.commitStart() != start) {
      throw new BrokenChainException(
          "event %d belongs to the command of event %d, not to that of event %d"
              .formatted(envelope.position(), envelope.commitStart(), start));
    }
    open.add(new Entry(recorded, decode(recorded)));
    chain = end.after(recorded);
    if (!envelope.endsCommit()) {
      return null;
    }
    Commit commit = new Commit(open, kafka.offset() + 1);
    open.clear();
    return commit;
  }

  /** Takes records one after another, up to the first that is refused. */
  public Assembled acceptAll(Iterable<ConsumerRecord<String, String>> records) {
    List<Commit> commits = new ArrayList<>();
    try {
      for (ConsumerRecord<String, String> one : records) {
        Commit commit = accept(one);
        if (commit != null) {
          commits.add(commit);
        }
      }
      return new Assembled(commits, null);
    } catch (BrokenChainException | UnknownEventException e) {
      return new Assembled(commits, e);
    }
  }

  /**
   * What became of some records.
   *
   * @param commits that were completed
   * @param fault why the records after them were refused, or null if none was
   */
  public record Assembled(List<Commit> commits, @Nullable RuntimeException fault) {}

  private static GatewayEvent decode(Recorded recorded) {
    try {
      return EventCodec.CURRENT.decode(recorded);
    } catch (UnknownEventException e) {
      throw new UnknownEventException(
          "event %d: %s".formatted(recorded.envelope().position(), e.getMessage()), e);
    }
  }

  private static Recorded read(ConsumerRecord<String, String> kafka) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : kafka.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    if (kafka.value() == null) {
      throw new UnknownEventException("the record at offset " + kafka.offset() + " is empty");
    }
    return KafkaHeaders.read(headers, kafka.value());
  }
}
