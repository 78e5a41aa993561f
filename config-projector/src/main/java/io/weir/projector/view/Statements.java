package io.weir.projector.view;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write a table, of one row at a time and of many rows at once. The parameters
 * are the columns in order, or the keys to delete a row, and, if there is a past, the position; of
 * many rows, an array of each.
 */
final class Statements {
  /** What the many rows are called. */
  private static final String ROWS = "u";

  private final ReadTable table;
  private final String schema;
  private final String name;

  Statements(ReadTable table, String schema) {
    this.table = table;
    this.schema = schema;
    this.name = schema + "." + table.name();
  }

  /** Inserts a row or replaces it. */
  String upsert() {
    String parameters =
        IntStream.range(0, table.columns().size())
            .mapToObj(i -> table.columns().get(i).type().parameter(i + 1))
            .collect(joining(", "));
    String at = "$" + (table.columns().size() + 1) + "::bigint";
    return table.remembers()
        ? "with %s insert into %s (%s, %s) values (%s, %s) %s"
            .formatted(
                remember(at, isParameter()),
                name,
                table.names(c -> true),
                ReadTable.FROM,
                parameters,
                at,
                replacing())
        : "insert into %s (%s) values (%s) %s"
            .formatted(name, table.names(c -> true), parameters, replacing());
  }

  /** Deletes a row. */
  String delete() {
    String at = "$" + (table.keys() + 1) + "::bigint";
    return (table.remembers() ? "with " + remember(at, isParameter()) + " " : "")
        + "delete from %s where %s".formatted(name, isParameter());
  }

  /** Inserts or replaces many rows, no two of them with the same keys. */
  String upsertAll() {
    String values =
        columns(c -> c.type().element(ROWS + "." + c.name()))
            + (table.remembers() ? ", " + ROWS + "." + ReadTable.FROM : "");
    return "with %s%s insert into %s (%s%s) select %s from %s %s"
        .formatted(
            rows(table.columns()),
            table.remembers() ? ", " + remember(ROWS + "." + ReadTable.FROM, null) : "",
            name,
            table.names(c -> true),
            table.remembers() ? ", " + ReadTable.FROM : "",
            values,
            ROWS,
            replacing());
  }

  /** Deletes many rows. */
  String deleteAll() {
    return "with %s%s delete from %s t using %s where %s"
        .formatted(
            rows(table.columns().subList(0, table.keys())),
            table.remembers() ? ", " + remember(ROWS + "." + ReadTable.FROM, null) : "",
            name,
            ROWS,
            isSame());
  }

  /** The parameters as rows. */
  private String rows(List<Column> columns) {
    StringBuilder arrays = new StringBuilder();
    StringBuilder names = new StringBuilder();
    int i = 1;
    for (Column column : columns) {
      arrays.append(i == 1 ? "" : ", ").append('$').append(i++).append("::");
      arrays.append(column.type().array());
      names.append(names.isEmpty() ? "" : ", ").append(column.name());
    }
    if (table.remembers()) {
      arrays.append(", $").append(i).append("::bigint[]");
      names.append(", ").append(ReadTable.FROM);
    }
    return "%1$s as (select * from unnest(%2$s) as %1$s(%3$s))".formatted(ROWS, arrays, names);
  }

  /** The row that is about to go, as the statement found it, into the past; of many, each. */
  private String remember(String at, @Nullable String where) {
    String own = table.names(c -> true) + ", " + ReadTable.FROM;
    String insert =
        "past as (insert into %s.%s (%s, %s) select "
            .formatted(schema, table.past(), own, ReadTable.TO);
    return where != null
        ? insert + "%s, %s from %s where %s)".formatted(own, at, name, where)
        : insert
            + "%s, t.%s, %s from %s t join %s on %s)"
                .formatted(columns(c -> "t." + c.name()), ReadTable.FROM, at, name, ROWS, isSame());
  }

  private String replacing() {
    String updates =
        table.columns().stream()
            .filter(Column::replaced)
            .map(c -> c.name() + " = excluded." + c.name())
            .collect(joining(", "));
    return "on conflict (%s) do update set %s"
        .formatted(
            table.keyNames(),
            table.remembers()
                ? updates + ", %1$s = excluded.%1$s".formatted(ReadTable.FROM)
                : updates);
  }

  private String isParameter() {
    return IntStream.range(0, table.keys())
        .mapToObj(i -> table.columns().get(i).name() + " = $" + (i + 1))
        .collect(joining(" and "));
  }

  private String isSame() {
    return IntStream.range(0, table.keys())
        .mapToObj(i -> table.columns().get(i).name())
        .map(key -> "t.%1$s = %2$s.%1$s".formatted(key, ROWS))
        .collect(joining(" and "));
  }

  private String columns(Function<Column, String> each) {
    return table.columns().stream().map(each).collect(joining(", "));
  }
}
