package io.weir.projector.kit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.projector.store.Database;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.Table;
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
    for (Table table : ReadModel.tables()) {
      List<String> rows = new ArrayList<>();
      for (Row row : database.query("select * from read." + table.name())) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
          columns.put(row.getColumnName(i), value(row.getValue(i)));
        }
        rows.add(Canonical.row(columns));
      }
      rows.sort(null);
      tables.put(table.name(), rows);
    }
    return tables;
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
