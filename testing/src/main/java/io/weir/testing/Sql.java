package io.weir.testing;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The few statements the kit itself runs against PostgreSQL. */
final class Sql {
  static final String USER = "weir";
  static final String PASSWORD = "weir";
  static final String ADMIN = "postgres";

  private Sql() {}

  static DataSource dataSource(
      String host, int port, String database, String user, String password) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** Creates the role that tests use; to be called once on a fresh server. */
  static void createRole(String host, int port, String adminPassword) {
    execute(
        dataSource(host, port, "postgres", ADMIN, adminPassword),
        "create role " + USER + " login createdb password '" + PASSWORD + "'");
  }

  static void execute(DataSource source, String sql) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + sql, e);
    }
  }
}
