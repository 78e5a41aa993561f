package io.weir.projector.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows to write at the end of some commands: of many changes to one row by one command, what
 * they come to. What one command wrote and the next replaces is written, too, for the past.
 */
public final class Rows {
  /**
   * What becomes of a row.
   *
   * @param at the position from which on
   * @param gone whether the row that was there before goes first, kept columns included
   * @param row the new values, or null
   */
  private record Fate(long at, boolean gone, @Nullable List<@Nullable Object> row) {
    List<@Nullable Object> with(List<@Nullable Object> values, ReadTable table) {
      List<@Nullable Object> all = new ArrayList<>(values);
      if (table.remembers()) {
        all.add(at);
      }
      return all;
    }
  }

  /**
   * What to do with some rows of a table, no two of them the same.
   *
   * @param sql does it to one row
   * @param allSql does it to all of them at once, given an array of each parameter
   * @param parameters of each row
   * @param types of the parameters
   */
  public record Batch(
      String sql, String allSql, List<List<@Nullable Object>> parameters, List<ColumnType> types) {
    /** The parameters of all rows, an array each. */
    public List<Object> arrays() {
      List<Object> arrays = new ArrayList<>(types.size());
      for (int i = 0; i < types.size(); i++) {
        List<@Nullable Object> values = new ArrayList<>(parameters.size());
        for (List<@Nullable Object> row : parameters) {
          values.add(row.get(i));
        }
        arrays.add(types.get(i).array(values));
      }
      return arrays;
    }
  }

  private final Map<ReadTable, Map<List<@Nullable Object>, List<Fate>>> tables =
      new LinkedHashMap<>();
  private long at;

  /** What follows is of the command whose last event has this position. */
  void at(long position) {
    at = position;
  }

  /** Inserts or replaces a row, given its columns in order. */
  void put(ReadTable table, @Nullable Object... values) {
    List<@Nullable Object> row = Arrays.asList(values);
    List<Fate> fates = fates(table, row.subList(0, table.keys()));
    Fate before = ofThisCommand(fates);
    if (before != null && before.row != null) {
      row = keeping(table, before.row, row);
    }
    fates.add(new Fate(at, before != null && before.gone, row));
  }

  /** Deletes a row, given its keys in order. */
  void delete(ReadTable table, Object... key) {
    List<Fate> fates = fates(table, Arrays.asList((@Nullable Object[]) key));
    ofThisCommand(fates);
    fates.add(new Fate(at, true, null));
  }

  private List<Fate> fates(ReadTable table, List<@Nullable Object> key) {
    return tables
        .computeIfAbsent(table, t -> new LinkedHashMap<>())
        .computeIfAbsent(key, k -> new ArrayList<>(1));
  }

  /** Takes away what the command said of the row before, which counts no more. */
  private @Nullable Fate ofThisCommand(List<Fate> fates) {
    return fates.isEmpty() || fates.getLast().at != at ? null : fates.removeLast();
  }

  /** The new values of a row, but for what it keeps of the values before. */
  static List<@Nullable Object> keeping(
      ReadTable table, List<@Nullable Object> before, List<@Nullable Object> row) {
    List<@Nullable Object> merged = new ArrayList<>(row);
    int i = 0;
    for (Column column : table.columns()) {
      if (column.role() == Column.Role.KEPT) {
        merged.set(i, before.get(i));
      }
      i++;
    }
    return merged;
  }

  /** What is to become of every row, one call for each command, in order. */
  void forEach(Each each) {
    tables.forEach(
        (table, fates) ->
            fates.forEach(
                (key, ofRow) ->
                    ofRow.forEach(fate -> each.accept(table, key, fate.at, fate.gone, fate.row))));
  }

  /**
   * Takes one row's fate: the one before goes if {@code gone}, a new one is written unless it is
   * null.
   */
  @FunctionalInterface
  interface Each {
    void accept(
        ReadTable table,
        List<@Nullable Object> key,
        long at,
        boolean gone,
        @Nullable List<@Nullable Object> row);
  }

  /** The statements, in an order that gives the right outcome. */
  public List<Batch> batches(String schema) {
    List<Batch> batches = new ArrayList<>();
    tables.forEach(
        (table, fates) -> {
          int most = fates.values().stream().mapToInt(List::size).max().orElse(0);
          for (int i = 0; i < most; i++) {
            turn(table, schema, fates, i, batches);
          }
        });
    return batches;
  }

  /** What the commands did to each row in turn: all their first changes, then all their second. */
  private static void turn(
      ReadTable table,
      String schema,
      Map<List<@Nullable Object>, List<Fate>> fates,
      int turn,
      List<Batch> batches) {
    List<List<@Nullable Object>> gone = new ArrayList<>();
    List<List<@Nullable Object>> put = new ArrayList<>();
    fates.forEach(
        (key, ofRow) -> {
          if (turn < ofRow.size()) {
            Fate fate = ofRow.get(turn);
            if (fate.gone) {
              gone.add(fate.with(key, table));
            }
            if (fate.row != null) {
              put.add(fate.with(fate.row, table));
            }
          }
        });
    Statements sql = new Statements(table, schema);
    if (!gone.isEmpty()) {
      batches.add(new Batch(sql.delete(), sql.deleteAll(), gone, types(table, table.keys())));
    }
    if (!put.isEmpty()) {
      batches.add(
          new Batch(sql.upsert(), sql.upsertAll(), put, types(table, table.columns().size())));
    }
  }

  private static List<ColumnType> types(ReadTable table, int columns) {
    List<ColumnType> types = new ArrayList<>(columns + 1);
    table.columns().subList(0, columns).forEach(column -> types.add(column.type()));
    if (table.remembers()) {
      types.add(ColumnType.BIGINT);
    }
    return types;
  }
}
