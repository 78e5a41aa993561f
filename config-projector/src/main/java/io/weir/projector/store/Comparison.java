package io.weir.projector.store;

import java.util.List;

/**
 * Two generations at the same position, table by table.
 *
 * @param identical whether every table holds the same rows
 */
public record Comparison(boolean identical, List<OfTable> tables) {
  /** One table in both generations. */
  public record OfTable(String table, Content live, Content rebuilt) {}

  /**
   * What a table holds.
   *
   * @param rows how many
   * @param hash of all of them, whatever their order; equal rows give equal hashes
   */
  public record Content(long rows, String hash) {}

  static Comparison of(List<OfTable> tables) {
    return new Comparison(
        tables.stream().allMatch(table -> table.live().equals(table.rebuilt())), tables);
  }
}
