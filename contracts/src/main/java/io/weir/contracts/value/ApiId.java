package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an API: {@code api-} and eight characters of a-z 0-9. */
public record ApiId(@JsonValue String value) implements Id, Comparable<ApiId> {
  private static final String PREFIX = "api-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ApiId {
    Id.check(PREFIX, value);
  }

  /** A new id; 36^8 of them exist, and the ledger refuses one that is taken. */
  public static ApiId random() {
    return new ApiId(Id.random(PREFIX));
  }

  @Override
  public int compareTo(ApiId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
