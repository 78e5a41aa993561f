package io.weir.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import io.weir.contracts.codec.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
   * One page of a list as an answer; rows, total and position are of one moment.
   *
   * @return fails with a {@link ProblemException} 503 if the read model is away or not fresh enough
   */
  public <T> Uni<Response> list(
      Select select, Page page, Freshness freshness, Function<Row, T> item) {
    return page(select, page, freshness, item)
        .map(listing -> Answers.read(listing, listing.position()));
  }

  /** One page of a list; fails as {@link #list} does. */
  public <T> Uni<Listing<T>> page(
      Select select, Page page, Freshness freshness, Function<Row, T> item) {
    Uni<Listing<T>> query = query(select, page, item);
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

  private <T> Uni<Listing<T>> query(Select select, Page page, Function<Row, T> item) {
    return pool.preparedQuery(select.pageSql(page))
        .execute(Tuple.from(select.values()))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(rows -> listing(rows, item));
  }

  private static <T> Listing<T> listing(RowSet<Row> rows, Function<Row, T> item) {
    List<T> items = new ArrayList<>();
    Long total = null;
    long position = 0;
    for (Row row : rows) {
      total = row.getLong("read_total");
      position = row.getLong("read_position");
      if (row.getLong("read_row") != null) {
        items.add(item.apply(row));
      }
    }
    return new Listing<>(items, total, position);
  }

  /** The columns that {@link #representation} needs. */
  public static final String REPRESENTATION =
      "document::text as document, version, position, changed_at";

  /** An object as single reads represent it, save for what is computed. */
  public static ObjectNode representation(Row row) {
    return json(row, "document")
        .put("version", row.getLong("version"))
        .put("position", row.getLong("position"))
        .put("changedAt", row.getOffsetDateTime("changed_at").toInstant().toString());
  }

  /** The JSON object in a column selected as text. */
  public static ObjectNode json(Row row, String column) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(row.getString(column));
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
