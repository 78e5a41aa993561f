package io.weir.projector.view;

import io.weir.projector.kit.Canonical;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does with rows what PostgreSQL does with the statements made from them. */
final class InMemoryTables {
  /** A row and the positions it is there at: those from one on and before another. */
  private record Version(List<@Nullable Object> row, long from, long to) {}

  private final Map<String, Map<List<@Nullable Object>, Version>> tables = new HashMap<>();
  private final Map<String, List<Version>> past = new HashMap<>();

  void write(Rows rows) {
    rows.forEach(
        (table, key, at, gone, row) -> {
          var stored = tables.computeIfAbsent(table.name(), t -> new HashMap<>());
          Version before = stored.get(key);
          if (before != null) {
            past.computeIfAbsent(table.name(), t -> new ArrayList<>())
                .add(new Version(before.row, before.from, at));
          }
          if (gone) {
            stored.remove(key);
          }
          if (row != null) {
            stored.put(
                key,
                new Version(
                    gone || before == null ? row : Rows.keeping(table, before.row, row),
                    at,
                    Long.MAX_VALUE));
          }
        });
  }

  /** ReadTable to rows as they were at a position, sorted; but for those that have no past. */
  Map<String, List<String>> content(long at) {
    Map<String, List<String>> content = new TreeMap<>();
    for (ReadTable table : ReadModel.tables()) {
      if (table.remembers()) {
        content.put(
            table.name(),
            Stream.concat(
                    past.getOrDefault(table.name(), List.of()).stream(),
                    tables.getOrDefault(table.name(), Map.of()).values().stream())
                .filter(version -> version.from <= at && at < version.to)
                .map(version -> Canonical.row(columns(table, version.row)))
                .sorted()
                .toList());
      }
    }
    return content;
  }

  /** ReadTable to rows, sorted. */
  Map<String, List<String>> content() {
    Map<String, List<String>> content = new TreeMap<>();
    for (ReadTable table : ReadModel.tables()) {
      List<String> rows = new ArrayList<>();
      for (List<@Nullable Object> row : rows(table.name())) {
        rows.add(Canonical.row(columns(table, row)));
      }
      rows.sort(null);
      content.put(table.name(), rows);
    }
    return content;
  }

  private List<List<@Nullable Object>> rows(String table) {
    return tables.getOrDefault(table, Map.of()).values().stream().map(Version::row).toList();
  }

  private static Map<String, @Nullable Object> columns(
      ReadTable table, List<@Nullable Object> row) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    int i = 0;
    for (Column column : table.columns()) {
      Object value = row.get(i++);
      columns.put(
          column.name(),
          column.type() == ColumnType.JSON && value != null
              ? Canonical.json((String) value)
              : value);
    }
    return columns;
  }
}
