package io.weir.ledger.relay;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.Uuid;

/** What a relay leaves word of for the next one, in the database. Losing it costs time alone. */
final class RelayMemory {
  /**
   * How often a position is written down at most: nobody waits for it, and everybody for events.
   */
  private static final long BETWEEN_NANOS = 500_000_000;

  private final Connection connection;
  private long said = -1;
  private long saidAt = System.nanoTime() - BETWEEN_NANOS;

  RelayMemory(Connection connection) {
    this.connection = connection;
  }

  /** The last position known to be in the topic. */
  long published() throws SQLException {
    try (var statement = connection.createStatement();
        var row = only(statement.executeQuery("select position from ledger.relay"))) {
      return row.getLong(1);
    }
  }

  /**
   * Writes a position down, unless one was a moment ago: to be said again until it is.
   *
   * @return whether it was written now
   */
  boolean published(long position) throws SQLException {
    long now = System.nanoTime();
    if (position == said || now - saidAt < BETWEEN_NANOS) {
      return false;
    }
    said = position;
    saidAt = now;
    try (var statement =
        connection.prepareStatement("update ledger.relay set position = ?, at = now()")) {
      statement.setLong(1, position);
      statement.executeUpdate();
    }
    return true;
  }

  /** What was proven of the topic that the ledger was copied to last. */
  Optional<TopicMark> mark(UUID ledgerId) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            only(
                statement.executeQuery(
                    "select topic_id, first_offset, next_offset, proven_position, proven_hash from"
                        + " ledger.relay"))) {
      String topic = row.getString(1);
      if (topic == null) {
        return Optional.empty();
      }
      Hash hash = Hash.fromBytes(row.getBytes(5));
      return Optional.of(
          new TopicMark(
              Uuid.fromString(topic),
              row.getLong(2),
              row.getLong(3),
              new Chain(ledgerId, row.getLong(4), hash)));
    }
  }

  void mark(TopicMark mark) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update ledger.relay set topic_id = ?, first_offset = ?, next_offset = ?,"
                + " proven_position = ?, proven_hash = ?")) {
      statement.setString(1, mark.topic().toString());
      statement.setLong(2, mark.first());
      statement.setLong(3, mark.next());
      statement.setLong(4, mark.end().position());
      statement.setBytes(5, mark.end().hash().bytes());
      statement.executeUpdate();
    }
  }

  private static ResultSet only(ResultSet row) throws SQLException {
    if (!row.next()) {
      throw new SQLException("ledger.relay has no row");
    }
    return row;
  }
}
