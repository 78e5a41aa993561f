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

  /**
   * Whether Weir gives it of its own accord, beside or without a request. Nobody waits for such a
   * command, so it is not recorded before the end of the topic is known; as is none that is
   * authenticated as Weir's.
   */
  default boolean isOwn() {
    return false;
  }
}
