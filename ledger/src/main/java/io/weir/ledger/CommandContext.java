package io.weir.ledger;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command, why and from where. Texts have no control characters; throws {@link
 * InvalidValueException} otherwise.
 *
 * @param actor 1..200 characters
 * @param authentication how it is known who that is
 * @param scope what of the configuration may be changed
 * @param reason up to 1000 characters; blank is none
 * @param sourceAddress the caller's network address, up to 200 characters, or null if unknown
 * @param correlation the trace or request id, up to 200 characters
 * @param idempotency null if the caller gave no key
 * @param operation method and path of the request, up to 300 characters, or null if it was none
 */
public record CommandContext(
    String actor,
    Authentication authentication,
    Scope scope,
    @Nullable String reason,
    @Nullable String sourceAddress,
    String correlation,
    @Nullable Idempotency idempotency,
    @Nullable String operation) {
  /** The context of a command that no request asked for. */
  public CommandContext(
      String actor,
      Authentication authentication,
      Scope scope,
      @Nullable String reason,
      @Nullable String sourceAddress,
      String correlation,
      @Nullable Idempotency idempotency) {
    this(actor, authentication, scope, reason, sourceAddress, correlation, idempotency, null);
  }

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
    if (operation != null) {
      Texts.require("operation", operation, 0, 300);
    }
  }
}
