package io.weir.contracts.image;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.time.Instant;
import java.util.UUID;

/** Which history an image is the sum of: everything up to and including one event. */
public record Provenance(UUID ledgerId, long position, Hash hash, Instant at) {
  /** Of an image before the first event. */
  public static Provenance genesis(UUID ledgerId) {
    return new Provenance(ledgerId, 0, Chain.genesis(ledgerId).hash(), Instant.EPOCH);
  }

  /** Of an image after an event. */
  public static Provenance of(Recorded recorded) {
    var envelope = recorded.envelope();
    return new Provenance(
        envelope.ledgerId(), envelope.position(), recorded.hash(), envelope.recordedAt());
  }

  /** Where a reader of the ledger continues from. */
  public Chain chain() {
    return new Chain(ledgerId, position, hash);
  }
}
