package io.weir.ledger.relay;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.StoredEvents;
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
  private final StoredEvents ledger;
  private final RelayOptions options;
  private final Life life;

  RelaySession(DataSource database, StoredEvents ledger, RelayOptions options, Life life) {
    this.database = database;
    this.ledger = ledger;
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
    UUID ledgerId = ledger.head().ledgerId();
    reportRemembered(connection, RelayStatus.State.CONNECTING);
    var topic = new KafkaTopic(options);
    topic.ensure();
    Chain chain = floor(ledgerId, topic.last());
    try (var writer = new KafkaWriter(options, topic.connection())) {
      advance(connection, chain.position());
      while (!life.stopped()) {
        List<Recorded> events = ledger.after(chain, options.batchSize());
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
  private Chain floor(UUID ledgerId, Optional<Recorded> last) {
    if (last.isEmpty()) {
      return Chain.genesis(ledgerId);
    }
    Recorded end = last.get();
    var chain = new Chain(ledgerId, end.envelope().position(), end.hash());
    if (!ledger.hold(chain)) {
      Chain head = ledger.head();
      throw head.ledgerId().equals(end.envelope().ledgerId()) && head.position() < chain.position()
          ? rewound(head.position(), chain.position())
          : new RelayException(
              "the topic ends with event %d of another history: the ledger has been founded anew, or written after it was rewound"
                  .formatted(chain.position()));
    }
    return chain;
  }

  private static RelayException rewound(long head, long published) {
    return new RelayException(
        "the ledger has been rewound: its database ends with event %d, but event %d is in the topic"
            .formatted(head, published));
  }

  /** What the relay that was last here has left word of. */
  private void reportRemembered(Connection connection, RelayStatus.State state)
      throws SQLException {
    long published = number(connection, "select position from ledger.relay");
    long head = number(connection, "select position from ledger.ledger_head");
    life.report(status -> status.at(state, published, head));
  }

  private void report(Connection connection, Chain published) throws SQLException {
    long head = number(connection, "select position from ledger.ledger_head");
    if (head < published.position()) {
      throw rewound(head, published.position());
    }
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
