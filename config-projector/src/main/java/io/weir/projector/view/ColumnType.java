package io.weir.projector.view;

/** How a value is declared and handed to PostgreSQL. */
enum ColumnType {
  /** Ordered by code point, whatever the database's own order is. */
  TEXT("text collate \"C\""),
  TEXT_ARRAY("text[]"),
  INT("int"),
  BIGINT("bigint"),
  BOOLEAN("boolean"),
  UUID("uuid"),
  TIMESTAMP("timestamptz"),
  JSON("json");

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }

  /**
   * A placeholder; JSON goes over the wire as text, since the driver would quote a string as a JSON
   * string.
   */
  String parameter(int index) {
    return this == JSON ? "$" + index + "::text::json" : "$" + index;
  }
}
