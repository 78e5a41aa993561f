package io.weir.ledger.proof;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.StoredEvents;
import io.weir.transparency.tree.TileWriter;
import io.weir.transparency.tree.TiledTree;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Brings the tiles up with the events, page by page, each page with its tiles in one transaction.
 * Off the write path: whoever appends waits for nothing of it. Every event is proven to be the next
 * of the chain before it becomes a leaf. One at a time, by the signer's lock.
 */
final class TreeFollower {
  private static final int PAGE = 500;

  private final StoredEvents events;

  TreeFollower(StoredEvents events) {
    this.events = events;
  }

  /**
   * Adds a page of events.
   *
   * @param connection without a transaction
   * @return the last event in the tree, and whether there is more
   * @throws io.weir.contracts.log.BrokenChainException if what stands in the ledger is not what was
   *     recorded; the tree ends before it
   */
  Step step(Connection connection, UUID ledgerId) throws SQLException {
    connection.setAutoCommit(false);
    try {
      var tables = new TreeTables(connection);
      Chain end = tables.end(ledgerId);
      List<Recorded> page = events.after(end, PAGE);
      if (!page.isEmpty()) {
        end = append(tables, end, page);
      }
      connection.commit();
      return new Step(end, page.size() == PAGE);
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Where the tree ends, and whether the ledger goes on behind it. */
  record Step(Chain end, boolean more) {}

  private static Chain append(TreeTables tables, Chain from, List<Recorded> page)
      throws SQLException {
    var writer = new TileWriter(from.position(), tables);
    Chain end = from;
    for (Recorded event : page) {
      if (end.step(event) == Chain.Step.APPLY) {
        end = end.after(event);
        writer.append(event.hash());
      }
    }
    for (TileWriter.Written tile : writer.changed()) {
      tables.write(tile.level(), tile.index(), tile.hashes());
    }
    tables.moveTo(end);
    return end;
  }

  /** The tree as it was at a size that it has reached. */
  static TiledTree tree(Connection connection, long size) {
    return new TiledTree(size, new TreeTables(connection));
  }
}
