package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a dedicated instance: {@code instance-} and eight characters of a-z 0-9. */
public record InstanceId(@JsonValue String value) implements Id, Comparable<InstanceId> {
  private static final String PREFIX = "instance-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public InstanceId {
    Id.check(PREFIX, value);
  }

  /** A new id; 36^8 of them exist, and the ledger refuses one that is taken. */
  public static InstanceId random() {
    return new InstanceId(Id.random(PREFIX));
  }

  @Override
  public int compareTo(InstanceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
