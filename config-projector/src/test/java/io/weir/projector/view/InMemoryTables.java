package io.weir.projector.view;

import io.weir.projector.kit.Canonical;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Does with rows what PostgreSQL does with the statements made from them. */
final class InMemoryTables {
  private final Map<String, Map<List<@Nullable Object>, List<@Nullable Object>>> tables =
      new HashMap<>();

  void write(Rows rows) {
    rows.forEach(
        (table, key, gone, row) -> {
          var stored = tables.computeIfAbsent(table.name(), t -> new HashMap<>());
          if (gone) {
            stored.remove(key);
          }
          if (row != null) {
            stored.merge(key, row, (before, after) -> Rows.keeping(table, before, after));
          }
        });
  }

  /** Table to rows, sorted, with the columns that the published views count. */
  Map<String, List<String>> content() {
    Map<String, List<String>> content = new TreeMap<>();
    for (Table table : ReadModel.tables()) {
      List<String> rows = new ArrayList<>();
      for (List<@Nullable Object> row : rows(table.name())) {
        Map<String, @Nullable Object> columns = columns(table, row);
        if (table.name().equals("upstream")) {
          columns.put("api_count", count("associated_api", 0, row.getFirst()));
        }
        if (table.name().equals("instance")) {
          columns.put("service_count", count("service", 2, row.getFirst()));
        }
        rows.add(Canonical.row(columns));
      }
      rows.sort(null);
      content.put(table.name(), rows);
    }
    return content;
  }

  private List<List<@Nullable Object>> rows(String table) {
    return List.copyOf(tables.getOrDefault(table, Map.of()).values());
  }

  private long count(String table, int column, @Nullable Object value) {
    return rows(table).stream().filter(row -> Objects.equals(row.get(column), value)).count();
  }

  private static Map<String, @Nullable Object> columns(Table table, List<@Nullable Object> row) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    int i = 0;
    for (Column column : table.columns()) {
      if (column.stored()) {
        Object value = row.get(i++);
        columns.put(
            column.name(),
            column.type() == ColumnType.JSON && value != null
                ? Canonical.json((String) value)
                : value);
      }
    }
    return columns;
  }
}
