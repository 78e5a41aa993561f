package io.weir.ledger.proof;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.transparency.tree.Merkle;
import io.weir.transparency.tree.Tile;
import io.weir.transparency.tree.Tiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The tables of the tree, by one connection. */
final class TreeTables implements Tiles {
  private final Connection connection;

  TreeTables(Connection connection) {
    this.connection = connection;
  }

  /** The last event in the tree. */
  Chain end(UUID ledgerId) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select size, hash from ledger.tree");
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("ledger.tree has no row");
      }
      long size = row.getLong("size");
      return size == 0
          ? Chain.genesis(ledgerId)
          : new Chain(ledgerId, size, Hash.fromBytes(row.getBytes("hash")));
    }
  }

  /** How many events are in it. */
  long size() throws SQLException {
    return end(new UUID(0, 0)).position();
  }

  void moveTo(Chain end) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("update ledger.tree set size = ?, hash = ?")) {
      statement.setLong(1, end.position());
      statement.setBytes(2, end.hash().bytes());
      statement.executeUpdate();
    }
  }

  void write(int level, long index, byte[] hashes) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into ledger.tile values (?, ?, ?)"
                + " on conflict (level, index) do update set hashes = excluded.hashes")) {
      statement.setInt(1, level);
      statement.setLong(2, index);
      statement.setBytes(3, hashes);
      statement.executeUpdate();
    }
  }

  /** What is there of a tile, which may be more than was asked for. */
  @Override
  public byte[] read(Tile tile) {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select hashes from ledger.tile where level = ? and index = ?")) {
      statement.setInt(1, tile.level());
      statement.setLong(2, tile.index());
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          byte[] hashes = row.getBytes(1);
          if (hashes.length >= tile.width() * Merkle.HASH_BYTES) {
            return hashes;
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the tile cannot be read: " + e.getMessage(), e);
    }
    throw new IllegalStateException(
        "there is no tile %s of level %d".formatted(tile.path(), tile.level()));
  }
}
