package io.weir.rest.list;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A total order of a list's rows: its columns, the last of which tell all rows apart, all of them
 * ascending or all descending, so that one index serves both directions.
 *
 * @param name as the parameter {@code sort} has it, without direction
 */
record Order(String name, List<Key> keys, boolean descending) {
  /** A column and its type. */
  record Key(String column, KeyType type) {}

  Order {
    keys = List.copyOf(keys);
  }

  Order reversed() {
    return new Order(name, keys, !descending);
  }

  /** As the parameter {@code sort} has it. */
  String text() {
    return (descending ? "-" : "") + name;
  }

  String orderBy() {
    return keys.stream()
        .map(key -> key.column() + (descending ? " desc" : ""))
        .collect(Collectors.joining(", "));
  }

  /** The keys as columns {@code read_key_0} and so on. */
  String columns() {
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      columns.append(keys.get(i).column()).append(" as ").append(column(i)).append(", ");
    }
    return columns.toString();
  }

  static String column(int key) {
    return "read_key_" + key;
  }

  /** The condition that a row comes after one whose keys are the parameters from {@code first}. */
  String after(int first) {
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      parameters.append(i == 0 ? "$" : ", $").append(first + i);
    }
    String columns = keys.stream().map(Key::column).collect(Collectors.joining(", "));
    return "(" + columns + (descending ? ") < (" : ") > (") + parameters + ")";
  }
}
