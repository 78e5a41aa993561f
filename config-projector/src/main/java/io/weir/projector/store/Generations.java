package io.weir.projector.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.contracts.log.Hash;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The generations of the read model and what is written into them. */
@ApplicationScoped
public class Generations {
  static final String COLUMNS = "number, state, layout, ledger_id, position, hash, next_offset";

  /** From so many rows on, one statement for all is cheaper than one for each. */
  private static final int MANY = 8;

  private final Database database;

  Generations(Database database) {
    this.database = database;
  }

  /** The generation that {@code read} shows, if there is one yet. */
  public Optional<Generation> active() {
    return first(
        database.query("select " + COLUMNS + " from projector.generation where state = 'active'"));
  }

  /** A generation by its number. */
  public Optional<Generation> find(int number) {
    return first(
        database.query(
            "select " + COLUMNS + " from projector.generation where number = $1", number));
  }

  /** All generations in a state. */
  public List<Generation> in(Generation.State state) {
    return all("state = $1", name(state));
  }

  private List<Generation> all(String which, Object... parameters) {
    List<Generation> found = new ArrayList<>();
    database
        .query(
            "select " + COLUMNS + " from projector.generation where " + which + " order by number",
            parameters)
        .forEach(row -> found.add(read(row)));
    return found;
  }

  /** Makes an empty first generation the active one; does nothing where there is one. */
  public void ensureActive() {
    database.transaction(
        c ->
            lockRegistry(c)
                .chain(
                    () ->
                        c.query("select 1 from projector.generation where state = 'active'")
                            .execute())
                .chain(
                    active ->
                        active.size() > 0
                            ? Uni.createFrom().voidItem()
                            : create(c, Generation.State.ACTIVE)
                                .chain(number -> Schemas.publish(c, number, true))));
  }

  /**
   * Makes a new empty generation to rebuild into, without indexes, which are cheaper to make at
   * once; gives its number.
   */
  public int createBuilding() {
    return database.transaction(
        c -> lockRegistry(c).chain(() -> create(c, Generation.State.BUILDING)));
  }

  /** Says of a generation that is being built that it shall not be; false if it is not. */
  public boolean cancel(int number) {
    return database
            .query(
                """
                update projector.generation set state = 'cancelled', finished_at = clock_timestamp()
                where number = $1 and state = 'building'\
                """,
                number)
            .rowCount()
        == 1;
  }

  /** Keeps what was found of a generation that is being built. */
  public void keep(int number, Comparison comparison) {
    database.query(
        """
        update projector.generation set comparison = $2::text::json
        where number = $1 and state = 'building'\
        """,
        number,
        comparison.json());
  }

  /** Generations that are not needed any more, or never will be, and still have their tables. */
  public List<Generation> leftovers() {
    return all(
        """
        state in ('building', 'retired')
        or state in ('failed', 'cancelled') and to_regnamespace('read_g' || number) is not null\
        """);
  }

  /** The generation made last, whatever became of it. */
  public Optional<Generation> newest() {
    return first(
        database.query(
            "select " + COLUMNS + " from projector.generation order by number desc limit 1"));
  }

  private static Uni<Void> lockRegistry(SqlConnection c) {
    return c.query("lock table projector.generation in share row exclusive mode")
        .execute()
        .replaceWithVoid();
  }

  private static Uni<Integer> create(SqlConnection c, Generation.State state) {
    return c.preparedQuery(
            """
            insert into projector.generation (number, state, layout)
            select coalesce(max(number), 0) + 1, $1, $2 from projector.generation
            returning number\
            """)
        .execute(Tuple.of(name(state), ReadModel.layout()))
        .map(rows -> rows.iterator().next().getInteger(0))
        .call(number -> Schemas.create(c, number, state == Generation.State.ACTIVE));
  }

  /**
   * Writes rows and the checkpoint they lead to, in one transaction, and announces an active
   * generation's new position.
   *
   * @param generation as the writer last saw it
   * @throws CheckpointMovedException if its checkpoint or its state is another by now
   */
  public void write(Generation generation, Checkpoint next, Rows rows) {
    database.transaction(
        c ->
            // The checkpoint's row first: who holds its lock writes, and the tables stay where they
            // are.
            advance(c, generation, next)
                .invoke(count -> guard(count, generation))
                .chain(() -> send(c, generation, next, rows)));
  }

  /** Sends everything at once and waits for all answers together. */
  private static Uni<Void> send(
      SqlConnection c, Generation generation, Checkpoint next, Rows rows) {
    List<Uni<Void>> sent = new ArrayList<>();
    for (Rows.Batch batch : rows.batches(generation.schema())) {
      sent.add(send(c, batch));
    }
    if (generation.state() == Generation.State.ACTIVE) {
      sent.add(
          c.preparedQuery("select pg_notify('projection', $1)")
              .execute(Tuple.of(Long.toString(next.position())))
              .replaceWithVoid());
    }
    return Uni.join().all(sent).andFailFast().replaceWithVoid();
  }

  private static Uni<Void> send(SqlConnection c, Rows.Batch batch) {
    if (batch.parameters().size() >= MANY) {
      return c.preparedQuery(batch.allSql())
          .execute(Database.tuple(batch.arrays().toArray()))
          .replaceWithVoid();
    }
    List<Tuple> rows =
        batch.parameters().stream().map(row -> Database.tuple(row.toArray())).toList();
    return c.preparedQuery(batch.sql()).executeBatch(rows).replaceWithVoid();
  }

  private static Uni<Integer> advance(SqlConnection c, Generation generation, Checkpoint next) {
    Hash hash = next.hash();
    return c.preparedQuery(
            """
            update projector.generation
            set position = $1, hash = $2, ledger_id = $3, next_offset = $4, updated_at = clock_timestamp()
            where number = $5 and state = $6 and position = $7\
            """)
        .execute(
            Database.tuple(
                next.position(),
                hash == null ? null : hash.hex(),
                next.ledgerId(),
                next.nextOffset(),
                generation.number(),
                name(generation.state()),
                generation.checkpoint().position()))
        .map(RowSet::rowCount);
  }

  private static void guard(int count, Generation generation) {
    if (count != 1) {
      throw new CheckpointMovedException(
          "generation %d is no longer %s at position %d"
              .formatted(
                  generation.number(),
                  name(generation.state()),
                  generation.checkpoint().position()));
    }
  }

  /** Removes a generation's tables and says what became of it; the active one stays as it is. */
  public void drop(int number, Generation.State end, String reason) {
    database.transaction(
        c ->
            c.preparedQuery(
                    """
                    update projector.generation set state = $2,
                      failure = coalesce(nullif($3, ''), failure),
                      finished_at = coalesce(finished_at, clock_timestamp())
                    where number = $1 and state <> 'active'\
                    """)
                .execute(Tuple.of(number, name(end), reason))
                .chain(
                    changed ->
                        changed.rowCount() == 0
                            ? Uni.createFrom().voidItem()
                            : c.query(
                                    // every table dropped would be a notice in the log
                                    "set local client_min_messages = warning; drop schema if exists "
                                        + Generation.schema(number)
                                        + " cascade")
                                .execute()
                                .replaceWithVoid()));
  }

  private static Optional<Generation> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(read(row));
    }
    return Optional.empty();
  }

  static Generation read(Row row) {
    String hash = row.getString("hash");
    return new Generation(
        row.getInteger("number"),
        Generation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("layout"),
        new Checkpoint(
            row.getUUID("ledger_id"),
            row.getLong("position"),
            hash == null ? null : new Hash(hash),
            row.getLong("next_offset")));
  }

  static String name(Generation.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
