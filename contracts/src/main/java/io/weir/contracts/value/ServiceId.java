package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a service: {@code service-} and eight characters of a-z 0-9. */
public record ServiceId(@JsonValue String value) implements Id, Comparable<ServiceId> {
  private static final String PREFIX = "service-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ServiceId {
    Id.check(PREFIX, value);
  }

  /** A new id; 36^8 of them exist, and the ledger refuses one that is taken. */
  public static ServiceId random() {
    return new ServiceId(Id.random(PREFIX));
  }

  @Override
  public int compareTo(ServiceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
