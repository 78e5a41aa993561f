package io.weir.projector.view;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A read table: its columns, and the SQL that follows from them. The same columns, in the same
 * order, are those of the view {@code read.<name>}.
 *
 * <p>Beside it stands {@code <name>_past}: every row that was there once, with the positions from
 * which and until before which it was. A row goes there in the statement that replaces or deletes
 * it. The view {@code read.<name>_ever} is both.
 *
 * @param columns keys first
 * @param remembers whether there is a past; rows that are never replaced have none
 * @param indexes what follows {@code create index on <table>}, one each
 */
public record ReadTable(
    String name, List<Column> columns, boolean remembers, List<String> indexes) {
  private static final String FROM = "valid_from";
  private static final String TO = "valid_to";

  static ReadTable of(String name, List<Column> columns, String... indexes) {
    return new ReadTable(name, List.copyOf(columns), true, List.of(indexes));
  }

  /** A table whose rows are written once and stay. */
  static ReadTable written(String name, List<Column> columns, String... indexes) {
    return new ReadTable(name, List.copyOf(columns), false, List.of(indexes));
  }

  /** The tables that hold its rows. */
  public List<String> stored() {
    return remembers ? List.of(name, past()) : List.of(name);
  }

  private String past() {
    return name + "_past";
  }

  /** Creates the tables and their indexes. */
  public String createSql(String schema) {
    String definitions =
        columns.stream()
            .map(
                c ->
                    c.name()
                        + " "
                        + c.type().sql()
                        + (c.role() == Column.Role.OPTIONAL ? "" : " not null"))
            .collect(joining(", "));
    String table =
        "create table %s.%s (%s%s, primary key (%s));\n"
            .formatted(
                schema,
                name,
                definitions,
                remembers ? ", " + FROM + " bigint not null" : "",
                keyNames());
    String past =
        remembers
            ? """
            create table %1$s.%2$s (%3$s, %4$s bigint not null, %5$s bigint not null);
            create index on %1$s.%2$s using gist (int8range(%4$s, %5$s));
            """
                .formatted(schema, past(), definitions, FROM, TO)
            : "";
    return indexes.stream()
        .map(index -> "create index on %s.%s %s;\n".formatted(schema, name, index))
        .collect(joining("", table, past));
  }

  /** The queries of the published views, by their names: of what is, and of what ever was. */
  public List<Published> views(String schema) {
    String selected = columns.stream().map(c -> "t." + c.name()).collect(joining(", "));
    List<Published> views = new ArrayList<>();
    views.add(new Published(name, "select %s from %s.%s t".formatted(selected, schema, name)));
    if (remembers) {
      views.add(
          new Published(
              name + "_ever",
              "select %1$s, t.%5$s, null::bigint as %6$s from %2$s.%3$s t union all select %1$s, t.%5$s, t.%6$s from %2$s.%4$s t"
                  .formatted(selected, schema, name, past(), FROM, TO)));
    }
    return views;
  }

  /** A published view. */
  public record Published(String name, String sql) {}

  /**
   * Inserts a row or replaces it; the parameters are the columns in order and, if there is a past,
   * the position.
   */
  String upsertSql(String schema) {
    String parameters =
        IntStream.range(0, columns.size())
            .mapToObj(i -> columns.get(i).type().parameter(i + 1))
            .collect(joining(", "));
    String updates =
        columns.stream()
            .filter(Column::replaced)
            .map(c -> c.name() + " = excluded." + c.name())
            .collect(joining(", "));
    String at = "$" + (columns.size() + 1) + "::bigint";
    return remembers
        ? "%sinsert into %s.%s (%s, %s) values (%s, %s) on conflict (%s) do update set %s, %5$s = excluded.%5$s"
            .formatted(
                rememberSql(schema, at),
                schema,
                name,
                names(c -> true),
                FROM,
                parameters,
                at,
                keyNames(),
                updates)
        : "insert into %s.%s (%s) values (%s) on conflict (%s) do update set %s"
            .formatted(schema, name, names(c -> true), parameters, keyNames(), updates);
  }

  /** Deletes a row; the parameters are the keys in order and, if there is a past, the position. */
  String deleteSql(String schema) {
    return (remembers ? rememberSql(schema, "$" + (keys() + 1) + "::bigint") : "")
        + "delete from %s.%s where %s".formatted(schema, name, isKey());
  }

  /** The row that is about to go, as the statement found it, into the past. */
  private String rememberSql(String schema, String at) {
    String columns = names(c -> true) + ", " + FROM;
    return "with past as (insert into %1$s.%2$s (%3$s, %4$s) select %3$s, %5$s from %1$s.%6$s where %7$s) "
        .formatted(schema, past(), columns, TO, at, name, isKey());
  }

  /** How many rows one of the tables has and a hash of them all, whatever their order. */
  public static String contentSql(String table) {
    return "select count(*) as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as hash from %s t"
        .formatted(table);
  }

  int keys() {
    return (int) columns.stream().filter(c -> c.role() == Column.Role.KEY).count();
  }

  private String isKey() {
    return IntStream.range(0, keys())
        .mapToObj(i -> columns.get(i).name() + " = $" + (i + 1))
        .collect(joining(" and "));
  }

  private String keyNames() {
    return names(c -> c.role() == Column.Role.KEY);
  }

  private String names(Predicate<Column> which) {
    return columns.stream().filter(which).map(Column::name).collect(joining(", "));
  }
}
