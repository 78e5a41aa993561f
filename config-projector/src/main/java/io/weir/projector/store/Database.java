package io.weir.projector.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL for threads that wait: every call takes its own connection and ends with an answer or
 * an exception.
 *
 * <p>The driver is used bare, without an object mapper: rows here are written by the thousand and
 * never read back as objects, and its batches do that several times faster.
 */
@ApplicationScoped
public class Database {
  /** How long one unit of work may take; longer means that the server is as good as away. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private static final long LOOK_MS = 500;

  /** Ends a connection from within: the pool does not offer to close one. */
  private static final String END = "select pg_terminate_backend(pg_backend_pid())";

  private final Pool pool;

  Database(Pool pool) {
    this.pool = pool;
  }

  /** Runs one statement. */
  public RowSet<Row> query(String sql, @Nullable Object... parameters) {
    return await(with(connection -> connection.preparedQuery(sql).execute(tuple(parameters))));
  }

  /** Runs statements without parameters, separated by semicolons, together. */
  public void script(String sql) {
    await(with(connection -> connection.query(sql).execute()));
  }

  /**
   * Runs work in a transaction, whose statements may overtake one another's answers but not one
   * another.
   */
  public <T> T transaction(Function<SqlConnection, Uni<T>> work) {
    return await(
        with(
            connection ->
                connection
                    .begin()
                    .flatMap(
                        transaction ->
                            work.apply(connection)
                                .onCancellation()
                                .call(() -> ignoringFailure(transaction.rollback()))
                                .call(transaction::commit)
                                .onFailure()
                                .call(() -> ignoringFailure(transaction.rollback())))));
  }

  /**
   * Works on a connection of the pool. One that turns out to be read-only is ended and not given
   * back: after a failover it leads to the server that was the primary before, and would for ever.
   */
  private <T> Uni<T> with(Function<SqlConnection, Uni<T>> work) {
    return pool.withConnection(
        connection ->
            work.apply(connection)
                .onFailure(Database::isReadOnly)
                .call(() -> ignoringFailure(connection.query(END).execute())));
  }

  private static Uni<Void> ignoringFailure(Uni<?> work) {
    return work.replaceWithVoid().onFailure().recoverWithNull();
  }

  private static boolean isReadOnly(Throwable failure) {
    return failure instanceof PgException refused && "25006".equals(refused.getSqlState());
  }

  /** A connection that the caller closes. */
  public SqlConnection connect() {
    return await(pool.getConnection());
  }

  static Tuple tuple(@Nullable Object... parameters) {
    Tuple tuple = Tuple.tuple();
    for (Object parameter : parameters) {
      tuple.addValue(parameter);
    }
    return tuple;
  }

  /**
   * Waits for an answer.
   *
   * @throws DatabaseUnavailableException if trying again may help
   * @throws IllegalStateException if it cannot: the statement is wrong for this database
   */
  static <T> T await(Uni<T> work) {
    try {
      return work.await().atMost(LIMIT);
    } catch (RuntimeException e) {
      throw explained(e);
    }
  }

  /**
   * Waits for an answer as long as it takes.
   *
   * @param watch run now and then meanwhile; throws to end it
   * @param cancel makes the server stop in that case
   */
  static <T> void awaitLong(Uni<T> work, Runnable watch, Runnable cancel) {
    CompletableFuture<T> answer = work.subscribeAsCompletionStage();
    try {
      while (!isDone(answer)) {
        watch.run();
      }
    } catch (RuntimeException e) {
      if (!answer.isDone()) {
        cancel.run();
      }
      throw e;
    }
  }

  private static boolean isDone(CompletableFuture<?> answer) {
    try {
      answer.get(LOOK_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw explained(new IllegalStateException(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** Rolls back because of something, which counts. */
  static void rollback(Uni<Void> rollback, RuntimeException cause) {
    try {
      await(rollback);
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static RuntimeException explained(RuntimeException failure) {
    if (failure instanceof CheckpointMovedException) {
      return failure;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException refused && isFinal(refused)) {
        return new IllegalStateException("PostgreSQL refused: " + refused.getMessage(), failure);
      }
    }
    return new DatabaseUnavailableException(failure);
  }

  /** SQLSTATE 55P03 and 57014: a lock was not to be had in time, or the statement took too long. */
  static boolean wasTimedOut(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException refused
          && ("55P03".equals(refused.getSqlState()) || "57014".equals(refused.getSqlState()))) {
        return true;
      }
    }
    return false;
  }

  /** SQLSTATE classes 22, 23 and 42: data, constraint, syntax or missing object. */
  private static boolean isFinal(PgException refused) {
    String state = refused.getSqlState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }
}
