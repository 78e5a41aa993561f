package io.weir.dataplane.admin;

import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.forward.Traffic;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.replica.Replica;
import io.weir.dataplane.replica.ReplicaState;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.tls.CertificateStatus;
import io.weir.dataplane.tls.Certificates;
import io.weir.dataplane.tls.ClientTls;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything this node tells Prometheus. Unless upstreams or nodes are told apart, which is to be
 * asked for, the number of series does not grow with the configuration. Thread-safe.
 *
 * @param tls how clients speak TLS, or null if they do not
 * @param perUpstream whether upstreams are told apart
 * @param perNode whether nodes of upstreams are told apart
 */
public record Metrics(
    Traffic traffic,
    AccessLog accessLog,
    Certificates certificates,
    @Nullable ClientTls tls,
    boolean perUpstream,
    boolean perNode) {
  private static final String[] STATES = {
    "COLD", "RESTORED", "CATCHING_UP", "LIVE", "DETACHED", "STUCK", "SNAPSHOT"
  };

  /** The text as of now. */
  String text(Replica replica, RouteTable table) {
    PrometheusText out = new PrometheusText();
    requests(out);
    attempts(out);
    connections(out);
    certificates(out);
    replica(out, replica, table);
    UpstreamMetrics upstreams = new UpstreamMetrics(out, table);
    upstreams.summary();
    if (perUpstream) {
      upstreams.traffic(traffic);
    }
    if (perNode) {
      upstreams.nodes();
    }
    out.counter("weir_access_log_lines_total", "Lines written.", accessLog.written());
    out.counter("weir_access_log_dropped_total", "Lines lost.", accessLog.dropped());
    JvmMetrics.write(out);
    return out.toString();
  }

  private void requests(PrometheusText out) {
    out.family("weir_requests_total", "counter", "Requests ended, by class of status.");
    for (Version version : Version.values()) {
      for (int statusClass = 1; statusClass <= 5; statusClass++) {
        out.sample(
            traffic.requests(version, statusClass),
            "status",
            statusClass + "xx",
            "version",
            version.text());
      }
    }
    out.gauge("weir_requests_active", "Requests being served.", traffic.active());
    out.family("weir_request_failures_total", "counter", "Requests the gateway failed, by code.");
    traffic.failures().forEach((code, count) -> out.sample(count, "code", code));
    out.family("weir_request_duration_seconds", "histogram", "Head to end of the response.")
        .histogram(traffic.duration());
    out.counter(
        "weir_request_body_bytes_total", "Bytes of bodies of requests.", traffic.bytesReceived());
    out.counter(
        "weir_response_body_bytes_total", "Bytes of bodies of responses.", traffic.bytesSent());
  }

  private void attempts(PrometheusText out) {
    out.family("weir_attempts_total", "counter", "Attempts at nodes, by result.");
    traffic.attemptsByResult().forEach((result, count) -> out.sample(count, "result", result));
    out.counter("weir_retries_total", "Attempts after a failed one.", traffic.retries());
    out.counter(
        "weir_retry_budget_refusals_total",
        "Requests not repeated for want of budget.",
        traffic.budgetRefusals());
    out.counter(
        "weir_fail_open_picks_total",
        "Nodes picked while none was healthy.",
        traffic.failOpenPicks());
    out.family("weir_attempt_connect_seconds", "histogram", "Time to make a connection to a node.")
        .histogram(traffic.connect());
    out.family("weir_attempt_first_byte_seconds", "histogram", "Time to the head of a response.")
        .histogram(traffic.firstByte());
  }

  private void connections(PrometheusText out) {
    out.gauge("weir_client_connections", "Connections of clients open.", traffic.connectionsOpen());
    out.counter(
        "weir_client_connections_accepted_total",
        "Connections of clients accepted.",
        traffic.connectionsAccepted());
    out.counter(
        "weir_client_connections_refused_total",
        "Connections of clients closed because there were too many.",
        traffic.connectionsRefused());
  }

  private void certificates(PrometheusText out) {
    if (tls != null) {
      out.family("weir_tls_handshakes_total", "counter", "Handshakes of clients, by result.")
          .sample(tls.handshakes().completions(), "result", "completed");
      tls.handshakes()
          .failures()
          .forEach((why, count) -> out.sample(count, "result", why.toLowerCase(Locale.ROOT)));
    }
    List<CertificateStatus> known = certificates.statuses();
    out.gauge("weir_certificates", "Certificates the configuration names.", known.size());
    out.gauge(
        "weir_certificates_with_problem",
        "Certificates whose files are not used as they are.",
        known.stream().filter(one -> one.problem() != null).count());
    certificates
        .earliestNotAfter()
        .ifPresent(
            first ->
                out.gauge(
                    "weir_certificates_first_expiry_seconds",
                    "When the first certificate expires, since 1970.",
                    first.getEpochSecond()));
  }

  private static void replica(PrometheusText out, Replica replica, RouteTable table) {
    ReplicaState state = replica.state();
    out.family("weir_replica_state", "gauge", "1 for the state the replica is in.");
    for (String name : STATES) {
      out.sample(name.equals(state.name()) ? 1 : 0, "state", name);
    }
    out.gauge("weir_replica_position", "Ledger position served.", table.position());
    out.gauge("weir_replica_lag", "Ledger records not read, -1 unknown.", replica.lag());
    out.gauge("weir_ready", "1 once ready.", replica.ready() ? 1 : 0);
    out.gauge("weir_services", "Services answered for.", table.services().size());
  }
}
