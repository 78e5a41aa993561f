package io.weir.guard;

import java.util.Map;

/**
 * Why a request is not let in, to be answered as a problem (RFC 9457).
 *
 * @param code what programs compare
 * @param detail a sentence for people
 * @param headers that the answer has besides
 */
public record Denial(Code code, String detail, Map<String, String> headers) {
  public Denial {
    headers = Map.copyOf(headers);
  }

  /** A denial that its sentence says all of. */
  public Denial(Code code, String detail) {
    this(code, detail, Map.of());
  }

  /** The kinds of denials. */
  public enum Code {
    BAD_REQUEST(400),
    UNAUTHENTICATED(401),
    INVALID_KEY(401),
    INVALID_TOKEN(401),
    KEY_EXPIRED(401),
    KEY_REVOKED(401),
    FOREIGN_ORIGIN(403),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    UNSUPPORTED_MEDIA_TYPE(415),
    UNKNOWN_HOST(421),
    LEDGER_UNAVAILABLE(503),
    ISSUER_UNAVAILABLE(503);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    /** The HTTP status that goes with it. */
    public int status() {
      return status;
    }
  }
}
