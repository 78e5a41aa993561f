package io.weir.transparency.verify;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a ledger in PostgreSQL, as they stand at one moment; rights to read {@code
 * ledger.event} and {@code ledger.ledger_head} are enough.
 */
public final class LedgerTables implements History {
  private static final int FETCHED_AT_ONCE = 1000;

  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final Chain head;
  private final Instant headAt;
  private Instant lastAt = Instant.EPOCH;

  /**
   * Begins to read.
   *
   * @param connection of PostgreSQL; closed with this
   * @throws IOException if there is no ledger
   */
  public LedgerTables(Connection connection) throws IOException {
    this.connection = connection;
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      // what is committed meanwhile moves the head: head and events are of one moment
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement = connection.createStatement();
      try (ResultSet row =
          statement.executeQuery(
              "select ledger_id, position, hash, recorded_at from ledger.ledger_head")) {
        if (!row.next()) {
          throw new IOException("ledger.ledger_head has no row");
        }
        head =
            new Chain(
                row.getObject("ledger_id", UUID.class),
                row.getLong("position"),
                Hash.fromBytes(row.getBytes("hash")));
        headAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
      }
      statement.setFetchSize(FETCHED_AT_ONCE);
      rows = statement.executeQuery("select * from ledger.event order by position");
    } catch (SQLException e) {
      throw new IOException("the ledger cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable Recorded next(@Nullable Chain end) throws IOException {
    try {
      return rows.next() ? recorded() : null;
    } catch (SQLException e) {
      throw new IOException("the ledger cannot be read: " + e.getMessage(), e);
    }
  }

  private Recorded recorded() throws SQLException {
    lastAt = rows.getObject("recorded_at", OffsetDateTime.class).toInstant();
    var envelope =
        new Envelope(
            head.ledgerId(),
            rows.getLong("position"),
            rows.getString("stream"),
            rows.getLong("version"),
            rows.getLong("commit_start"),
            rows.getInt("commit_size"),
            rows.getObject("id", UUID.class),
            rows.getString("type"),
            List.of((String[]) rows.getArray("subjects").getArray()),
            rows.getString("actor"),
            authentication(rows.getString("authentication")),
            rows.getString("reason"),
            rows.getObject("command_id", UUID.class),
            rows.getString("correlation"),
            lastAt,
            Hash.fromBytes(rows.getBytes("prev_hash")));
    return new Recorded(envelope, rows.getString("data"), Hash.fromBytes(rows.getBytes("hash")));
  }

  private static @Nullable Authentication authentication(@Nullable String text) {
    return text == null ? null : new Authentication(text);
  }

  @Override
  public void end(@Nullable Chain end) throws UnsoundException {
    Chain reached = Objects.requireNonNullElseGet(end, () -> Chain.genesis(head.ledgerId()));
    if (!reached.equals(head)) {
      throw new UnsoundException(
          Math.min(reached.position(), head.position()) + 1,
          "the events end with event %d and hash %s, the head says with event %d and hash %s"
              .formatted(reached.position(), reached.hash(), head.position(), head.hash()));
    }
    if (!lastAt.equals(headAt)) {
      throw new UnsoundException(
          reached.position() + 1,
          "the last event is of %s, the head says of %s".formatted(lastAt, headAt));
    }
  }

  @Override
  public long expected() {
    return head.position();
  }

  @Override
  public void close() throws IOException {
    try (connection;
        statement) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IOException("the ledger cannot be left: " + e.getMessage(), e);
    }
  }
}
