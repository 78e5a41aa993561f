package io.weir.acceptance.chaos.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** Who holds the lock of the relay, as PostgreSQL knows it; asked past all wires. */
record RelaySessions(String url, String user, String password) {
  /** Of the relay that copies, not of those that stand by. */
  private static final String HOLDER =
      """
      from pg_stat_activity a join pg_locks l on l.pid = a.pid
      where l.locktype = 'advisory' and l.granted and a.application_name = 'weir-relay'
        and a.datname = current_database()
      """;

  /** The port that its connection comes from; empty when there is none or nobody answers. */
  Optional<Integer> clientPort() {
    return number("select a.client_port " + HOLDER);
  }

  /** Ends its session. */
  void end() {
    number("select pg_terminate_backend(a.pid)::int " + HOLDER);
  }

  private Optional<Integer> number(String sql) {
    try (Connection connection =
            DriverManager.getConnection(url + "?connectTimeout=2&socketTimeout=2", user, password);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
    } catch (SQLException away) {
      return Optional.empty();
    }
  }
}
