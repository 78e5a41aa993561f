package io.weir.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The projector's tables and views, as it makes them, for tests of services that read them without
 * a projector. Rows go into schema {@value #SCHEMA}.
 */
public final class ReadModelTables {
  /** Where the tables are; the views over them are in {@code read}. */
  public static final String SCHEMA = "read_g1";

  /** Rows that tests write by hand were there from the beginning, unless they say otherwise. */
  private static final String FROM_THE_BEGINNING =
      """
      do $$
      declare one text;
      begin
        for one in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relnamespace = 'read_g1'::regnamespace and c.relkind = 'r' and a.attname = 'valid_from'
            and c.relname not like '%\\_past'
        loop
          execute format('alter table read_g1.%I alter valid_from set default 0', one);
        end loop;
      end $$;
      """;

  private ReadModelTables() {}

  /** The statements that take away what there is. */
  public static String dropSql() {
    return "drop schema if exists read, read_g1, projector cascade;\n";
  }

  /** The statements that make them anew: empty, at a position. */
  public static String createSql(long position) {
    return dropSql()
        + sql()
        + FROM_THE_BEGINNING
        + "insert into projector.generation (number, state, layout, position) values (1, 'active',"
        + " '', "
        + position
        + ");\n";
  }

  /** The statement that says how much of the ledger they know. */
  public static String atSql(long position) {
    return "update projector.generation set position = " + position;
  }

  /** Makes them anew: empty, at a position. */
  public static void create(DataSource database, long position) {
    Sql.execute(database, createSql(position));
  }

  private static String sql() {
    try (InputStream script =
        Objects.requireNonNull(
            ReadModelTables.class.getResourceAsStream("read-model.sql"), "read-model.sql")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
