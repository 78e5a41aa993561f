package io.weir.rest;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads of single objects, made from the ledger itself: they know of every write that was answered
 * before.
 */
@ApplicationScoped
public class Reads {
  private final Ledger ledger;

  Reads(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The configuration as it is, at least at the position the caller asks for. */
  public Uni<GatewayImage> image(Fresh fresh) {
    Parameters parameters = new Parameters();
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return ledger.image().invoke(image -> freshness.check(image.position()));
  }
}
