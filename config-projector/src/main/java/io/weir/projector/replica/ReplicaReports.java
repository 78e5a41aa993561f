package io.weir.projector.replica;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps one row a replica. The topic is read from its beginning at every start; only the newest
 * report of a replica matters, so that nothing has to be remembered but the rows.
 */
@ApplicationScoped
class ReplicaReports {
  private static final Logger LOG = Logger.getLogger(ReplicaReports.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * The row of a replica and, unless the report is older than what is known, what it finds of the
   * nodes of upstreams: what it no longer says goes, what it says anew is written, and what it
   * repeats is not touched.
   */
  private static final String UPSERT =
      """
      with newest as (
        insert into projector.replica as r
          (replica_id, instance, position, state, address, admin_address, last_seen_at, document)
        values ($1, $2, $3, $4, $5, $6, $7, $8::text::json)
        on conflict (replica_id) do update set
          instance = excluded.instance, position = excluded.position, state = excluded.state,
          address = excluded.address, admin_address = excluded.admin_address,
          last_seen_at = excluded.last_seen_at, document = excluded.document
        where r.last_seen_at <= excluded.last_seen_at
        returning replica_id
      ), said as (
        select newest.replica_id, s.upstream_id, s.node, s.state
        from newest, unnest($9::text[], $10::text[], $11::text[]) as s(upstream_id, node, state)
      ), silenced as (
        delete from projector.node_health h using newest
        where h.replica = newest.replica_id and not exists (
          select 1 from said s where s.upstream_id = h.upstream_id and s.node = h.node)
      )
      insert into projector.node_health as h (replica, upstream_id, node, state, changed_at)
      select s.replica_id, s.upstream_id, s.node, s.state, $7 from said s
      where not exists (
        select 1 from projector.node_health k
        where k.replica = s.replica_id and k.upstream_id = s.upstream_id
          and k.node = s.node and k.state = s.state)
      on conflict (replica, upstream_id, node) do update set
        state = excluded.state, changed_at = excluded.changed_at\
      """;

  private static final String DELETE =
      "delete from projector.replica where replica_id = $1 and last_seen_at <= $2";

  private final Pool pool;

  ReplicaReports(Pool pool) {
    this.pool = pool;
  }

  @Incoming("replicas")
  Uni<Void> take(ConsumerRecords<String, String> records) {
    Map<String, ReplicaReport> newest = new LinkedHashMap<>();
    for (ConsumerRecord<String, String> one : records) {
      ReplicaReport.read(one).ifPresent(report -> newest.put(report.replicaId(), report));
    }
    List<Tuple> reported = new ArrayList<>();
    List<Tuple> gone = new ArrayList<>();
    for (ReplicaReport report : newest.values()) {
      if (report.report() == null) {
        gone.add(Tuple.of(report.replicaId(), report.at()));
      } else {
        reported.add(row(report));
      }
    }
    return Uni.createFrom()
        .deferred(() -> pool.withConnection(c -> write(c, reported, gone)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onFailure()
        .invoke(e -> LOG.warnf("Replica reports wait for PostgreSQL: %s", e.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private static Tuple row(ReplicaReport report) {
    NodeHealth health = report.health();
    return Tuple.tuple()
        .addValue(report.replicaId())
        .addValue(report.text("instance"))
        .addValue(report.position())
        .addValue(report.text("state"))
        .addValue(report.text("address"))
        .addValue(report.text("adminAddress"))
        .addValue(report.at())
        .addValue(report.document())
        .addValue(health.upstreams().toArray(String[]::new))
        .addValue(health.nodes().toArray(String[]::new))
        .addValue(health.states().toArray(String[]::new));
  }

  private static Uni<Void> write(SqlConnection c, List<Tuple> reported, List<Tuple> gone) {
    return batch(c, UPSERT, reported).chain(() -> batch(c, DELETE, gone));
  }

  private static Uni<Void> batch(SqlConnection c, String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : c.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
  }
}
