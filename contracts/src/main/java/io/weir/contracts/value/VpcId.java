package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a VPC: {@code vpc-} and eight characters of a-z 0-9. */
public record VpcId(@JsonValue String value) implements Id, Comparable<VpcId> {
  private static final String PREFIX = "vpc-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public VpcId {
    Id.check(PREFIX, value);
  }

  /** A new id; 36^8 of them exist, and the ledger refuses one that is taken. */
  public static VpcId random() {
    return new VpcId(Id.random(PREFIX));
  }

  @Override
  public int compareTo(VpcId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
