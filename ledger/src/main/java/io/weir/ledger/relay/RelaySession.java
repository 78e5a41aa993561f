package io.weir.ledger.relay;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.jdbc.EventTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * One connection's worth of copying: waits for the lock, learns where the topic ends, and copies
 * until something breaks.
 */
final class RelaySession {
  /** Of the advisory lock that one relay per database holds: "weir" in ASCII. */
  private static final long LOCK = 0x77656972L;

  private final DataSource database;
  private final RelayOptions options;
  private final Life life;

  RelaySession(DataSource database, RelayOptions options, Life life) {
    this.database = database;
    this.options = options;
    this.life = life;
  }

  /** What ties a session to its relay. */
  interface Life {
    boolean stopped();

    /** Waits, unless and until the relay is stopped. */
    void pause(Duration time) throws InterruptedException;

    void report(UnaryOperator<RelayStatus> change);
  }

  /** Copies until the relay is stopped; throws what breaks it. */
  void run() throws Exception {
    try (Connection connection = database.getConnection()) {
      // Losing an advance costs nothing: the topic itself says how far it is.
      execute(connection, "set synchronous_commit = off");
      if (awaitLock(connection)) {
        // not before: nobody takes the notifications that a standby would gather
        execute(connection, "listen ledger");
        copy(connection);
      }
    }
  }

  private boolean awaitLock(Connection connection) throws SQLException, InterruptedException {
    while (!life.stopped()) {
      if (number(connection, "select pg_try_advisory_lock(" + LOCK + ")::int") == 1) {
        return true;
      }
      reportRemembered(connection, RelayStatus.State.STANDBY);
      life.report(RelayStatus::recovered);
      life.pause(options.pollInterval());
    }
    return false;
  }

  private void copy(Connection connection) throws Exception {
    UUID ledgerId = EventTable.head(connection).ledgerId();
    reportRemembered(connection, RelayStatus.State.CONNECTING);
    var topic = new KafkaTopic(options);
    topic.ensure();
    Chain chain = floor(connection, ledgerId, topic.last());
    try (var writer = new KafkaWriter(options, topic.connection())) {
      advance(connection, chain.position());
      while (!life.stopped()) {
        List<Recorded> events =
            EventTable.after(connection, ledgerId, chain.position(), options.batchSize());
        if (events.isEmpty()) {
          report(connection, chain);
          life.report(RelayStatus::recovered);
          awaitNotification(connection);
        } else {
          chain = copy(connection, writer, chain, events);
        }
      }
    }
  }

  private Chain copy(Connection connection, KafkaWriter writer, Chain from, List<Recorded> events)
      throws Exception {
    Chain chain = from;
    for (Recorded event : events) {
      // Nothing wrong is passed on: it could not be taken back.
      if (chain.step(event) == Chain.Step.APPLY) {
        chain = chain.after(event);
      }
    }
    writer.write(
        events,
        () -> {
          report(connection, from);
          if (life.stopped()) {
            throw new InterruptedException();
          }
        });
    advance(connection, chain.position());
    long published = chain.position();
    life.report(
        status -> status.at(RelayStatus.State.PUBLISHING, published, status.head()).recovered());
    return chain;
  }

  /**
   * Where to continue: after the last event of the topic, which must be an event of this ledger.
   * The topic may end before what was once acknowledged, if it was lost and made anew: then it is
   * filled again.
   */
  private static Chain floor(Connection connection, UUID ledgerId, Optional<Recorded> last)
      throws SQLException {
    if (last.isEmpty()) {
      return Chain.genesis(ledgerId);
    }
    Recorded end = last.get();
    long position = end.envelope().position();
    boolean ours =
        EventTable.at(connection, ledgerId, position)
            .filter(event -> event.hash().equals(end.hash()))
            .isPresent();
    if (!ours) {
      throw new RelayException(
          "the topic ends with event %d of another history: the ledger has been founded anew or rewound"
              .formatted(position));
    }
    return new Chain(ledgerId, position, end.hash());
  }

  /** What the relay that was last here has left word of. */
  private void reportRemembered(Connection connection, RelayStatus.State state)
      throws SQLException {
    long published = number(connection, "select position from ledger.relay");
    long head = EventTable.head(connection).position();
    life.report(status -> status.at(state, published, head));
  }

  private void report(Connection connection, Chain published) throws SQLException {
    long head = EventTable.head(connection).position();
    life.report(status -> status.at(RelayStatus.State.PUBLISHING, published.position(), head));
  }

  private void awaitNotification(Connection connection) throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .getNotifications(Math.toIntExact(options.pollInterval().toMillis()));
  }

  private static void advance(Connection connection, long position) throws SQLException {
    try (var statement =
        connection.prepareStatement("update ledger.relay set position = ?, at = now()")) {
      statement.setLong(1, position);
      statement.executeUpdate();
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new SQLException("no row: " + sql);
      }
      return row.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
