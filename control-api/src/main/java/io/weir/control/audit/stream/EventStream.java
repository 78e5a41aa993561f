package io.weir.control.audit.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.contracts.codec.Json;
import io.weir.contracts.read.ReadView;
import io.weir.rest.history.Events;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One client that follows. It is read from the database as fast as it takes what was read before, a
 * page at a time, so that one that is slow costs a page of memory and holds up nobody. Whether he
 * may still see it is asked after each page is read and before it is sent: an event that was
 * recorded after his key was revoked cannot be in a page that is.
 */
final class EventStream {
  private static final Logger LOG = Logger.getLogger(EventStream.class);
  private static final int PAGE = 50;
  private static final int RETRY_MILLIS = 2_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Feed feed;
  private final PageReads reads;
  private final Pool pool;
  private final Sse sse;
  private final Supplier<Uni<Boolean>> standing;
  private final String sql;
  private final List<Object> filters;
  private long position;
  private boolean behind = true;
  private boolean ended;

  /**
   * A stream after a position.
   *
   * @param standing asks whether the client may still see what happens
   */
  EventStream(
      Feed feed,
      PageReads reads,
      Pool pool,
      Sse sse,
      Supplier<Uni<Boolean>> standing,
      Map<String, Object> filters,
      long position) {
    this.feed = feed;
    this.reads = reads;
    this.pool = pool;
    this.sse = sse;
    this.standing = standing;
    this.filters = List.copyOf(filters.values());
    this.position = position;
    this.sql = sql(List.copyOf(filters.keySet()));
  }

  private static String sql(List<String> filters) {
    StringBuilder conditions = new StringBuilder();
    for (int i = 0; i < filters.size(); i++) {
      conditions.append(" and ").append(filters.get(i).replace("?", "$" + (i + 2)));
    }
    // the end of what was looked through stands beside each event, so that no filter is asked twice
    return """
    select c.position as read_position, r.* from (select coalesce(max(position), 0) as position from %s) c
    left join (select %s, %s from %s t where position > $1%s order by position limit %d) r on true
    order by r.position\
    """
        .formatted(
            ReadView.CHECKPOINT, Events.SUMMARY, Events.DETAILS, ReadView.EVENT, conditions, PAGE);
  }

  /** Everything after the position, and then what happens, until the client leaves or we do. */
  Multi<OutboundSseEvent> events() {
    Multi<OutboundSseEvent> rest =
        Multi.createBy()
            .repeating()
            .uni(this::next)
            .until(page -> ended)
            .onItem()
            .<OutboundSseEvent>disjoint();
    Multi<OutboundSseEvent> first =
        Multi.createFrom()
            .item(() -> sse.newEventBuilder().comment("weir").reconnectDelay(RETRY_MILLIS).build());
    return Multi.createBy()
        .concatenating()
        .streams(first, rest)
        .onSubscription()
        .invoke(feed::opened)
        .onTermination()
        .invoke(feed::closed);
  }

  private Uni<List<OutboundSseEvent>> next() {
    if (feed.isStopping()) {
      ended = true;
      return Uni.createFrom().item(List.of());
    }
    if (behind) {
      return page();
    }
    return feed.after(position, HEARTBEAT)
        .chain(
            woken -> {
              behind = woken == Feed.Woken.MORE;
              ended = woken == Feed.Woken.STOPPING;
              return woken == Feed.Woken.NOTHING_YET
                  ? heartbeat()
                  : Uni.createFrom().item(List.of());
            });
  }

  private Uni<List<OutboundSseEvent>> heartbeat() {
    return reads
        .inTurn(standing)
        // nothing is told by a heartbeat, and the next one asks again
        .onFailure()
        .recoverWithItem(true)
        .map(holds -> holds ? List.of(comment("still here")) : end());
  }

  private List<OutboundSseEvent> end() {
    ended = true;
    return List.of();
  }

  private Uni<List<OutboundSseEvent>> page() {
    List<Object> values = new ArrayList<>(List.of(position));
    values.addAll(filters);
    return reads
        .inTurn(
            () ->
                pool.preparedQuery(sql)
                    .execute(Tuple.from(values))
                    .chain(rows -> standing.get().map(holds -> holds ? events(rows) : end()))
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail())
        .onFailure()
        .recoverWithItem(
            e -> {
              LOG.debugf("a stream waits for the read model: %s", e.getMessage());
              behind = false;
              return List.of();
            });
  }

  private List<OutboundSseEvent> events(RowSet<Row> rows) {
    List<OutboundSseEvent> page = new ArrayList<>();
    long known = position;
    for (Row row : rows) {
      known = row.getLong("read_position");
      if (row.getLong("position") != null) {
        page.add(event(row));
      }
    }
    behind = page.size() == PAGE;
    if (!behind) {
      // nothing else up to there is for this client
      position = Math.max(position, known);
    }
    return page;
  }

  private OutboundSseEvent event(Row row) {
    ObjectNode item = Json.MAPPER.createObjectNode();
    Events.summary(item, row);
    Events.details(item, row);
    position = row.getLong("position");
    return sse.newEventBuilder().id(Long.toString(position)).data(item.toString()).build();
  }

  private OutboundSseEvent comment(String text) {
    return sse.newEventBuilder().comment(text).build();
  }
}
