package io.weir.projector.view;

/** A column of a read table and of the views that publish it. */
record Column(String name, ColumnType type, Role role) {
  /** What an update does to a column. */
  enum Role {
    /** Tells rows apart. */
    KEY,
    /** Never null, replaced by every update. */
    VALUE,
    /** May be null, replaced by every update. */
    OPTIONAL,
    /** Keeps what the row was inserted with. */
    KEPT
  }

  static Column key(String name, ColumnType type) {
    return new Column(name, type, Role.KEY);
  }

  static Column value(String name, ColumnType type) {
    return new Column(name, type, Role.VALUE);
  }

  static Column optional(String name, ColumnType type) {
    return new Column(name, type, Role.OPTIONAL);
  }

  static Column kept(String name, ColumnType type) {
    return new Column(name, type, Role.KEPT);
  }

  boolean replaced() {
    return role == Role.VALUE || role == Role.OPTIONAL;
  }
}
