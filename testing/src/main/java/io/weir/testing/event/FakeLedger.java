package io.weir.testing.event;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in memory: gives events their place and hash as the real one does, but asks no rule
 * whether they make sense. Recorded times start at a fixed instant and advance a millisecond an
 * event, so that two ledgers with the same events differ in nothing but ids.
 */
public final class FakeLedger {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private final UUID id = UUID.randomUUID();
  private final List<Recorded> history = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();
  private Chain chain = Chain.genesis(id);
  private GatewayImage image = GatewayImage.genesis(id);

  /** The ledger's own id. */
  public UUID id() {
    return id;
  }

  /** Records the events of one command and returns them as recorded. */
  public List<Recorded> append(GatewayEvent... events) {
    return append(List.of(events));
  }

  /** Records the events of one command and returns them as recorded. */
  public List<Recorded> append(List<? extends GatewayEvent> events) {
    return append(null, events);
  }

  /** Records the events of one command that was given for a reason. */
  public synchronized List<Recorded> append(
      @Nullable String reason, List<? extends GatewayEvent> events) {
    long start = chain.position() + 1;
    var command = UUID.randomUUID();
    var delta = new GatewayDelta(image);
    var appended = new ArrayList<Recorded>();
    for (GatewayEvent event : events) {
      var recorded =
          Recorded.of(envelope(event, start, events.size(), command, reason), encode(event));
      chain = chain.after(recorded);
      delta.replay(recorded, event);
      appended.add(recorded);
    }
    image = delta.apply();
    history.addAll(appended);
    return appended;
  }

  private Envelope envelope(
      GatewayEvent event, long start, int size, UUID command, @Nullable String reason) {
    long position = chain.position() + 1;
    return new Envelope(
        id,
        position,
        event.stream(),
        versions.merge(event.stream(), 1L, Long::sum),
        start,
        size,
        UUID.randomUUID(),
        EventTypes.nameOf(event),
        event.subjects(),
        "tester",
        Authentication.NONE,
        reason,
        command,
        "test-" + command,
        FIRST.plus(position, ChronoUnit.MILLIS),
        chain.hash());
  }

  private static String encode(GatewayEvent event) {
    return EventCodec.CURRENT.encode(event);
  }

  /** Everything recorded so far, by position. */
  public synchronized List<Recorded> history() {
    return List.copyOf(history);
  }

  /** Position and hash of the last event. */
  public synchronized Chain chain() {
    return chain;
  }

  /** The configuration after the last event. */
  public synchronized GatewayImage image() {
    return image;
  }
}
