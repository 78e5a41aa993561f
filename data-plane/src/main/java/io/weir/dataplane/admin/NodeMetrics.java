package io.weir.dataplane.admin;

import static io.weir.dataplane.admin.CountsByLabel.point;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.route.RouteTable;
import java.util.Locale;
import java.util.function.Supplier;

/** What is told of each node that has had requests or is unhealthy. */
final class NodeMetrics implements MultiCollector {
  private final Supplier<RouteTable> table;

  NodeMetrics(Supplier<RouteTable> table) {
    this.table = table;
  }

  @Override
  public MetricSnapshots collect() {
    Families families = new Families();
    for (UpstreamPool upstream : table.get().upstreams()) {
      for (LiveNode node : upstream.picker().nodes()) {
        if (node.health().isKnown()) {
          families.add(upstream, node);
        }
      }
    }
    return families.built();
  }

  private static final class Families {
    private final GaugeSnapshot.Builder status =
        GaugeSnapshot.builder()
            .name("weir_node_status")
            .help("1 if the node may get requests, 0 if unhealthy.");
    private final CounterSnapshot.Builder answers =
        CounterSnapshot.builder().name("weir_node_answers").help("Requests the node answered.");
    private final CounterSnapshot.Builder failures =
        CounterSnapshot.builder().name("weir_node_failures").help("Attempts that failed, by kind.");

    void add(UpstreamPool upstream, LiveNode node) {
      NodeHealth health = node.health();
      Labels labels = Labels.of("upstream", upstream.id().value(), "node", node.authority());
      status.dataPoint(
          GaugeDataPointSnapshot.builder()
              .value(health.state() == NodeHealth.State.UNHEALTHY ? 0 : 1)
              .labels(labels)
              .build());
      answers.dataPoint(point(health.answers(), labels));
      for (NodeHealth.Failure kind : NodeHealth.Failure.values()) {
        failures.dataPoint(
            point(health.failures(kind), labels.add("kind", kind.name().toLowerCase(Locale.ROOT))));
      }
    }

    MetricSnapshots built() {
      return MetricSnapshots.of(status.build(), answers.build(), failures.build());
    }
  }
}
