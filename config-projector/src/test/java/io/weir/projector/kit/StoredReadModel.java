package io.weir.projector.kit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.weir.contracts.read.ReadView;
import io.weir.projector.store.Database;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.ReadTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the read model does hold: table to rows, sorted. */
public final class StoredReadModel {
  private StoredReadModel() {}

  /** The rows of every view in schema {@code read}. */
  public static Map<String, List<String>> of(Database database) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (ReadTable table : ReadModel.tables()) {
      tables.put(table.name(), rows(database.query("select * from read." + table.name())));
    }
    return tables;
  }

  /** The rows that every view had at a position, if it remembers them. */
  public static Map<String, List<String>> of(Database database, long at) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (ReadView view : ReadView.values()) {
      if (view.remembers()) {
        tables.put(
            view.view(), rows(database.query("select * from " + view.at("$1::bigint") + " t", at)));
      }
    }
    return tables;
  }

  private static List<String> rows(RowSet<Row> found) {
    List<String> rows = new ArrayList<>();
    for (Row row : found) {
      Map<String, @Nullable Object> columns = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        if (!row.getColumnName(i).startsWith("valid_")) {
          columns.put(row.getColumnName(i), value(row.getValue(i)));
        }
      }
      rows.add(Canonical.row(columns));
    }
    rows.sort(null);
    return rows;
  }

  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case JsonObject json -> Canonical.json(json.encode());
      case JsonArray json -> Canonical.json(json.encode());
      case null -> null;
      default -> value;
    };
  }
}
