package io.weir.guard.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Finds out whether a connection to PostgreSQL keeps its session from one transaction to the next.
 * A few connections leave a mark in theirs and ask for it again: one after another first, which
 * makes them share what a pooler has free, and then with transactions that overlap in changing
 * order, which makes it hand out others. What is compared is only what one and the same connection
 * said and reads, so that nothing else that goes on can make it wrong.
 */
final class SessionProbe {
  private static final int CONNECTIONS = 3;
  private static final int ROUNDS = 6;

  /** Of this class of settings PostgreSQL knows nothing, so that everybody may set them. */
  private static final String MARK = "weir.session";

  private final Source source;

  SessionProbe(Source source) {
    this.source = source;
  }

  /** Opens connections whose statements do not wait for ever. */
  @FunctionalInterface
  interface Source {
    Connection connect() throws SQLException;
  }

  /** What was found. */
  sealed interface Keeping {
    /** Every connection found what it left. */
    record Kept() implements Keeping {}

    /** A connection found another session than before. */
    record Lost(String how) implements Keeping {}

    /** Nothing can be said. */
    record Unknown(String why) implements Keeping {}
  }

  /** What a connection is in: its mark and the process that serves it. */
  private record Served(String mark, int process) {}

  private record Marked(Connection connection, Served served) {}

  /** Looks once; takes some milliseconds. */
  Keeping look() {
    List<Connection> open = new ArrayList<>();
    try {
      List<Marked> marked = mark(open);
      if (marked.size() < 2) {
        return new Keeping.Unknown("there is only one connection to be had");
      }
      for (Marked one : marked) {
        compare(one);
      }
      for (int round = 0; round < ROUNDS; round++) {
        overlap(marked, new Random(round));
      }
      return new Keeping.Kept();
    } catch (LostException e) {
      return new Keeping.Lost(e.getMessage());
    } catch (SQLException e) {
      return new Keeping.Unknown(String.valueOf(e.getMessage()));
    } finally {
      open.forEach(SessionProbe::close);
    }
  }

  /** As many as there are to be had, at least one: the first that fails says why. */
  private List<Marked> mark(List<Connection> open) throws SQLException {
    List<Marked> marked = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      try {
        Connection connection = source.connect();
        open.add(connection);
        String mark = UUID.randomUUID().toString();
        marked.add(
            new Marked(
                connection,
                ask(connection, "set_config('%s', '%s', false)".formatted(MARK, mark))));
      } catch (SQLException e) {
        if (marked.isEmpty()) {
          throw e;
        }
      }
    }
    return marked;
  }

  /** All of them are in a transaction at the same time. */
  private static void overlap(List<Marked> marked, Random random)
      throws SQLException, LostException {
    List<Marked> order = new ArrayList<>(marked);
    Collections.shuffle(order, random);
    for (Marked one : order) {
      one.connection.setAutoCommit(false);
      compare(one);
    }
    Collections.shuffle(order, random);
    for (Marked one : order) {
      one.connection.commit();
      one.connection.setAutoCommit(true);
    }
  }

  private static void compare(Marked one) throws SQLException, LostException {
    Served now = ask(one.connection, "coalesce(current_setting('%s', true), '')".formatted(MARK));
    if (!now.equals(one.served)) {
      throw new LostException(
          now.process == one.served.process
              ? "a setting that a connection made was gone or another's in its next transaction"
              : "a connection was served by process %d, and in its next transaction by %d"
                  .formatted(one.served.process, now.process));
    }
  }

  private static Served ask(Connection connection, String mark) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select " + mark + ", pg_backend_pid()")) {
      rows.next();
      return new Served(String.valueOf(rows.getString(1)), rows.getInt(2));
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // it is gone already
    }
  }

  private static final class LostException extends Exception {
    private static final long serialVersionUID = 1;

    LostException(String how) {
      super(how);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
