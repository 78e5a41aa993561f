package io.weir.projector.view;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A read table: its columns, and the SQL that follows from them. The same columns, in the same
 * order, are those of the view {@code read.<name>}.
 *
 * @param columns keys first
 * @param indexes what follows {@code create index on <table>}, one each
 */
public record Table(String name, List<Column> columns, List<String> indexes) {
  static Table of(String name, List<Column> columns, String... indexes) {
    return new Table(name, List.copyOf(columns), List.of(indexes));
  }

  /** Creates the table and its indexes. */
  public String createSql(String schema) {
    String definitions =
        columns.stream()
            .filter(Column::stored)
            .map(
                c ->
                    c.name()
                        + " "
                        + c.type().sql()
                        + (c.role() == Column.Role.OPTIONAL ? "" : " not null"))
            .collect(joining(", "));
    String table =
        "create table %s.%s (%s, primary key (%s));\n"
            .formatted(schema, name, definitions, names(c -> c.role() == Column.Role.KEY));
    return indexes.stream()
        .map(index -> "create index on %s.%s %s;\n".formatted(schema, name, index))
        .collect(joining("", table, ""));
  }

  /** The query of the published view. */
  public String selectSql(String schema) {
    String selected =
        columns.stream()
            .map(
                c ->
                    c.computed() == null
                        ? "t." + c.name()
                        : c.computed().replace("{schema}", schema) + " as " + c.name())
            .collect(joining(", "));
    return "select %s from %s.%s t".formatted(selected, schema, name);
  }

  /** Inserts a row or replaces it; the parameters are the stored columns in order. */
  String upsertSql(String schema) {
    List<Column> stored = columns.stream().filter(Column::stored).toList();
    String parameters =
        IntStream.range(0, stored.size())
            .mapToObj(i -> stored.get(i).type().parameter(i + 1))
            .collect(joining(", "));
    String updates =
        columns.stream()
            .filter(Column::replaced)
            .map(c -> c.name() + " = excluded." + c.name())
            .collect(joining(", "));
    return "insert into %s.%s (%s) values (%s) on conflict (%s) do update set %s"
        .formatted(
            schema,
            name,
            names(Column::stored),
            parameters,
            names(c -> c.role() == Column.Role.KEY),
            updates);
  }

  /** Deletes a row; the parameters are the keys in order. */
  String deleteSql(String schema) {
    String condition =
        IntStream.range(0, keys())
            .mapToObj(i -> columns.get(i).name() + " = $" + (i + 1))
            .collect(joining(" and "));
    return "delete from %s.%s where %s".formatted(schema, name, condition);
  }

  /** How many rows there are and a hash of them all, whatever their order. */
  public String contentSql(String schema) {
    return "select count(*) as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as hash from %s.%s t"
        .formatted(schema, name);
  }

  int keys() {
    return (int) columns.stream().filter(c -> c.role() == Column.Role.KEY).count();
  }

  private String names(Predicate<Column> which) {
    return columns.stream().filter(which).map(Column::name).collect(joining(", "));
  }
}
