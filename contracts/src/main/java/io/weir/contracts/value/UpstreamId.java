package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a VPC upstream: {@code upstream-} and eight characters of a-z 0-9. */
public record UpstreamId(@JsonValue String value) implements Id, Comparable<UpstreamId> {
  private static final String PREFIX = "upstream-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UpstreamId {
    Id.check(PREFIX, value);
  }

  /** A new id; 36^8 of them exist, and the ledger refuses one that is taken. */
  public static UpstreamId random() {
    return new UpstreamId(Id.random(PREFIX));
  }

  @Override
  public int compareTo(UpstreamId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
