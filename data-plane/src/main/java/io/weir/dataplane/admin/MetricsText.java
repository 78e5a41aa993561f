package io.weir.dataplane.admin;

import io.weir.dataplane.forward.Traffic;
import io.weir.dataplane.replica.Replica;
import io.weir.dataplane.replica.ReplicaState;
import io.weir.dataplane.route.RouteTable;

/**
 * Metrics in Prometheus' text format. No label has more values than this file shows: the number of
 * series does not grow with the configuration.
 */
final class MetricsText {
  private static final String[] STATES = {
    "COLD", "RESTORED", "CATCHING_UP", "LIVE", "DETACHED", "STUCK", "SNAPSHOT"
  };

  private MetricsText() {}

  static String of(Replica replica, RouteTable table, Traffic traffic) {
    StringBuilder out = new StringBuilder(4096);
    family(out, "weir_requests_total", "counter", "Requests answered, by class of status.");
    for (int statusClass = 1; statusClass <= 5; statusClass++) {
      out.append("weir_requests_total{status=\"").append(statusClass).append("xx\"} ");
      out.append(traffic.requests(statusClass)).append('\n');
    }
    family(out, "weir_request_failures_total", "counter", "Requests the gateway failed, by code.");
    traffic
        .failures()
        .forEach(
            (code, count) ->
                out.append("weir_request_failures_total{code=\"%s\"} %d%n".formatted(code, count)));
    single(out, "weir_requests_active", "gauge", "Requests being served.", traffic.active());
    single(out, "weir_attempts_total", "counter", "Attempts at nodes.", traffic.attempts());
    single(out, "weir_retries_total", "counter", "Attempts after a failed one.", traffic.retries());
    replica(out, replica, table);
    single(out, "weir_services", "gauge", "Services answered for.", table.services().size());
    single(out, "weir_upstreams", "gauge", "Upstreams known.", table.upstreams().size());
    return out.toString();
  }

  private static void replica(StringBuilder out, Replica replica, RouteTable table) {
    ReplicaState state = replica.state();
    family(out, "weir_replica_state", "gauge", "1 for the state the replica is in.");
    for (String name : STATES) {
      int value = name.equals(state.name()) ? 1 : 0;
      out.append("weir_replica_state{state=\"%s\"} %d%n".formatted(name, value));
    }
    single(out, "weir_replica_position", "gauge", "Ledger position served.", table.position());
    single(out, "weir_replica_lag", "gauge", "Ledger records not read, -1 unknown.", replica.lag());
    single(out, "weir_ready", "gauge", "1 once ready.", replica.ready() ? 1 : 0);
  }

  private static void single(StringBuilder out, String name, String type, String help, long value) {
    family(out, name, type, help);
    out.append(name).append(' ').append(value).append('\n');
  }

  private static void family(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }
}
