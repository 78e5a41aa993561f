package io.weir.projector.store;

import static io.weir.projector.store.Database.await;

import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** The indexes of a generation that was filled without them. */
@ApplicationScoped
public class IndexBuild {
  /** Each takes as long as it takes; there is nobody in the tables yet who would wait. */
  private static final String NO_LIMIT = "set local statement_timeout = 0";

  private final Database database;

  IndexBuild(Database database) {
    this.database = database;
  }

  /**
   * Makes them, one after the other, but for those that are there, and has the planner look at the
   * tables.
   *
   * @param watch asked again and again; throws to end it
   */
  public void create(int number, Runnable watch) {
    Schemas.indexesSql(number).forEach(sql -> run(sql, watch));
    Schemas.tables(number).forEach(table -> run("analyze " + table, watch));
  }

  private void run(String sql, Runnable watch) {
    watch.run();
    SqlConnection c = database.connect();
    try {
      var transaction = await(c.begin());
      try {
        await(c.query(NO_LIMIT).execute());
        int backend =
            await(c.query("select pg_backend_pid()").execute()).iterator().next().getInteger(0);
        Database.awaitLong(c.query(sql).execute(), watch, () -> cancel(backend));
        await(transaction.commit());
      } catch (RuntimeException e) {
        Database.rollback(transaction.rollback(), e);
        throw e;
      }
    } finally {
      c.closeAndForget();
    }
  }

  private void cancel(int backend) {
    database.query("select pg_cancel_backend($1)", backend);
  }
}
