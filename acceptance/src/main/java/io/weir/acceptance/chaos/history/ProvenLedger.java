package io.weir.acceptance.chaos.history;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.transparency.export.ExportFile;
import io.weir.transparency.verify.UnsoundException;
import io.weir.transparency.verify.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as it was exported, with its chain proven from the first event on: positions without
 * gaps, each event continuing the hash of the one before.
 *
 * @param events the first at position 1
 */
public record ProvenLedger(List<Recorded> events) {
  public ProvenLedger {
    events = List.copyOf(events);
  }

  /**
   * Reads an export to its end.
   *
   * @throws UnsoundException if it is not what was recorded
   * @throws IOException if it cannot be read
   */
  public static ProvenLedger read(InputStream export) throws IOException, UnsoundException {
    List<Recorded> events = new ArrayList<>();
    try (ExportFile file = new ExportFile(export)) {
      Chain chain = null;
      Recorded event = file.next(null);
      while (event != null) {
        Chain end = chain == null ? Chain.genesis(event.envelope().ledgerId()) : chain;
        Verifier.step(end, event);
        chain = end.after(event);
        events.add(event);
        event = file.next(chain);
      }
      file.end(chain);
    }
    return new ProvenLedger(events);
  }

  /** The position of the last event, 0 without one. */
  public long end() {
    return events.size();
  }

  /** The event at a position, which must be there. */
  public Envelope at(long position) {
    return events.get(Math.toIntExact(position - 1)).envelope();
  }

  /** The hash of the event at a position, which must be there. */
  public String hashAt(long position) {
    return events.get(Math.toIntExact(position - 1)).hash().hex();
  }

  /** Which ledger it is; null without an event. */
  public @Nullable UUID id() {
    return events.isEmpty() ? null : events.getFirst().envelope().ledgerId();
  }

  /** The configuration after all events. */
  public GatewayImage image() {
    return fold(new TreeMap<Long, ImageHash>().navigableKeySet(), new TreeMap<>());
  }

  /** The hashes of the configurations after these positions, each the end of a command. */
  public Map<Long, ImageHash> imageHashes(NavigableSet<Long> positions) {
    Map<Long, ImageHash> hashes = new TreeMap<>();
    fold(positions, hashes);
    return hashes;
  }

  private GatewayImage fold(NavigableSet<Long> asked, Map<Long, ImageHash> hashes) {
    UUID id = id();
    if (id == null) {
      throw new IllegalStateException("the ledger is empty");
    }
    GatewayImage image = GatewayImage.genesis(id);
    GatewayDelta delta = new GatewayDelta(image);
    for (Recorded event : events) {
      delta.replay(event, EventCodec.CURRENT.decode(event));
      long position = event.envelope().position();
      if (asked.contains(position) && event.envelope().endsCommit()) {
        image = delta.apply();
        hashes.put(position, ImageHash.of(image));
        delta = new GatewayDelta(image);
      }
    }
    return delta.apply();
  }
}
