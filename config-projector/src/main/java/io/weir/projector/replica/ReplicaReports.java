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
   * nodes of upstreams and which certificates it serves: what it no longer says goes, what it says
   * anew is written, and what it repeats is not touched.
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
        returning replica_id as replica
      ), found as (
        select newest.replica, s.*
        from newest, unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[])
          as s(upstream_id, node, state, cause, since)
      ), silenced as (
        delete from projector.node_health h using newest
        where h.replica = newest.replica and not exists (
          select from found f where f.upstream_id = h.upstream_id and f.node = h.node)
      ), served as (
        select newest.replica, s.name, s.names::json as names, s.not_before, s.not_after, s.problem
        from newest,
          unnest($14::text[], $15::text[], $16::timestamptz[], $17::timestamptz[], $18::text[])
          as s(name, names, not_before, not_after, problem)
      ), withdrawn as (
        delete from projector.certificate c using newest
        where c.replica = newest.replica and not exists (
          select from served s where s.name = c.name)
      ), certified as (
        insert into projector.certificate as c
          (replica, name, names, not_before, not_after, problem)
        select s.* from served s
        where not exists (
          select from projector.certificate k
          where k.replica = s.replica and k.name = s.name
            and (k.names::text, k.not_before, k.not_after, k.problem)
              is not distinct from (s.names::text, s.not_before, s.not_after, s.problem))
        on conflict (replica, name) do update set
          names = excluded.names, not_before = excluded.not_before,
          not_after = excluded.not_after, problem = excluded.problem
      )
      insert into projector.node_health as h
        (replica, upstream_id, node, state, cause, changed_at)
      select f.replica, f.upstream_id, f.node, f.state, f.cause,
        coalesce(f.since, case when k.state = f.state then k.changed_at end, $7)
      from found f
      left join projector.node_health k
        on k.replica = f.replica and k.upstream_id = f.upstream_id and k.node = f.node
      where (k.state, k.cause, k.changed_at)
        is distinct from (f.state, f.cause, coalesce(f.since, k.changed_at))
      on conflict (replica, upstream_id, node) do update set
        state = excluded.state, cause = excluded.cause, changed_at = excluded.changed_at\
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
    Tuple row =
        Tuple.tuple()
            .addValue(report.replicaId())
            .addValue(report.text("instance"))
            .addValue(report.position())
            .addValue(report.text("state"))
            .addValue(report.text("address"))
            .addValue(report.text("adminAddress"))
            .addValue(report.at())
            .addValue(report.document());
    report.health().addTo(row);
    report.certificates().addTo(row);
    return row;
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
