package io.weir.yaml;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A history of its own for a configuration that no ledger recorded. It follows from the text alone:
 * the same text makes the same file, byte for byte.
 */
final class Founding {
  private static final String ACTOR = "snapshot";

  private Founding() {}

  /** The image of {@code events}, recorded in a ledger that {@code text} founds. */
  static GatewayImage of(String text, List<GatewayEvent> events) {
    UUID ledger = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    Chain chain = Chain.genesis(ledger);
    GatewayDelta delta = new GatewayDelta(GatewayImage.genesis(ledger));
    Map<String, Long> versions = new HashMap<>();
    for (GatewayEvent event : events) {
      long version = versions.merge(event.stream(), 1L, Long::sum);
      Envelope envelope = envelope(chain, event, version, events.size());
      Recorded recorded = Recorded.of(envelope, EventCodec.CURRENT.encode(event));
      chain = chain.after(recorded);
      delta.replay(recorded, event);
    }
    return delta.apply();
  }

  private static Envelope envelope(Chain chain, GatewayEvent event, long version, int all) {
    UUID ledger = chain.ledgerId();
    long position = chain.position() + 1;
    return new Envelope(
        ledger,
        position,
        event.stream(),
        version,
        1,
        all,
        new UUID(ledger.getMostSignificantBits(), position),
        EventTypes.nameOf(event),
        event.subjects(),
        ACTOR,
        null,
        null,
        ledger,
        ACTOR,
        Instant.EPOCH,
        chain.hash());
  }
}
