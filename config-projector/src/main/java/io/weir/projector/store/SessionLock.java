package io.weir.projector.store;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/**
 * A lock between processes, held by one connection; PostgreSQL releases it when that ends, however
 * it ends.
 */
public final class SessionLock implements AutoCloseable {
  private final SqlConnection connection;
  private final long key;

  private SessionLock(SqlConnection connection, long key) {
    this.connection = connection;
    this.key = key;
  }

  /** Takes the lock, unless somebody holds it. */
  public static Optional<SessionLock> tryTake(Database database, long key) {
    SqlConnection connection = database.connect();
    boolean taken = false;
    try {
      taken =
          Database.await(
              connection
                  .preparedQuery("select pg_try_advisory_lock($1)")
                  .execute(Tuple.of(key))
                  .map(rows -> rows.iterator().next().getBoolean(0)));
      return taken ? Optional.of(new SessionLock(connection, key)) : Optional.empty();
    } finally {
      if (!taken) {
        connection.closeAndForget();
      }
    }
  }

  @Override
  public void close() {
    try {
      Database.await(
          connection.preparedQuery("select pg_advisory_unlock($1)").execute(Tuple.of(key)));
    } catch (DatabaseUnavailableException e) {
      // The connection is gone, and the lock with it.
    } finally {
      connection.closeAndForget();
    }
  }
}
