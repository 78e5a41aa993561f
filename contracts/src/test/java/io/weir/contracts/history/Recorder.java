package io.weir.contracts.history;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records events one command at a time, as a ledger does: positions, versions and hashes. */
public final class Recorder {
  /** A caller's words about a command. */
  public record Caller(
      String actor,
      @Nullable Authentication authentication,
      @Nullable String reason,
      String correlation) {}

  private final Map<String, Long> versions = new HashMap<>();
  private Chain chain;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  /** Starts a ledger. */
  public Recorder(UUID ledgerId) {
    chain = Chain.genesis(ledgerId);
  }

  /**
   * Records the events of one command, {@code later} than the command before; ids are derived from
   * positions.
   */
  public List<Recorded> record(List<? extends GatewayEvent> events, Caller caller, Duration later) {
    now = now.plus(later);
    long start = chain.position() + 1;
    List<Recorded> recorded = new ArrayList<>();
    for (GatewayEvent event : events) {
      Recorded next = next(event, caller, start, events.size());
      chain = chain.after(next);
      recorded.add(next);
    }
    return recorded;
  }

  /** Records the events of one command of nobody in particular, one second later. */
  public List<Recorded> record(GatewayEvent... events) {
    return record(
        List.of(events),
        new Caller("anonymous", Authentication.NONE, null, "correlation"),
        Duration.ofSeconds(1));
  }

  /** The end of what was recorded. */
  public Chain chain() {
    return chain;
  }

  private Recorded next(GatewayEvent event, Caller caller, long start, int size) {
    long position = chain.position() + 1;
    return Recorded.of(
        new Envelope(
            chain.ledgerId(),
            position,
            event.stream(),
            versions.merge(event.stream(), 1L, Long::sum),
            start,
            size,
            new UUID(chain.ledgerId().getMostSignificantBits(), position),
            EventTypes.nameOf(event),
            event.subjects(),
            caller.actor(),
            caller.authentication(),
            caller.reason(),
            new UUID(chain.ledgerId().getLeastSignificantBits(), start),
            caller.correlation(),
            now,
            chain.hash()),
        EventCodec.CURRENT.encode(event));
  }
}
