package io.weir.projector.store;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.weir.contracts.read.ReadView;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.ReadTable;
import java.util.List;
import java.util.function.BiFunction;

/** The tables of a generation, and the views over them that everybody else reads. */
final class Schemas {
  private Schemas() {}

  /** Creates a generation's schema and its empty tables, with or without their indexes. */
  static Uni<Void> create(SqlConnection c, int number, boolean indexed) {
    return c.query(indexed ? createSql(number) : createSql(number, ReadTable::createBareSql))
        .execute()
        .replaceWithVoid();
  }

  static String createSql(int number) {
    return createSql(number, ReadTable::createSql);
  }

  private static String createSql(int number, BiFunction<ReadTable, String, String> tables) {
    String schema = Generation.schema(number);
    return ReadModel.tables().stream()
        .map(table -> tables.apply(table, schema))
        .collect(joining("", "create schema " + schema + ";\n", ""));
  }

  /** The statements that create the indexes of a generation that was created without. */
  static List<String> indexesSql(int number) {
    String schema = Generation.schema(number);
    return ReadModel.tables().stream().flatMap(table -> table.indexesSql(schema).stream()).toList();
  }

  /** The names of a generation's tables. */
  static List<String> tables(int number) {
    String schema = Generation.schema(number);
    return ReadModel.tables().stream()
        .flatMap(table -> table.stored().stream())
        .map(name -> schema + "." + name)
        .toList();
  }

  /**
   * Points every view of {@code read} to a generation. Views of the same columns are replaced in
   * place, so that a query that waits for the switch goes on with the new tables; others have to be
   * dropped first. One statement, which a time-out of statements ends as a whole.
   */
  static Uni<Void> publish(SqlConnection c, int number, boolean sameColumns) {
    return c.query("do $weir$ begin\n" + publishSql(number, sameColumns) + "end $weir$")
        .execute()
        .replaceWithVoid();
  }

  static String publishSql(int number, boolean sameColumns) {
    String schema = Generation.schema(number);
    return ReadModel.tables().stream()
        .flatMap(table -> table.views(schema).stream())
        .map(view -> viewSql(view, sameColumns))
        .collect(joining());
  }

  private static String viewSql(ReadTable.Published published, boolean sameColumns) {
    String view = ReadView.SCHEMA + "." + published.name();
    return (sameColumns ? "" : "drop view if exists " + view + ";\n")
        + "create or replace view "
        + view
        + " as "
        + published.sql()
        + ";\n";
  }
}
