package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an API key: {@code key-} and eight characters of a-z 0-9. No secret. */
public record KeyId(@JsonValue String value) implements Id, Comparable<KeyId> {
  static final String PREFIX = "key-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public KeyId {
    Id.check(PREFIX, value);
  }

  /** A new id; 36^8 of them exist, and the ledger refuses one that is taken. */
  public static KeyId random() {
    return new KeyId(Id.random(PREFIX));
  }

  @Override
  public int compareTo(KeyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
