package io.weir.rest.list;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** The type of a column that a list is sorted by, and how a cursor writes its values. */
public enum KeyType {
  TEXT {
    @Override
    String write(Row row, String column) {
      return row.getString(column);
    }

    @Override
    Object read(String text) {
      if (text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("PostgreSQL has no text with a NUL in it");
      }
      return text;
    }
  },
  NUMBER {
    @Override
    String write(Row row, String column) {
      return row.getLong(column).toString();
    }

    @Override
    Object read(String text) {
      return Long.valueOf(text);
    }
  },
  UUID {
    @Override
    String write(Row row, String column) {
      return row.getUUID(column).toString();
    }

    @Override
    Object read(String text) {
      return java.util.UUID.fromString(text);
    }
  },
  /** To the microsecond, as PostgreSQL keeps it. */
  TIME {
    @Override
    String write(Row row, String column) {
      return row.getOffsetDateTime(column).toString();
    }

    @Override
    Object read(String text) {
      try {
        return OffsetDateTime.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(e);
      }
    }
  };

  abstract String write(Row row, String column);

  /** The value that {@link #write} wrote; throws IllegalArgumentException if it did not. */
  abstract Object read(String text);
}
