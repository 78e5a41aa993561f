package io.weir.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the caller is told about a recorded command; kept with it if it has a key, so that a
 * repeated key gets the very same answer. Immutable, though a long body may be made late.
 */
public final class Answer {
  private final int status;
  private final Map<String, String> headers;
  private @Nullable Supplier<String> late;
  private @Nullable String body;

  /**
   * An answer.
   *
   * @param status an HTTP status
   * @param body null if there is none
   */
  @JsonCreator
  public Answer(
      @JsonProperty("status") int status,
      @JsonProperty("body") @Nullable String body,
      @JsonProperty("headers") Map<String, String> headers) {
    this.status = status;
    this.body = body;
    this.headers = Map.copyOf(headers);
  }

  /**
   * An answer whose body takes long to make: it is made when somebody asks for it, which without an
   * idempotency key nobody does before the command is recorded and the ledger is free for others.
   *
   * @param body must not fail, nor depend on when it is asked; asked once
   */
  public static Answer late(int status, Supplier<String> body, Map<String, String> headers) {
    Answer answer = new Answer(status, null, headers);
    answer.late = body;
    return answer;
  }

  /** An HTTP status. */
  @JsonProperty
  public int status() {
    return status;
  }

  /** Null if there is none. */
  @JsonProperty
  public synchronized @Nullable String body() {
    if (late != null) {
      body = late.get();
      late = null;
    }
    return body;
  }

  /** Those that are not every answer's. */
  @JsonProperty
  public Map<String, String> headers() {
    return headers;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Answer answer
        && status == answer.status
        && headers.equals(answer.headers)
        && Objects.equals(body(), answer.body());
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, headers, body());
  }
}
