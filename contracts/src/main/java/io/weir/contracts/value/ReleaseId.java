package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a release of a service: {@code release-} and eight characters of a-z 0-9. */
public record ReleaseId(@JsonValue String value) implements Id, Comparable<ReleaseId> {
  private static final String PREFIX = "release-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReleaseId {
    Id.check(PREFIX, value);
  }

  /** A new id; 36^8 of them exist, and the ledger refuses one that is taken. */
  public static ReleaseId random() {
    return new ReleaseId(Id.random(PREFIX));
  }

  @Override
  public int compareTo(ReleaseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
