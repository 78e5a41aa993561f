package io.weir.ledger;

import io.weir.contracts.log.Recorded;
import io.weir.ledger.jdbc.EventTable;
import io.weir.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a ledger of a test is, and plain SQL to look behind its back. */
record TestDatabase(String host, int port, String name, String user, String password) {
  /** A new database with the ledger's tables. */
  static TestDatabase create(Postgres postgres) {
    var database =
        new TestDatabase(
            postgres.host(),
            postgres.port(),
            postgres.newDatabase(),
            postgres.user(),
            postgres.password());
    LedgerSchema.migrate(database.source());
    return database;
  }

  /** The same database by another way. */
  TestDatabase through(int otherPort) {
    return new TestDatabase(host, otherPort, name, user, password);
  }

  DataSource source() {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  Connection connect() throws SQLException {
    return source().getConnection();
  }

  void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(texts(sql).getFirst());
  }

  /** The first column of every row, as text. */
  List<String> texts(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** The whole ledger. */
  List<Recorded> events() throws SQLException {
    try (var connection = connect()) {
      var head = EventTable.head(connection);
      return EventTable.after(connection, head.ledgerId(), 0, Integer.MAX_VALUE);
    }
  }
}
