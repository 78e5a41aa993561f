package io.weir.ledger;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Events that were recorded before, recorded again: the very envelopes, data and hashes. One
 * transaction, which holds the head from its beginning, so that nobody appends meanwhile; nothing
 * of it stays unless {@link #commit} is called. The caller proves that the events are next.
 */
public final class RecoveredEvents implements AutoCloseable {
  private static final String HEAD =
      "select ledger_id, position, hash from ledger.ledger_head for update";

  /** A database without events may become any ledger's. */
  private static final String ADOPT =
      "update ledger.ledger_head set ledger_id = ?::uuid, hash = decode(?, 'hex') where position ="
          + " 0";

  private static final String HOLDS =
      "select 1 from ledger.event where position = ? and hash = decode(?, 'hex')";

  private static final String ASKED =
      """
      insert into ledger.command (id, name, outcome, actor, authentication, reason, source_address, correlation,
        operation, position, at)
      values (?, 'recover-ledger', 'committed', ?, ?, ?, ?, ?, ?, ?, clock_timestamp())\
      """;

  private final Connection connection;
  private Chain end;
  private long commands;

  private RecoveredEvents(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HEAD)) {
      row.next();
      end =
          new Chain(row.getObject(1, UUID.class), row.getLong(2), Hash.fromBytes(row.getBytes(3)));
    }
  }

  /** Begins, as soon as nobody else holds the head; throws what the database gives. */
  public static RecoveredEvents begin(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      return new RecoveredEvents(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The end of the ledger with what was added so far. */
  public Chain end() {
    return end;
  }

  /** How many commands the events added are of. */
  public long commands() {
    return commands;
  }

  /**
   * Makes a ledger without events the one whose events are about to be added.
   *
   * @throws IllegalStateException if it has events
   */
  public void adopt(UUID ledgerId) throws SQLException {
    if (end.position() != 0) {
      throw new IllegalStateException("the ledger has events of its own");
    }
    Chain genesis = Chain.genesis(ledgerId);
    try (PreparedStatement update = connection.prepareStatement(ADOPT)) {
      update.setString(1, ledgerId.toString());
      update.setString(2, genesis.hash().hex());
      update.executeUpdate();
    }
    end = genesis;
  }

  /** Whether the ledger has this event. */
  public boolean holds(Chain chain) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLDS)) {
      select.setLong(1, chain.position());
      select.setString(2, chain.hash().hex());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && end.ledgerId().equals(chain.ledgerId());
      }
    }
  }

  /** Adds whole commands, which have been proven to be next. */
  public void add(List<Recorded> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    Map<UUID, Recorded> last = new LinkedHashMap<>();
    events.forEach(event -> last.put(event.envelope().commandId(), event));
    Recorded newest = events.getLast();
    try (PreparedStatement insert = connection.prepareStatement(LedgerSession.RECORD_AGAIN)) {
      insert.setString(1, Rows.events(events));
      insert.setString(2, Rows.recovered(last.values()));
      insert.setLong(3, newest.envelope().position());
      insert.setString(4, newest.hash().hex());
      insert.setString(5, newest.envelope().recordedAt().toString());
      insert.executeUpdate();
    }
    commands += last.size();
    end = end.after(newest);
  }

  /** Writes down who asked for it, why and from where, as of every command; without events. */
  public void askedBy(CommandContext context) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ASKED)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, context.actor());
      insert.setString(3, context.authentication().value());
      insert.setString(4, context.reason());
      insert.setString(5, context.sourceAddress());
      insert.setString(6, context.correlation());
      insert.setString(7, context.operation());
      insert.setLong(8, end.position());
      insert.executeUpdate();
    }
  }

  /** All that was added is in the ledger from now on. */
  public void commit() throws SQLException {
    connection.commit();
  }

  /** Ends; what was not committed is as if it had never been. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
