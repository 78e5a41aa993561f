package io.weir.dataplane.admin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.replica.ConfigurationCopy;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.witness.WitnessReport;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What is told of the configuration and of this replica's copy of it, in sums. */
record ConfigurationMetrics(MeterRegistry registry, Supplier<RouteTable> table) {
  /** By {@link io.weir.dataplane.replica.ReplicaState#name}. */
  static final List<String> STATES =
      List.of("COLD", "RESTORED", "CATCHING_UP", "LIVE", "DETACHED", "STUCK", "SNAPSHOT");

  void register() {
    gauge("weir.replica.position", "Ledger position served.", () -> table.get().position());
    gauge("weir.services", "Services answered for.", () -> table.get().services().size());
    gauge("weir.upstreams", "Upstreams known.", () -> upstreams().size());
    gauge("weir.upstreams.fail.open", "Upstreams that use unhealthy nodes.", this::failOpen);
    gauge("weir.nodes", "Nodes of all upstreams.", this::nodes);
    gauge(
        "weir.nodes.unhealthy",
        "Nodes that get no requests for their health.",
        () -> upstreams().stream().mapToInt(ConfigurationMetrics::unhealthy).sum());
  }

  /** Of the copy itself. */
  void register(ConfigurationCopy copy) {
    for (String state : STATES) {
      Gauge.builder("weir.replica.state", () -> copy.state().name().equals(state) ? 1 : 0)
          .description("1 for the state the replica is in.")
          .tag("state", state)
          .register(registry);
    }
    gauge("weir.replica.lag", "Ledger records not read, -1 unknown.", copy::lag);
    gauge("weir.ready", "1 once ready.", () -> copy.ready() ? 1 : 0);
    gauge(
        "weir.witness.contradiction",
        "1 if a signed checkpoint contradicts what was read: history was rewritten.",
        () -> witness(copy, report -> report.contradiction() == null ? 0 : 1));
    gauge(
        "weir.witness.position",
        "Position of the last checkpoint that was cosigned, 0 before the first.",
        () -> witness(copy, WitnessReport::cosignedSize));
  }

  private static long witness(ConfigurationCopy copy, ToLongFunction<WitnessReport> of) {
    WitnessReport report = copy.witness();
    return report == null ? 0 : of.applyAsLong(report);
  }

  private List<UpstreamPool> upstreams() {
    return table.get().upstreams();
  }

  private int nodes() {
    return upstreams().stream().mapToInt(upstream -> upstream.picker().size()).sum();
  }

  private long failOpen() {
    return upstreams().stream()
        .filter(upstream -> unhealthy(upstream) > 0 && upstream.failOpen())
        .count();
  }

  private static int unhealthy(UpstreamPool upstream) {
    int unhealthy = 0;
    for (LiveNode node : upstream.picker().nodes()) {
      unhealthy += node.health().state() == NodeHealth.State.UNHEALTHY ? 1 : 0;
    }
    return unhealthy;
  }

  private void gauge(String name, String what, Supplier<Number> value) {
    Gauge.builder(name, value).description(what).register(registry);
  }
}
