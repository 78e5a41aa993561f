package io.weir.rest;

/** What can go wrong before or beside a decision of the ledger; {@link Refusals} knows the rest. */
public enum ProblemCode {
  BAD_REQUEST(400),
  MALFORMED_JSON(400),
  VALIDATION_FAILED(400),
  UNAUTHENTICATED(401),
  INVALID_KEY(401),
  INVALID_TOKEN(401),
  KEY_EXPIRED(401),
  KEY_REVOKED(401),
  FOREIGN_ORIGIN(403),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NO_REPLICA(409),
  NOT_RECOVERABLE(409),
  NOT_REVERTIBLE(409),
  NOT_SIGNING(409),
  BODY_TOO_LARGE(413),
  URI_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  UNKNOWN_HOST(421),
  IDEMPOTENCY_KEY_REUSED(422),
  INTERNAL_ERROR(500),
  REPLICA_UNREACHABLE(502),
  POSITION_NOT_REACHED(503),
  LEDGER_BUSY(503),
  LEDGER_REWOUND(503),
  LEDGER_UNAVAILABLE(503),
  ISSUER_UNAVAILABLE(503),
  READ_MODEL_UNAVAILABLE(503),
  REGISTRY_UNAVAILABLE(503),
  TOPIC_UNAVAILABLE(503),
  REPLICA_TIMEOUT(504);

  private final int status;

  ProblemCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }
}
