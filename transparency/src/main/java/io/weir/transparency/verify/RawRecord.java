package io.weir.transparency.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of the ledger's topic, every byte of it.
 *
 * @param headers in their order
 */
public record RawRecord(
    long offset, byte @Nullable [] key, List<RawHeader> headers, byte @Nullable [] value) {
  /** A header of a record. */
  public record RawHeader(String name, byte @Nullable [] value) {}

  public RawRecord {
    headers = List.copyOf(headers);
  }
}
