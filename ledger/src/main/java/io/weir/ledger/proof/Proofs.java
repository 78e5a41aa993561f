package io.weir.ledger.proof;

import io.weir.contracts.log.Hash;
import io.weir.transparency.tree.ConsistencyProof;
import io.weir.transparency.tree.InclusionProof;
import io.weir.transparency.tree.Merkle;
import io.weir.transparency.tree.Tile;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What the ledger can prove, read from its tables. Every method waits for PostgreSQL. */
public final class Proofs {
  private final DataSource database;

  public Proofs(DataSource database) {
    this.database = database;
  }

  /** Something to do with a connection. */
  @FunctionalInterface
  private interface Query<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T ask(Query<T> query) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return query.on(connection);
    }
  }

  /** How many events the tree holds now. */
  public long size() throws SQLException {
    return ask(connection -> new TreeTables(connection).size());
  }

  /** The newest checkpoint as it was signed, or the newest of a size. */
  public Optional<String> checkpoint(Optional<Long> size) throws SQLException {
    return ask(
        connection -> {
          var tables = new CheckpointTables(connection);
          return size.isPresent()
              ? tables.of(size.get()).map(CheckpointTables.Signed::note)
              : tables.last().map(CheckpointTables.Signed::note);
        });
  }

  /** An event's proof, with its hash and the root. */
  public record Included(Hash event, Hash root, InclusionProof proof) {}

  /**
   * That an event is in the tree of a size, which the tree has reached.
   *
   * @param position of the event, 1 to size
   */
  public Included inclusion(long position, long size) throws SQLException {
    return ask(
        connection -> {
          var tree = TreeFollower.tree(connection, size);
          return new Included(
              hashes(connection, position, position).getFirst(),
              tree.root(),
              tree.inclusion(position - 1));
        });
  }

  /** A proof that one tree continues another, with their roots. */
  public record Continued(Hash from, Hash to, ConsistencyProof proof) {}

  /** That the tree of a size continues that of an earlier one; both have been reached. */
  public Continued consistency(long from, long to) throws SQLException {
    return ask(
        connection -> {
          var tree = TreeFollower.tree(connection, to);
          return new Continued(
              TreeFollower.tree(connection, from).root(), tree.root(), tree.consistency(from));
        });
  }

  /** The hashes of a tile, as many as its width; empty if the tree has not reached it. */
  public Optional<byte[]> tile(Tile tile) throws SQLException {
    return ask(
        connection -> {
          long size = new TreeTables(connection).size();
          if (Tile.widthAt(tile.level(), tile.index(), size) < tile.width()) {
            return Optional.empty();
          }
          byte[] hashes = new TreeTables(connection).read(tile);
          return Optional.of(Arrays.copyOf(hashes, tile.width() * Merkle.HASH_BYTES));
        });
  }

  /** The entries below a tile of level 0: each event's hash, behind its length in two bytes. */
  public Optional<byte[]> entries(Tile tile) throws SQLException {
    return ask(
        connection -> {
          long first = tile.index() * Tile.FULL + 1;
          List<Hash> events = hashes(connection, first, first + tile.width() - 1);
          long size = new TreeTables(connection).size();
          if (events.size() < tile.width() || first + tile.width() - 1 > size) {
            return Optional.empty();
          }
          var bundle = new ByteArrayOutputStream();
          for (Hash event : events) {
            bundle.write(0);
            bundle.write(Merkle.HASH_BYTES);
            bundle.writeBytes(event.bytes());
          }
          return Optional.of(bundle.toByteArray());
        });
  }

  private static List<Hash> hashes(Connection connection, long from, long to) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select hash from ledger.event where position between ? and ? order by position")) {
      statement.setLong(1, from);
      statement.setLong(2, to);
      try (ResultSet rows = statement.executeQuery()) {
        List<Hash> hashes = new ArrayList<>();
        while (rows.next()) {
          hashes.add(Hash.fromBytes(rows.getBytes(1)));
        }
        return hashes;
      }
    }
  }

  /** The newest cosignature of each witness, or those of a size. */
  public List<Cosigned> cosignatures(Optional<Long> size) throws SQLException {
    return ask(connection -> new CheckpointTables(connection).cosignatures(size));
  }
}
