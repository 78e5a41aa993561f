package io.weir.ledger;

import io.weir.contracts.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command, why and from where. Texts have no control characters; throws {@link
 * InvalidValueException} otherwise.
 *
 * @param actor 1..200 characters
 * @param reason up to 1000 characters; blank is none
 * @param sourceAddress the caller's network address, up to 200 characters, or null if unknown
 * @param correlation the trace or request id, up to 200 characters
 * @param idempotency null if the caller gave no key
 */
public record CommandContext(
    String actor,
    @Nullable String reason,
    @Nullable String sourceAddress,
    String correlation,
    @Nullable Idempotency idempotency) {
  public CommandContext {
    Texts.require("actor", actor, 1, 200);
    Texts.require("correlation", correlation, 0, 200);
    if (reason != null) {
      Texts.require("reason", reason, 0, 1000);
      // The chain cannot tell an empty reason from none, so the record must not either.
      reason = reason.isBlank() ? null : reason;
    }
    if (sourceAddress != null) {
      Texts.require("source address", sourceAddress, 0, 200);
    }
  }
}
