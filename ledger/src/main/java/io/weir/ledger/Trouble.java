package io.weir.ledger;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What a failed transaction means to those who wait for it. */
enum Trouble {
  /** Someone else holds what it needed; it may be tried again. */
  BUSY,
  /** PostgreSQL is away or going away. */
  UNAVAILABLE,
  /** PostgreSQL has no room on its disk for what should be written; reading goes on. */
  FULL,
  /** This connection takes no writes: its server was a primary once, or is not one yet. */
  READ_ONLY,
  /** What the database has is not what this process can go on from; the command is not to blame. */
  HISTORY,
  /** One of its commands, or this program, is at fault. */
  FAULT;

  static Trouble of(Throwable failure) {
    if (failure instanceof LedgerRewoundException || failure instanceof LedgerUnreadableException) {
      return HISTORY;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String state = sqlState(cause);
      if (state != null) {
        return ofSqlState(state);
      }
      if (cause instanceof IOException
          || cause instanceof TimeoutException
          || cause instanceof VertxException
          || cause instanceof NoStackTraceThrowable) {
        return UNAVAILABLE;
      }
    }
    return FAULT;
  }

  static boolean isReadOnly(Throwable failure) {
    return of(failure) == READ_ONLY;
  }

  private static @Nullable String sqlState(Throwable cause) {
    return switch (cause) {
      case PgException pg -> pg.getSqlState();
      case SQLException sql -> sql.getSQLState();
      default -> null;
    };
  }

  /** By the classes of PostgreSQL's documentation, appendix A. */
  private static Trouble ofSqlState(String state) {
    return switch (state) {
      case "55P03", "57014", "40001", "40P01" -> BUSY;
      case "25006" -> READ_ONLY;
      case "53100" -> FULL;
      // the server ended a session that sat in its transaction for too long
      case "25P03" -> UNAVAILABLE;
      default ->
          switch (state.substring(0, 2)) {
            case "08", "53", "57", "58" -> UNAVAILABLE;
            default -> FAULT;
          };
    };
  }

  /** What whoever reads is told. */
  static Throwable notRead(Throwable failure) {
    return switch (of(failure)) {
      case UNAVAILABLE -> away(failure);
      case FULL -> full(failure);
      default -> failure;
    };
  }

  private static LedgerUnavailableException away(Throwable failure) {
    return new LedgerUnavailableException("the ledger's database cannot be reached", failure);
  }

  private static LedgerUnavailableException full(Throwable failure) {
    return new LedgerUnavailableException(
        "the disk of the ledger's database is full (PostgreSQL says 53100, disk_full)", failure);
  }

  /** What a caller is told whose command was certainly not recorded. */
  static Throwable notRecorded(Throwable failure) {
    return switch (of(failure)) {
      case BUSY ->
          new LedgerBusyException("other writers hold the ledger; give the command again", failure);
      case UNAVAILABLE -> away(failure);
      case FULL -> full(failure);
      case READ_ONLY ->
          new LedgerUnavailableException("the ledger's database takes no changes now", failure);
      case HISTORY, FAULT -> failure;
    };
  }
}
