package io.weir.projector.store;

import static io.weir.projector.store.Database.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.contracts.codec.Json;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.ReadTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The atomic switch from the active generation to a rebuilt one. */
@ApplicationScoped
public class Cutover {
  /**
   * Brings the rebuilt generation to exactly a position, writing through connections of its own.
   */
  @FunctionalInterface
  public interface LastSteps {
    /** Returns when the generation is at {@code position}; throws to call the switch off. */
    void advanceTo(long position);
  }

  private final Database database;

  Cutover(Database database) {
    this.database = database;
  }

  /**
   * Stops the live writer at its next transaction, lets the rebuilt generation catch up with it,
   * compares the two, and makes the rebuilt one the active one, all in one transaction: readers see
   * either the old tables or the new.
   *
   * @return what the comparison found; a difference does not stop the switch, since the rebuilt one
   *     is the truth
   * @throws IllegalStateException if the topic's history is not the one that the live generation
   *     was made of
   */
  public Comparison to(int number, LastSteps lastSteps) {
    SqlConnection c = database.connect();
    try {
      var transaction = await(c.begin());
      try {
        Comparison comparison = switchTo(c, number, lastSteps);
        await(transaction.commit());
        return comparison;
      } catch (RuntimeException e) {
        rollback(transaction.rollback(), e);
        throw e;
      }
    } finally {
      c.closeAndForget();
    }
  }

  private static void rollback(Uni<Void> rollback, RuntimeException cause) {
    try {
      await(rollback);
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static Comparison switchTo(SqlConnection c, int number, LastSteps lastSteps) {
    // A reader that takes long must not hold up all readers queued behind this transaction.
    // It is idle itself while others take the last steps.
    await(
        c.query(
                "set local lock_timeout = '3s';"
                    + " set local idle_in_transaction_session_timeout = '60s'")
            .execute());
    Generation live = locked(c, "state = 'active'");
    lastSteps.advanceTo(live.checkpoint().position());
    Generation rebuilt = locked(c, "state = 'building' and number = " + number);
    requireSameHistory(live, rebuilt);
    Comparison comparison = compare(c, live, rebuilt);
    await(
        c.preparedQuery("update projector.generation set state = 'retired' where number = $1")
            .execute(Tuple.of(live.number())));
    await(
        c.preparedQuery(
                """
                update projector.generation
                set state = 'active', finished_at = clock_timestamp(), comparison = $2::text::json
                where number = $1\
                """)
            .execute(Tuple.of(number, json(comparison))));
    await(Schemas.publish(c, number, live.layout().equals(rebuilt.layout())));
    return comparison;
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

  private static void requireSameHistory(Generation live, Generation rebuilt) {
    Checkpoint of = live.checkpoint();
    Checkpoint other = rebuilt.checkpoint();
    if (of.position() != other.position() || !Objects.equals(of.hash(), other.hash())) {
      throw new IllegalStateException(
          "the read model stands at event %d with hash %s, the topic has event %d with hash %s"
              .formatted(of.position(), of.hash(), other.position(), other.hash()));
    }
  }

  private static Comparison compare(SqlConnection c, Generation live, Generation rebuilt) {
    List<Comparison.OfTable> tables = new ArrayList<>();
    for (ReadTable table : ReadModel.tables()) {
      for (String name : table.stored()) {
        tables.add(
            new Comparison.OfTable(
                name,
                content(c, live.schema() + "." + name),
                content(c, rebuilt.schema() + "." + name)));
      }
    }
    return Comparison.of(tables);
  }

  private static Comparison.Content content(SqlConnection c, String table) {
    Row row =
        await(
            c.preparedQuery("select to_regclass($1) is not null")
                .execute(Tuple.of(table))
                .chain(
                    known ->
                        known.iterator().next().getBoolean(0)
                            ? c.query(ReadTable.contentSql(table)).execute()
                            : c.query("select 0::bigint as rows, 'no such table' as hash")
                                .execute())
                .map(rows -> rows.iterator().next()));
    return new Comparison.Content(row.getLong("rows"), row.getString("hash"));
  }

  private static String json(Comparison comparison) {
    try {
      return Json.MAPPER.writeValueAsString(comparison);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + comparison, e);
    }
  }
}
