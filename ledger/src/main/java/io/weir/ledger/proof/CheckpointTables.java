package io.weir.ledger.proof;

import io.weir.contracts.log.Hash;
import io.weir.transparency.note.Checkpoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The tables of checkpoints and cosignatures, by one connection. */
final class CheckpointTables {
  private static final int UNPUBLISHED = 100;

  private final Connection connection;

  CheckpointTables(Connection connection) {
    this.connection = connection;
  }

  /** A checkpoint that was signed. */
  record Signed(long id, long size, String note, Instant at) {}

  void insert(Checkpoint checkpoint, String note, Instant at) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into ledger.checkpoint (size, root, note, at) values (?, ?, ?, ?)")) {
      statement.setLong(1, checkpoint.size());
      statement.setBytes(2, checkpoint.root().bytes());
      statement.setString(3, note);
      statement.setObject(4, at.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  Optional<Signed> last() throws SQLException {
    return all("order by id desc limit 1").stream().findFirst();
  }

  /** That of the most events. */
  Optional<Signed> largest() throws SQLException {
    return all("order by size desc, id desc limit 1").stream().findFirst();
  }

  /** The newest checkpoint of a size. */
  Optional<Signed> of(long size) throws SQLException {
    return all("where size = " + size + " order by id desc limit 1").stream().findFirst();
  }

  List<Signed> unpublished() throws SQLException {
    return all("where not published order by id limit " + UNPUBLISHED);
  }

  private List<Signed> all(String where) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select id, size, note, at from ledger.checkpoint " + where);
        ResultSet rows = statement.executeQuery()) {
      List<Signed> all = new ArrayList<>();
      while (rows.next()) {
        all.add(
            new Signed(
                rows.getLong("id"),
                rows.getLong("size"),
                rows.getString("note"),
                rows.getObject("at", OffsetDateTime.class).toInstant()));
      }
      return all;
    }
  }

  void published(long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("update ledger.checkpoint set published = true where id = ?")) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }

  long nextOffset() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select next_offset from ledger.cosignature_read");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  void nextOffset(long offset) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("update ledger.cosignature_read set next_offset = ?")) {
      statement.setLong(1, offset);
      statement.executeUpdate();
    }
  }

  void cosigned(Checkpoint checkpoint, String key, String line, Instant at) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into ledger.cosignature values (?, ?, ?, ?, ?)"
                + " on conflict (size, key) do update set root = excluded.root,"
                + " line = excluded.line, at = excluded.at")) {
      statement.setLong(1, checkpoint.size());
      statement.setString(2, key);
      statement.setBytes(3, checkpoint.root().bytes());
      statement.setString(4, line);
      statement.setObject(5, at.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  /** Forgets what witnesses said long ago; the topic keeps it. */
  void forgetCosignaturesBefore(Instant at) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from ledger.cosignature where at < ?")) {
      statement.setObject(1, at.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  /** The newest cosignature of each witness, of a size or of whatever it last saw. */
  List<Cosigned> cosignatures(Optional<Long> size) throws SQLException {
    String where = size.map(s -> " where size = " + s).orElse("");
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select distinct on (key) size, key, root, line, at from"
                    + " ledger.cosignature"
                    + where
                    + " order by key, size desc");
        ResultSet rows = statement.executeQuery()) {
      List<Cosigned> all = new ArrayList<>();
      while (rows.next()) {
        all.add(cosigned(rows));
      }
      return all;
    }
  }

  private Cosigned cosigned(ResultSet row) throws SQLException {
    long size = row.getLong("size");
    byte[] root = row.getBytes("root");
    return new Cosigned(
        size,
        Base64.getEncoder().encodeToString(root),
        row.getString("key"),
        row.getString("line").strip(),
        has(size, Hash.fromBytes(root)),
        row.getObject("at", OffsetDateTime.class).toInstant().toString());
  }

  /** Whether the tree has a root at a size, which it may not have reached. */
  boolean has(long size, Hash root) throws SQLException {
    return size <= new TreeTables(connection).size()
        && TreeFollower.tree(connection, size).root().equals(root);
  }
}
