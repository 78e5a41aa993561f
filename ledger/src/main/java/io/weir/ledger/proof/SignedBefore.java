package io.weir.ledger.proof;

import io.weir.transparency.note.Checkpoint;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What was signed before, by the file beside the key and by the table of checkpoints: what
 * contradicts either is not signed. A ledger that was restored from an older backup contradicts the
 * file, one that was rewritten both, and a file that was lost nothing, for which there is the
 * table.
 */
final class SignedBefore {
  private static final String FILE = "the file of the last checkpoint";
  private static final String TABLE = "the newest row of ledger.checkpoint";

  private final CheckpointDirectory directory;

  SignedBefore(CheckpointDirectory directory) {
    this.directory = directory;
  }

  /**
   * Makes sure that a checkpoint continues what was signed before.
   *
   * @throws IOException if it does not, or that cannot be told
   */
  void requireContinuedBy(Connection connection, Checkpoint now) throws SQLException, IOException {
    Optional<Checkpoint> file = directory.last();
    if (file.isPresent()) {
      requireContinued(connection, file.get(), now, FILE);
    }
    Optional<CheckpointTables.Signed> table = new CheckpointTables(connection).largest();
    if (table.isPresent()) {
      Checkpoint signed = CheckpointDirectory.read(table.get().note(), TABLE);
      requireContinued(connection, signed, now, TABLE);
    }
  }

  /**
   * Remembers what another process has signed, so that it is not contradicted once this one signs
   * in its place. What is in the file and newer stays: both may have the same directory.
   *
   * @return how many events were signed
   * @throws IOException if the ledger is not what was signed, or that cannot be told
   */
  long remember(Connection connection) throws SQLException, IOException {
    // the table first: whoever signs writes the file before it
    Optional<CheckpointTables.Signed> newest = new CheckpointTables(connection).largest();
    if (newest.isEmpty()) {
      return 0;
    }
    CheckpointTables.Signed signed = newest.get();
    Optional<Checkpoint> file = directory.last();
    if (file.isEmpty() || file.get().size() < signed.size()) {
      requireContinuedBy(connection, CheckpointDirectory.read(signed.note(), TABLE));
      directory.publish(signed.size(), signed.note(), signed.at());
    }
    return signed.size();
  }

  private static void requireContinued(
      Connection connection, Checkpoint before, Checkpoint now, String where)
      throws SQLException, IOException {
    if (!before.origin().equals(now.origin())) {
      throw new IOException(
          "%s is of another ledger, %s: set it aside".formatted(where, before.origin()));
    }
    if (before.size() > now.size()
        || !new CheckpointTables(connection).has(before.size(), before.root())) {
      throw new IOException(
          "the ledger contradicts %s: what was signed up to event %d is not what is there now"
              .formatted(where, before.size()));
    }
  }
}
