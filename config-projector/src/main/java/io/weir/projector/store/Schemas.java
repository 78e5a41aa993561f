package io.weir.projector.store;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.weir.contracts.read.ReadView;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.ReadTable;

/** The tables of a generation, and the views over them that everybody else reads. */
final class Schemas {
  private Schemas() {}

  /** Creates a generation's schema and its empty tables. */
  static Uni<Void> create(SqlConnection c, int number) {
    return c.query(createSql(number)).execute().replaceWithVoid();
  }

  static String createSql(int number) {
    String schema = Generation.schema(number);
    return ReadModel.tables().stream()
        .map(table -> table.createSql(schema))
        .collect(joining("", "create schema " + schema + ";\n", ""));
  }

  /**
   * Points every view of {@code read} to a generation. Views of the same columns are replaced in
   * place, so that a query that waits for the switch goes on with the new tables; others have to be
   * dropped first.
   */
  static Uni<Void> publish(SqlConnection c, int number, boolean sameColumns) {
    return c.query(publishSql(number, sameColumns)).execute().replaceWithVoid();
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
