package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a Cloud Connect Network: {@code ccn-} and eight characters of a-z 0-9. */
public record CcnId(@JsonValue String value) implements Id, Comparable<CcnId> {
  private static final String PREFIX = "ccn-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CcnId {
    Id.check(PREFIX, value);
  }

  /** A new id; 36^8 of them exist, and the ledger refuses one that is taken. */
  public static CcnId random() {
    return new CcnId(Id.random(PREFIX));
  }

  @Override
  public int compareTo(CcnId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
