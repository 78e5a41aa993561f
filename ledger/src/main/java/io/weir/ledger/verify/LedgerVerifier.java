package io.weir.ledger.verify;

import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.jdbc.EventTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the ledger from its first event with no secret and without trusting the tables: every
 * hash, every position, every version, every commit, and the head. Memory grows with the number of
 * streams only.
 */
public final class LedgerVerifier {
  private static final int PAGE = 1000;

  private final DataSource database;

  public LedgerVerifier(DataSource database) {
    this.database = database;
  }

  /** Verifies everything committed when the verification begins. */
  public Verification verify() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      Chain head = EventTable.head(connection);
      Verification verification = new Walk(head).over(connection);
      connection.rollback();
      return verification;
    }
  }

  /** The way along the chain. */
  private static final class Walk {
    private final Chain head;
    private final UUID ledgerId;
    private final Map<String, Long> versions = new HashMap<>();
    private Chain chain;
    private @Nullable Envelope open;

    Walk(Chain head) {
      this.head = head;
      ledgerId = head.ledgerId();
      chain = Chain.genesis(ledgerId);
    }

    Verification over(Connection connection) throws SQLException {
      List<Recorded> page = next(connection);
      while (!page.isEmpty()) {
        for (Recorded event : page) {
          String problem = problem(event);
          if (problem != null) {
            return new Verification(chain, problem);
          }
          chain = chain.after(event);
        }
        page = next(connection);
      }
      return new Verification(chain, problemAtTheEnd());
    }

    private List<Recorded> next(Connection connection) throws SQLException {
      return EventTable.after(connection, ledgerId, chain.position(), PAGE);
    }

    private @Nullable String problem(Recorded event) {
      try {
        chain.step(event);
      } catch (BrokenChainException e) {
        return e.getMessage();
      }
      Envelope envelope = event.envelope();
      long expected = versions.merge(envelope.stream(), 1L, Long::sum);
      if (envelope.version() != expected) {
        return "event %d has version %d of %s, not %d"
            .formatted(envelope.position(), envelope.version(), envelope.stream(), expected);
      }
      if (!fitsCommit(envelope)) {
        return "event %d does not belong to the command of the events around it"
            .formatted(envelope.position());
      }
      open = envelope.endsCommit() ? null : envelope;
      return null;
    }

    private boolean fitsCommit(Envelope envelope) {
      Envelope before = open;
      return before == null
          ? envelope.commitStart() == envelope.position()
          : envelope.commitStart() == before.commitStart()
              && envelope.commitSize() == before.commitSize()
              && envelope.commandId().equals(before.commandId());
    }

    private @Nullable String problemAtTheEnd() {
      if (open != null) {
        return "the last command is not complete";
      }
      return chain.equals(head)
          ? null
          : "the head says the ledger ends with event %d and hash %s"
              .formatted(head.position(), head.hash());
    }
  }
}
