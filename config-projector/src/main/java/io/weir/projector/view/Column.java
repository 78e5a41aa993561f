package io.weir.projector.view;

import org.jspecify.annotations.Nullable;

/**
 * A column of a read table or of the view that publishes it.
 *
 * @param computed the SQL expression of a column that only the published view has, over the row
 *     {@code t}; {@code {schema}} stands for the generation's schema
 */
record Column(String name, ColumnType type, Role role, @Nullable String computed) {
  /** What an update does to a column. */
  enum Role {
    /** Tells rows apart. */
    KEY,
    /** Never null, replaced by every update. */
    VALUE,
    /** May be null, replaced by every update. */
    OPTIONAL,
    /** Keeps what the row was inserted with. */
    KEPT,
    /** Not stored. */
    COMPUTED
  }

  static Column key(String name, ColumnType type) {
    return new Column(name, type, Role.KEY, null);
  }

  static Column value(String name, ColumnType type) {
    return new Column(name, type, Role.VALUE, null);
  }

  static Column optional(String name, ColumnType type) {
    return new Column(name, type, Role.OPTIONAL, null);
  }

  static Column kept(String name, ColumnType type) {
    return new Column(name, type, Role.KEPT, null);
  }

  static Column computed(String name, ColumnType type, String expression) {
    return new Column(name, type, Role.COMPUTED, expression);
  }

  boolean stored() {
    return role != Role.COMPUTED;
  }

  boolean replaced() {
    return role == Role.VALUE || role == Role.OPTIONAL;
  }
}
