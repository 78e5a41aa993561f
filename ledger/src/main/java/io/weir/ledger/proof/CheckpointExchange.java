package io.weir.ledger.proof;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where checkpoints are told to witnesses, and what they say is heard. */
@FunctionalInterface
public interface CheckpointExchange {
  /** Connects; may be used by one thread until it is closed. */
  Talk open();

  /** A connection to witnesses. */
  interface Talk extends AutoCloseable {
    /**
     * Tells what was signed and not told, and takes down what was answered; waits a moment only.
     *
     * @return what is in the way, or null
     */
    @Nullable String exchange(Connection connection) throws SQLException;

    @Override
    void close();
  }
}
