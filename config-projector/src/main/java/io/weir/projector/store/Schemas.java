package io.weir.projector.store;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.Table;

/** The tables of a generation, and the views over them that everybody else reads. */
final class Schemas {
  private Schemas() {}

  /** Creates a generation's schema and its empty tables. */
  static Uni<Void> create(SqlConnection c, int number) {
    String schema = Generation.schema(number);
    String sql =
        ReadModel.tables().stream()
            .map(table -> table.createSql(schema))
            .collect(joining("", "create schema " + schema + ";\n", ""));
    return c.query(sql).execute().replaceWithVoid();
  }

  /**
   * Points every view of {@code read} to a generation. Views of the same columns are replaced in
   * place, so that a query that waits for the switch goes on with the new tables; others have to be
   * dropped first.
   */
  static Uni<Void> publish(SqlConnection c, int number, boolean sameColumns) {
    String schema = Generation.schema(number);
    String sql =
        ReadModel.tables().stream()
            .map(table -> viewSql(table, schema, sameColumns))
            .collect(joining());
    return c.query(sql).execute().replaceWithVoid();
  }

  private static String viewSql(Table table, String schema, boolean sameColumns) {
    String view = "read." + table.name();
    return (sameColumns ? "" : "drop view if exists " + view + ";\n")
        + "create or replace view "
        + view
        + " as "
        + table.selectSql(schema)
        + ";\n";
  }
}
