package io.weir.control.replay;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The ledger folded from its first event, beside the image that this service works with: every
 * event's hash is proven again. It goes on from where it stopped, and never begins anew: the image
 * of what lies before that is made of the nearest one that the ledger keeps, and the events from
 * there on. Waits for PostgreSQL, one caller after the other.
 */
@ApplicationScoped
class LedgerFold {
  private static final int PAGE = 1_000;
  private static final int KEPT = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final ReentrantLock alone = new ReentrantLock();
  private final TreeMap<Long, ImageHash> hashes = new TreeMap<>();
  private @Nullable GatewayImage image;

  LedgerFold(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The position of the last event of the ledger. */
  long end() {
    return ledger.events().head().position();
  }

  /**
   * The hash of the image at the end of a command, which the ledger must have.
   *
   * @throws io.weir.contracts.log.BrokenChainException if an event is not as it was recorded
   */
  ImageHash at(long position) {
    alone.lock();
    try {
      ImageHash known = hashes.get(position);
      return known != null ? known : hashed(imageAt(position));
    } finally {
      alone.unlock();
    }
  }

  private ImageHash hashed(GatewayImage folded) {
    ImageHash hash = ImageHash.of(folded);
    hashes.put(hash.position(), hash);
    if (hashes.size() > KEPT) {
      hashes.pollFirstEntry();
    }
    return hash;
  }

  private GatewayImage imageAt(long position) {
    GatewayImage now = image;
    return now != null && now.position() > position ? past(position) : foldTo(now, position);
  }

  private GatewayImage past(long position) {
    return ledger.moment(position).chain(moment -> ledger.image(moment)).await().atMost(PATIENCE);
  }

  private GatewayImage foldTo(@Nullable GatewayImage from, long position) {
    GatewayImage now =
        from == null ? GatewayImage.genesis(ledger.events().head().ledgerId()) : from;
    while (now.position() < position) {
      int wanted = Math.toIntExact(Math.min(PAGE, position - now.position()));
      now = next(now, wanted);
      image = now;
    }
    return now;
  }

  private GatewayImage next(GatewayImage from, int wanted) {
    Chain chain = from.provenance().chain();
    List<Recorded> events = ledger.events().after(chain, wanted);
    if (events.isEmpty()) {
      throw new IllegalStateException("there is no event after " + chain.position());
    }
    var delta = new GatewayDelta(from);
    for (Recorded recorded : events) {
      if (chain.step(recorded) == Chain.Step.APPLY) {
        delta.replay(recorded, EventCodec.CURRENT.decode(recorded));
        chain = chain.after(recorded);
      }
    }
    return delta.apply();
  }
}
