package io.weir.projector.kit;

import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;

/** Events that no ledger would hold. */
public final class Forged {
  private Forged() {}

  /** The same event with other words in it and the old hash. */
  public static Recorded altered(Recorded event) {
    return new Recorded(event.envelope(), event.data() + " ", event.hash());
  }

  /** An event of a type that nobody knows, which continues the chain. */
  public static Recorded unknown(Recorded last) {
    Envelope of = last.envelope();
    return Recorded.of(
        new Envelope(
            of.ledgerId(),
            of.position() + 1,
            "upstream/upstream-00000000",
            1,
            of.position() + 1,
            1,
            of.id(),
            "upstream.painted.v1",
            of.subjects(),
            of.actor(),
            of.authentication(),
            null,
            of.commandId(),
            of.correlation(),
            of.recordedAt(),
            last.hash()),
        "{\"colour\":\"red\"}");
  }
}
