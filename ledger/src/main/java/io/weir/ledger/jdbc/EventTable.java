package io.weir.ledger.jdbc;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads {@code ledger.event} and its head as they stand, trusting nothing. */
public final class EventTable {
  private static final String EVENTS =
      """
      select position, stream, version, commit_start, commit_size, id, type, data, subjects, actor, reason,
        command_id, correlation, recorded_at, prev_hash, hash
      from ledger.event
      """;

  private EventTable() {}

  /** The end of the ledger as its head has it. */
  public static Chain head(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("select ledger_id, position, hash from ledger.ledger_head")) {
      if (!row.next()) {
        throw new SQLException("ledger.ledger_head is empty");
      }
      return new Chain(
          row.getObject(1, UUID.class), row.getLong(2), Hash.fromBytes(row.getBytes(3)));
    }
  }

  /** The event at a position. */
  public static Optional<Recorded> at(Connection connection, UUID ledgerId, long position)
      throws SQLException {
    try (var statement = connection.prepareStatement(EVENTS + "where position = ?")) {
      statement.setLong(1, position);
      return read(statement, ledgerId).stream().findFirst();
    }
  }

  /** At most {@code limit} events after a position, in order. */
  public static List<Recorded> after(Connection connection, UUID ledgerId, long position, int limit)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(EVENTS + "where position > ? order by position limit ?")) {
      statement.setLong(1, position);
      statement.setInt(2, limit);
      return read(statement, ledgerId);
    }
  }

  private static List<Recorded> read(PreparedStatement statement, UUID ledgerId)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Recorded> events = new ArrayList<>();
      while (rows.next()) {
        events.add(recorded(rows, ledgerId));
      }
      return events;
    }
  }

  private static Recorded recorded(ResultSet row, UUID ledgerId) throws SQLException {
    var envelope =
        new Envelope(
            ledgerId,
            row.getLong("position"),
            row.getString("stream"),
            row.getLong("version"),
            row.getLong("commit_start"),
            row.getInt("commit_size"),
            row.getObject("id", UUID.class),
            row.getString("type"),
            List.of((String[]) row.getArray("subjects").getArray()),
            row.getString("actor"),
            row.getString("reason"),
            row.getObject("command_id", UUID.class),
            row.getString("correlation"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            Hash.fromBytes(row.getBytes("prev_hash")));
    return new Recorded(envelope, row.getString("data"), Hash.fromBytes(row.getBytes("hash")));
  }
}
