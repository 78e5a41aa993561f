package io.weir.ledger.relay;

import org.jspecify.annotations.Nullable;

/** The relay cannot go on as it is, and begins anew. */
public final class RelayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RelayException(String message) {
    super(message);
  }

  RelayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
