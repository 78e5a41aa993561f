package io.weir.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import io.weir.contracts.codec.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Queries of schema {@code read}, which the projector writes and others only read. */
@ApplicationScoped
public class ReadModel {
  private static final Logger LOG = Logger.getLogger(ReadModel.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Pool pool;
  private final Positions positions;

  ReadModel(Pool pool, Positions positions) {
    this.pool = pool;
    this.positions = positions;
  }

  /**
   * The rows of one moment, with their position.
   *
   * @param sql selects {@code read_position}, {@code read_ledger}, {@code read_total} and {@code
   *     read_row}, which is null where there is no row, besides what the rows are about
   * @return fails with a {@link ProblemException} 503 if the read model is away or not fresh enough
   */
  public Uni<Found> rows(String sql, List<Object> values, Freshness freshness) {
    Uni<Found> query =
        pool.preparedQuery(sql)
            .execute(Tuple.from(values))
            .ifNoItem()
            .after(PATIENCE)
            .fail()
            .map(ReadModel::found);
    return query
        .chain(
            listing ->
                listing.position() >= freshness.position()
                    ? Uni.createFrom().item(listing)
                    : positions.await(freshness).chain(() -> query))
        .invoke(listing -> freshness.check(listing.position()))
        .onFailure(ReadModel::isAway)
        .transform(ReadModel::unavailable);
  }

  /** The first row a query finds; fails with a {@link ProblemException} 503 as {@link #rows}. */
  public Uni<Optional<Row>> first(String sql, List<Object> values) {
    return pool.preparedQuery(sql)
        .execute(Tuple.from(values))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(rows -> rows.stream().findFirst())
        .onFailure(ReadModel::isAway)
        .transform(ReadModel::unavailable);
  }

  /**
   * Waits until the read model is fresh enough; fails with a {@link ProblemException} 503
   * POSITION_NOT_REACHED after the wait.
   */
  public Uni<Long> reached(Freshness freshness) {
    return positions
        .await(freshness)
        .onFailure(ReadModel::isAway)
        .transform(ReadModel::unavailable);
  }

  /**
   * All rows a query finds, which are few; fails with a {@link ProblemException} 503 as {@link
   * #rows}.
   */
  public Uni<List<Row>> all(String sql) {
    return pool.query(sql)
        .execute()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(rows -> rows.stream().toList())
        .onFailure(ReadModel::isAway)
        .transform(ReadModel::unavailable);
  }

  private static Found found(RowSet<Row> found) {
    List<Row> rows = new ArrayList<>();
    Long total = null;
    long position = 0;
    String ledger = "";
    for (Row row : found) {
      ledger = row.getString("read_ledger");
      total = row.getLong("read_total");
      position = row.getLong("read_position");
      if (row.getLong("read_row") != null) {
        rows.add(row);
      }
    }
    return new Found(rows, total, position, ledger);
  }

  /** Writes into an item the columns {@code version}, {@code position} and {@code changed_at}. */
  public static void revision(ObjectNode item, Row row) {
    item.put("version", row.getLong("version"))
        .put("position", row.getLong("position"))
        .put("changedAt", time(row, "changed_at"));
  }

  /** A moment, ISO 8601 in UTC. */
  public static String time(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant().toString();
  }

  /** The JSON object in a column selected as text. */
  public static ObjectNode json(Row row, String column) {
    return (ObjectNode) tree(row, column);
  }

  /** The JSON in a column selected as text. */
  public static JsonNode tree(Row row, String column) {
    try {
      return Json.MAPPER.readTree(row.getString(column));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the read model holds no JSON in " + column, e);
    }
  }

  /**
   * A view that is not there yet, a database that restarts, a connection that breaks; not a mistake
   * in our SQL.
   */
  static boolean isAway(Throwable e) {
    if (e instanceof ProblemException || e instanceof IllegalStateException) {
      return false;
    }
    if (e instanceof PgException pg) {
      String state = pg.getSqlState();
      return state != null
          && (state.equals("42P01")
              || state.equals("3F000")
              || state.startsWith("08")
              || state.startsWith("53")
              || state.startsWith("57"));
    }
    return true;
  }

  static ProblemException unavailable(Throwable e) {
    LOG.warnf("the read model is away: %s", e.getMessage());
    return ProblemException.retryLater(
        ProblemCode.READ_MODEL_UNAVAILABLE, "lists cannot be read at the moment", 2);
  }
}
