package io.weir.ledger;

import io.weir.contracts.image.GatewayImage;

/** One intention of one caller. */
public interface Command {
  /** What is recorded about every attempt, such as {@code create-upstream}. */
  String name();

  /**
   * Decides against the whole configuration as it is, which stands still until the decision is
   * recorded. Pure and quick: no I/O, no clock; may be called more than once. A command that
   * changes nothing accepts with no events.
   */
  Decision decide(GatewayImage image);
}
