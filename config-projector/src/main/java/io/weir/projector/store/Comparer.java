package io.weir.projector.store;

import static io.weir.projector.store.Database.await;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.ReadTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares a generation that is being built with the active one, in nobody's way: each is looked at
 * in a snapshot that PostgreSQL keeps of it, the two of them at the same position, and takes as
 * long as it takes, in statements of about a second.
 */
@ApplicationScoped
public class Comparer {
  private static final long FIRST_PAGES = 256;
  private static final long MOST_PAGES = 65_536;
  private static final long QUICK_NANOS = 125_000_000;
  private static final long SLOW_NANOS = 500_000_000;

  private final Database database;

  Comparer(Database database) {
    this.database = database;
  }

  /**
   * Remembers what the active generation is at this moment, has the other one brought to the same
   * position, and compares.
   *
   * @param lastSteps brings the generation to a position, and writes nothing to it after that
   * @param watch asked again and again; throws to end it
   * @throws IllegalStateException if the topic's history is not the one that the active generation
   *     was made of
   */
  public Comparison compare(int number, Cutover.LastSteps lastSteps, Runnable watch) {
    Generation live;
    Map<String, Comparison.Content> ofLive;
    try (Still still = new Still("state = 'active'", watch)) {
      live = still.generation;
      lastSteps.advanceTo(live.checkpoint().position());
      requireSameHistory(live, still("number = " + number));
      ofLive = still.contents();
    }
    Map<String, Comparison.Content> ofRebuilt;
    try (Still still = new Still("number = " + number, watch)) {
      requireSameHistory(live, still.generation);
      ofRebuilt = still.contents();
    }
    List<Comparison.OfTable> tables =
        ofLive.entrySet().stream()
            .map(
                table ->
                    new Comparison.OfTable(
                        table.getKey(),
                        table.getValue(),
                        Objects.requireNonNull(ofRebuilt.get(table.getKey()))))
            .toList();
    return Comparison.of(live.checkpoint().position(), tables);
  }

  private Generation still(String which) {
    return Generations.read(
        database
            .query("select " + Generations.COLUMNS + " from projector.generation where " + which)
            .iterator()
            .next());
  }

  static void requireSameHistory(Generation live, Generation rebuilt) {
    Checkpoint of = live.checkpoint();
    Checkpoint other = rebuilt.checkpoint();
    if (of.position() != other.position() || !Objects.equals(of.hash(), other.hash())) {
      throw new IllegalStateException(
          "the read model stands at event %d with hash %s, the topic has event %d with hash %s"
              .formatted(of.position(), of.hash(), other.position(), other.hash()));
    }
  }

  /** A generation as it was at one moment, whatever is written to it since. */
  private final class Still implements AutoCloseable {
    private final SqlConnection c = database.connect();
    private final Runnable watch;
    private final Generation generation;

    Still(String which, Runnable watch) {
      this.watch = watch;
      try {
        // The first question is the moment. It is idle itself while the other one comes to it.
        await(
            c.query(
                    "begin isolation level repeatable read read only;"
                        + " set local idle_in_transaction_session_timeout = '60s'")
                .execute());
        generation =
            Generations.read(
                await(
                        c.query(
                                "select "
                                    + Generations.COLUMNS
                                    + " from projector.generation where "
                                    + which)
                            .execute())
                    .iterator()
                    .next());
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }

    Map<String, Comparison.Content> contents() {
      Map<String, Comparison.Content> contents = new LinkedHashMap<>();
      for (ReadTable table : ReadModel.tables()) {
        for (String name : table.stored()) {
          contents.put(name, content(generation.schema() + "." + name));
        }
      }
      return contents;
    }

    private Comparison.Content content(String table) {
      Long pages =
          await(
                  c.preparedQuery(
                          """
                          select pg_relation_size(to_regclass($1))
                            / current_setting('block_size')::bigint\
                          """)
                      .execute(Tuple.of(table)))
              .iterator()
              .next()
              .getLong(0);
      if (pages == null) {
        return new Comparison.Content(0, "no such table");
      }
      long rows = 0;
      BigInteger hash = BigInteger.ZERO;
      long step = FIRST_PAGES;
      for (long from = 0; from < pages; ) {
        watch.run();
        long to = Math.min(pages, from + step);
        long started = System.nanoTime();
        Row part =
            await(c.query(ReadTable.contentSql(table, from, to)).execute()).iterator().next();
        rows += part.getLong("rows");
        hash = hash.add(new BigInteger(part.getString("hash")));
        from = to;
        step = next(step, System.nanoTime() - started);
      }
      return new Comparison.Content(rows, hash.toString());
    }

    /** Neither so few pages that asking takes longer than answering, nor so many that it shows. */
    private static long next(long step, long nanos) {
      if (nanos > SLOW_NANOS) {
        return Math.max(1, step / 2);
      }
      return nanos < QUICK_NANOS ? Math.min(MOST_PAGES, 2 * step) : step;
    }

    @Override
    public void close() {
      c.query("rollback").execute().onFailure().recoverWithNull().await().atMost(Database.LIMIT);
      c.closeAndForget();
    }
  }
}
