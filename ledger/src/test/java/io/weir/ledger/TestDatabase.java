package io.weir.ledger;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.testing.Postgres;
import io.weir.transparency.verify.LedgerTables;
import io.weir.transparency.verify.Verification;
import io.weir.transparency.verify.Verifier;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  List<Recorded> events() {
    try (var reader = TestLedger.open(this)) {
      StoredEvents events = reader.events();
      return events.after(Chain.genesis(events.head().ledgerId()), Integer.MAX_VALUE);
    }
  }

  /** Proves the whole ledger. */
  Verification verify() {
    return verify(Map.of());
  }

  /** Proves the whole ledger, and that it has these roots. */
  Verification verify(Map<Long, Hash> roots) {
    try (var tables = new LedgerTables(connect())) {
      return new Verifier(roots).verify(tables, _ -> {});
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
