package io.weir.projector.replica;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

  /** SQLSTATE classes of what a value is to blame for; trying again does not help. */
  private static final Set<String> REFUSED = Set.of("21", "22", "23", "54");

  private final Pool pool;
  private final ReplicasEnd end;
  private final Forgetting forgetting;
  private final Complaints complaints = new Complaints(LOG::warn);

  ReplicaReports(Pool pool, ReplicasEnd end, Forgetting forgetting) {
    this.pool = pool;
    this.end = end;
    this.forgetting = forgetting;
  }

  @Incoming("replicas")
  Uni<Void> take(ConsumerRecords<String, String> records) {
    Map<String, ReplicaReport> newest = new LinkedHashMap<>();
    long first = Long.MAX_VALUE;
    long last = -1;
    for (ConsumerRecord<String, String> one : records) {
      first = Math.min(first, one.offset());
      last = one.offset();
      ReplicaReport.read(one, complaints)
          .ifPresent(report -> newest.put(report.replicaId(), report));
    }
    if (last < 0) {
      return Uni.createFrom().voidItem();
    }
    end.passed(first, last);
    List<ReplicaReport> reports = List.copyOf(newest.values());
    return Uni.createFrom()
        .deferred(end::atStart)
        .chain(until -> pool.withConnection(c -> write(c, reports, until)))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onFailure()
        .invoke(e -> LOG.warnf("Replica reports have to wait: %s", e.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private Uni<Void> write(SqlConnection c, List<ReplicaReport> reports, long until) {
    List<ReplicaReport> reported = reports.stream().filter(r -> r.report() != null).toList();
    List<ReplicaReport> gone = reports.stream().filter(r -> r.report() == null).toList();
    return end.known(c, until)
        .chain(() -> all(c, ReportSql.UPSERT, reported, report -> row(report, until)))
        .chain(
            () ->
                all(
                    c,
                    ReportSql.DELETE,
                    gone,
                    report -> Tuple.of(report.replicaId(), report.offset())));
  }

  private Tuple row(ReplicaReport report, long until) {
    Tuple row =
        Tuple.tuple()
            .addValue(report.replicaId())
            .addValue(report.text("instance"))
            .addValue(report.position())
            .addValue(report.text("state"))
            .addValue(report.text("address"))
            .addValue(report.text("adminAddress"))
            .addValue(report.offset() >= until ? null : report.at())
            .addValue(report.document());
    report.health().addTo(row);
    report.certificates().addTo(row);
    return row.addValue(report.offset()).addValue(forgetting.seconds());
  }

  /** Runs a statement for all; if PostgreSQL refuses one for what is in it, for all others. */
  private Uni<Void> all(
      SqlConnection c,
      String sql,
      List<ReplicaReport> reports,
      Function<ReplicaReport, Tuple> parameters) {
    if (reports.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Uni<Void> together =
        c.preparedQuery(sql)
            .executeBatch(reports.stream().map(parameters).toList())
            .replaceWithVoid();
    return together
        .onFailure(ReplicaReports::isRefused)
        .recoverWithUni(() -> each(c, sql, reports, parameters));
  }

  private Uni<Void> each(
      SqlConnection c,
      String sql,
      List<ReplicaReport> reports,
      Function<ReplicaReport, Tuple> parameters) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (ReplicaReport report : reports) {
      done =
          done.chain(
              () ->
                  c.preparedQuery(sql)
                      .execute(parameters.apply(report))
                      .replaceWithVoid()
                      .onFailure(ReplicaReports::isRefused)
                      .recoverWithUni(
                          e -> {
                            complaints.about(report.replicaId(), String.valueOf(e.getMessage()));
                            return Uni.createFrom().voidItem();
                          }));
    }
    return done;
  }

  private static boolean isRefused(Throwable failure) {
    return failure instanceof PgException refused
        && refused.getSqlState() != null
        && REFUSED.contains(refused.getSqlState().substring(0, 2));
  }
}
