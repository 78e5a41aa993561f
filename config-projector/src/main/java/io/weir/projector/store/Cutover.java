package io.weir.projector.store;

import static io.weir.projector.store.Database.await;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The atomic switch from the active generation to a rebuilt one. What takes long was done before:
 * whatever the history, it holds what others wait for during the last steps and for as long as
 * {@link #LIMITS} lets it.
 */
@ApplicationScoped
public class Cutover {
  /**
   * Waits for nobody for long: a reader of long breath would hold up all readers that queue behind
   * this transaction, and the live writer waits for it as well. It is idle itself while others take
   * the last steps.
   */
  private static final String LIMITS =
      "set local lock_timeout = '400ms'; set local statement_timeout = '500ms';"
          + " set local idle_in_transaction_session_timeout = '2s'";

  /**
   * Brings the rebuilt generation to exactly a position, writing through connections of its own.
   */
  @FunctionalInterface
  public interface LastSteps {
    /** Returns when the generation is at {@code position}; throws to call it off. */
    void advanceTo(long position);
  }

  private final Database database;

  Cutover(Database database) {
    this.database = database;
  }

  /**
   * Stops the live writer at its next transaction, lets the rebuilt generation catch up with it,
   * and makes the rebuilt one the active one, all in one transaction: readers see either the old
   * tables or the new.
   *
   * @throws DatabaseUnavailableException if others were in the way for too long, too: trying again
   *     may help
   * @throws IllegalStateException if the topic's history is not the one that the live generation
   *     was made of, or the other one is not being built any more
   */
  public void to(int number, LastSteps lastSteps) {
    SqlConnection c = database.connect();
    try {
      var transaction = await(c.begin());
      try {
        switchTo(c, number, lastSteps);
        await(transaction.commit());
      } catch (RuntimeException e) {
        Database.rollback(transaction.rollback(), e);
        throw Database.wasTimedOut(e)
            ? new DatabaseUnavailableException(
                "somebody holds what is read or written for longer than the switch waits", e)
            : e;
      }
    } finally {
      c.closeAndForget();
    }
  }

  private static void switchTo(SqlConnection c, int number, LastSteps lastSteps) {
    await(c.query(LIMITS).execute());
    Generation live = locked(c, "state = 'active'");
    lastSteps.advanceTo(live.checkpoint().position());
    Generation rebuilt = locked(c, "state = 'building' and number = " + number);
    Comparer.requireSameHistory(live, rebuilt);
    await(
        c.preparedQuery("update projector.generation set state = 'retired' where number = $1")
            .execute(Tuple.of(live.number())));
    await(
        c.preparedQuery(
                """
                update projector.generation set state = 'active', finished_at = clock_timestamp()
                where number = $1\
                """)
            .execute(Tuple.of(number)));
    await(Schemas.publish(c, number, live.layout().equals(rebuilt.layout())));
  }

  private static Generation locked(SqlConnection c, String which) {
    for (Row row :
        await(
            c.query(
                    "select "
                        + Generations.COLUMNS
                        + " from projector.generation where "
                        + which
                        + " for update")
                .execute())) {
      return Generations.read(row);
    }
    throw new IllegalStateException("there is no generation with " + which);
  }
}
