package io.weir.projector.view;

import java.lang.reflect.Array;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a value is declared and handed to PostgreSQL. */
enum ColumnType {
  /** Ordered by code point, whatever the database's own order is. */
  TEXT("text collate \"C\"", "text", String.class),
  TEXT_ARRAY("text[]", "text", String.class),
  INT("int", "int", Integer.class),
  BIGINT("bigint", "bigint", Long.class),
  BOOLEAN("boolean", "boolean", Boolean.class),
  UUID("uuid", "uuid", java.util.UUID.class),
  TIMESTAMP("timestamptz", "timestamptz", OffsetDateTime.class),
  JSON("json", "text", String.class);

  private final String sql;
  private final String element;
  private final Class<?> javaType;

  ColumnType(String sql, String element, Class<?> javaType) {
    this.sql = sql;
    this.element = element;
    this.javaType = javaType;
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

  /** The type of many values in one parameter. There is no array of arrays of unequal lengths. */
  String array() {
    return element + "[]";
  }

  /** One of many values, as its column takes it. */
  String element(String expression) {
    return this == JSON || this == TEXT_ARRAY ? expression + "::" + sql : expression;
  }

  /** Many values as one parameter. */
  Object array(List<? extends @Nullable Object> values) {
    Object[] array = (Object[]) Array.newInstance(javaType, values.size());
    for (int i = 0; i < array.length; i++) {
      Object value = values.get(i);
      array[i] = value instanceof String[] texts ? literal(texts) : value;
    }
    return array;
  }

  private static String literal(String[] texts) {
    StringBuilder literal = new StringBuilder("{");
    for (String text : texts) {
      literal.append(literal.length() == 1 ? "\"" : ",\"");
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"' || c == '\\') {
          literal.append('\\');
        }
        literal.append(c);
      }
      literal.append('"');
    }
    return literal.append('}').toString();
  }
}
