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
  static final String FROM = "valid_from";
  static final String TO = "valid_to";

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

  String past() {
    return name + "_past";
  }

  /** Creates the tables and their indexes. */
  public String createSql(String schema) {
    return tableSql(schema) + indexSql(schema) + pastSql(schema) + pastIndexSql(schema);
  }

  /** Creates the tables with nothing but their keys, to be filled quickly. */
  public String createBareSql(String schema) {
    return tableSql(schema) + pastSql(schema);
  }

  /** What is missing then, a statement each; those that are there are passed over. */
  public List<String> indexesSql(String schema) {
    List<String> all = (indexSql(schema) + pastIndexSql(schema)).lines().toList();
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                all.get(i)
                    .replaceFirst(
                        "^create index on",
                        "create index if not exists %s_%d on".formatted(name, i + 1)))
        .toList();
  }

  private String tableSql(String schema) {
    return "create table %s.%s (%s%s, primary key (%s));\n"
        .formatted(
            schema,
            name,
            definitions(),
            remembers ? ", " + FROM + " bigint not null" : "",
            keyNames());
  }

  private String pastSql(String schema) {
    return remembers
        ? "create table %s.%s (%s, %s bigint not null, %s bigint not null);\n"
            .formatted(schema, past(), definitions(), FROM, TO)
        : "";
  }

  private String pastIndexSql(String schema) {
    return remembers
        ? "create index on %s.%s using gist (int8range(%s, %s));\n"
            .formatted(schema, past(), FROM, TO)
        : "";
  }

  private String indexSql(String schema) {
    return indexes.stream()
        .map(index -> "create index on %s.%s %s;\n".formatted(schema, name, index))
        .collect(joining());
  }

  private String definitions() {
    return columns.stream()
        .map(
            c ->
                c.name()
                    + " "
                    + c.type().sql()
                    + (c.role() == Column.Role.OPTIONAL ? "" : " not null"))
        .collect(joining(", "));
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
   * How many rows one of the tables has, and a sum of hashes of them all, which is the same
   * whatever their order; of the rows in some of its pages.
   *
   * @param from the first page
   * @param to the page after the last
   */
  public static String contentSql(String table, long from, long to) {
    return ("select count(*) as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as hash from %s t"
            + " where ctid >= '(%d,0)' and ctid < '(%d,0)'")
        .formatted(table, from, to);
  }

  int keys() {
    return (int) columns.stream().filter(c -> c.role() == Column.Role.KEY).count();
  }

  String keyNames() {
    return names(c -> c.role() == Column.Role.KEY);
  }

  String names(Predicate<Column> which) {
    return columns.stream().filter(which).map(Column::name).collect(joining(", "));
  }
}
