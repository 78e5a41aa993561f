package io.weir.projector.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows to write at the end of some commands: of many changes to one row, what they come to. */
public final class Rows {
  /**
   * What becomes of a row.
   *
   * @param gone whether the row that was there before goes first, kept columns included
   * @param row the new values, or null
   */
  private record Fate(boolean gone, @Nullable List<@Nullable Object> row) {}

  /**
   * One statement and the parameters of each of its executions.
   *
   * @param parameters per execution
   */
  public record Batch(String sql, List<List<@Nullable Object>> parameters) {}

  private final Map<Table, Map<List<@Nullable Object>, Fate>> tables = new LinkedHashMap<>();

  /** Inserts or replaces a row, given its stored columns in order. */
  void put(Table table, @Nullable Object... values) {
    List<@Nullable Object> row = Arrays.asList(values);
    Map<List<@Nullable Object>, Fate> fates = fates(table);
    List<@Nullable Object> key = row.subList(0, table.keys());
    Fate before = fates.get(key);
    if (before != null && before.row != null) {
      row = keeping(table, before.row, row);
    }
    fates.put(key, new Fate(before != null && before.gone, row));
  }

  /** Deletes a row, given its keys in order. */
  void delete(Table table, Object... key) {
    fates(table).put(Arrays.asList((@Nullable Object[]) key), new Fate(true, null));
  }

  private Map<List<@Nullable Object>, Fate> fates(Table table) {
    return tables.computeIfAbsent(table, t -> new LinkedHashMap<>());
  }

  /** The new values of a row, but for what it keeps of the values before. */
  static List<@Nullable Object> keeping(
      Table table, List<@Nullable Object> before, List<@Nullable Object> row) {
    List<@Nullable Object> merged = new ArrayList<>(row);
    int i = 0;
    for (Column column : table.columns()) {
      if (column.role() == Column.Role.KEPT) {
        merged.set(i, before.get(i));
      }
      i += column.stored() ? 1 : 0;
    }
    return merged;
  }

  /** What is to become of every row, one call each. */
  void forEach(Each each) {
    tables.forEach(
        (table, fates) ->
            fates.forEach((key, fate) -> each.accept(table, key, fate.gone, fate.row)));
  }

  /**
   * Takes one row's fate: the one before goes if {@code gone}, a new one is written unless it is
   * null.
   */
  @FunctionalInterface
  interface Each {
    void accept(
        Table table,
        List<@Nullable Object> key,
        boolean gone,
        @Nullable List<@Nullable Object> row);
  }

  /** The statements, in an order that gives the right outcome. */
  public List<Batch> batches(String schema) {
    List<Batch> batches = new ArrayList<>();
    tables.forEach(
        (table, fates) -> {
          List<List<@Nullable Object>> gone = new ArrayList<>();
          List<List<@Nullable Object>> put = new ArrayList<>();
          fates.forEach(
              (key, fate) -> {
                if (fate.gone) {
                  gone.add(key);
                }
                if (fate.row != null) {
                  put.add(fate.row);
                }
              });
          if (!gone.isEmpty()) {
            batches.add(new Batch(table.deleteSql(schema), gone));
          }
          if (!put.isEmpty()) {
            batches.add(new Batch(table.upsertSql(schema), put));
          }
        });
    return batches;
  }
}
