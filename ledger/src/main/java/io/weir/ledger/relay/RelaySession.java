package io.weir.ledger.relay;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.StoredEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.kafka.common.Uuid;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * One connection's worth of copying: waits for the lock, learns where the topic ends, and copies
 * until something breaks.
 */
final class RelaySession {
  /** Of the advisory lock that one relay per database holds: "weir" in ASCII. */
  private static final long LOCK = 0x77656972L;

  /**
   * How many looks at the topic pass between two repairs: who damages it again and again must not
   * have it filled again and again.
   */
  private static final int BETWEEN_REPAIRS = 15;

  private final DataSource database;
  private final StoredEvents ledger;
  private final RelayOptions options;
  private final Life life;
  private final long betweenRepairs;
  private long repairedAt;

  RelaySession(DataSource database, StoredEvents ledger, RelayOptions options, Life life) {
    this.database = database;
    this.ledger = ledger;
    this.options = options;
    this.life = life;
    betweenRepairs = options.inspectEvery().multipliedBy(BETWEEN_REPAIRS).toNanos();
    repairedAt = System.nanoTime() - betweenRepairs;
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
    var memory = new RelayMemory(connection);
    UUID ledgerId = ledger.head().ledgerId();
    reportRemembered(connection, RelayStatus.State.CONNECTING);
    var topic = new KafkaTopic(options);
    try (var admin = topic.admin();
        var inspector =
            new TopicInspector(options, topic.connection(), ledger, ledgerId, this::checkStopped)) {
      Uuid id =
          topic
              .ensure(admin)
              .orElseThrow(() -> new RelayException("topic " + options.topic() + " is gone"));
      TopicMark mark = open(inspector, id, admin, memory.mark(ledgerId));
      memory.mark(mark);
      Chain chain = mark.end();
      memory.published(chain.position());
      try (var patrol = new TopicPatrol(inspector, topic, admin, options.inspectEvery());
          var writer = new KafkaWriter(options, topic.connection())) {
        while (!life.stopped()) {
          patrol.check();
          Optional<TopicMark> news = patrol.news();
          if (news.isPresent()) {
            memory.mark(news.get());
          }
          List<Recorded> events = ledger.after(chain, options.batchSize());
          if (!events.isEmpty()) {
            chain = copy(connection, writer, patrol, chain, events);
          }
          if (memory.published(chain.position()) || events.isEmpty()) {
            report(connection, chain);
            life.report(RelayStatus::recovered);
          }
          if (events.size() < options.batchSize()) {
            awaitEventAfter(chain, connection);
          }
        }
      }
    }
  }

  /**
   * Where to continue: after the last event of the topic, which is proven to be an event of this
   * ledger. The topic may end before what was once acknowledged, if it was lost and made anew: then
   * it is filled again. So it is if it turns out not to be the ledger, but only once it is proven
   * that the database has all that is in it.
   */
  private TopicMark open(
      TopicInspector inspector, Uuid id, TopicAdmin admin, Optional<TopicMark> remembered)
      throws InterruptedException {
    try {
      return inspector.open(id, remembered);
    } catch (DamagedTopicException e) {
      String what = String.valueOf(e.getMessage());
      if (System.nanoTime() - repairedAt < betweenRepairs) {
        throw new RelayException(what + "; it was filled again a moment ago");
      }
      boolean ours = remembered.filter(mark -> mark.topic().equals(id)).isPresent();
      admin.removeBefore(inspector.proveHeld(ours));
      repairedAt = System.nanoTime();
      life.report(status -> status.repaired(what, Instant.now()));
      throw new RelayException(what + "; it is filled again from the ledger");
    }
  }

  private void checkStopped() throws InterruptedException {
    if (life.stopped()) {
      throw new InterruptedException();
    }
  }

  private Chain copy(
      Connection connection,
      KafkaWriter writer,
      TopicPatrol patrol,
      Chain from,
      List<Recorded> events)
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
          patrol.check();
          checkStopped();
        });
    long published = chain.position();
    life.report(
        status -> status.at(RelayStatus.State.PUBLISHING, published, status.head()).recovered());
    return chain;
  }

  /** What the relay that was last here has left word of. */
  private void reportRemembered(Connection connection, RelayStatus.State state)
      throws SQLException {
    long published = new RelayMemory(connection).published();
    long head = number(connection, "select position from ledger.ledger_head");
    life.report(status -> status.at(state, published, head));
  }

  private void report(Connection connection, Chain published) throws SQLException {
    long head = number(connection, "select position from ledger.ledger_head");
    if (head < published.position()) {
      throw TopicInspector.rewound(head, published.position());
    }
    life.report(status -> status.at(RelayStatus.State.PUBLISHING, published.position(), head));
  }

  /**
   * Returns when there is an event that the last question cannot have seen, or nothing came for a
   * while. What was committed after that question has told of itself, or will; so have those that
   * it gave, for which nobody need ask again.
   */
  private void awaitEventAfter(Chain chain, Connection connection) throws SQLException {
    PGConnection notified = connection.unwrap(PGConnection.class);
    long deadline = System.nanoTime() + options.pollInterval().toNanos();
    for (long now = System.nanoTime(); deadline - now > 0; now = System.nanoTime()) {
      // 0 would be for ever
      int millis = Math.toIntExact(Math.max(1, Duration.ofNanos(deadline - now).toMillis()));
      PGNotification[] news = notified.getNotifications(millis);
      if (news != null && Arrays.stream(news).anyMatch(one -> isAfter(chain, one.getParameter()))) {
        return;
      }
    }
  }

  /** Of what is no position nothing is known. */
  private static boolean isAfter(Chain chain, String position) {
    try {
      return Long.parseLong(position) > chain.position();
    } catch (NumberFormatException e) {
      return true;
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
