package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a key that the ledger signs with: {@code ledger-key-} and eight characters of a-z 0-9. */
public record LedgerKeyId(@JsonValue String value) implements Id, Comparable<LedgerKeyId> {
  private static final String PREFIX = "ledger-key-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LedgerKeyId {
    Id.check(PREFIX, value);
  }

  /** A new id; 36^8 of them exist, and the ledger refuses one that is taken. */
  public static LedgerKeyId random() {
    return new LedgerKeyId(Id.random(PREFIX));
  }

  @Override
  public int compareTo(LedgerKeyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
