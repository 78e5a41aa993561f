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
  private static final Duration LIMIT = Duration.ofSeconds(60);

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
    } catch (CheckpointMovedException e) {
      throw e;
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof PgException refused && isFinal(refused)) {
          throw new IllegalStateException("PostgreSQL refused: " + refused.getMessage(), e);
        }
      }
      throw new DatabaseUnavailableException(e);
    }
  }

  /** SQLSTATE classes 22, 23 and 42: data, constraint, syntax or missing object. */
  private static boolean isFinal(PgException refused) {
    String state = refused.getSqlState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }
}
