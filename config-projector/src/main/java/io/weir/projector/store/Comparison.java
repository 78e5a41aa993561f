package io.weir.projector.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.contracts.codec.Json;
import java.util.List;

/**
 * Two generations at the same position, table by table.
 *
 * @param position of the last event in both
 * @param identical whether every table holds the same rows
 */
public record Comparison(long position, boolean identical, List<OfTable> tables) {
  /** One table in both generations. */
  public record OfTable(String table, Content live, Content rebuilt) {}

  /**
   * What a table holds.
   *
   * @param rows how many
   * @param hash of all of them, whatever their order; equal rows give equal hashes
   */
  public record Content(long rows, String hash) {}

  static Comparison of(long position, List<OfTable> tables) {
    return new Comparison(
        position, tables.stream().allMatch(table -> table.live().equals(table.rebuilt())), tables);
  }

  /** As it is kept and shown. */
  String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + this, e);
    }
  }
}
