package io.weir.dataplane.health;

import static io.weir.dataplane.health.Checked.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.UpstreamId;
import io.weir.dataplane.balance.NodeFinding;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.NodeOutcome;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeHealthReportTest {
  private final Checked checked = new Checked();
  private final NodeHealthReport report = checked.report;

  private static Map<String, Map<String, State>> states(
      Map<String, Map<String, NodeFinding>> findings) {
    Map<String, Map<String, State>> states = new HashMap<>();
    findings.forEach(
        (upstream, nodes) ->
            nodes.forEach(
                (node, finding) ->
                    states
                        .computeIfAbsent(upstream, _ -> new HashMap<>())
                        .put(node, finding.state())));
    return states;
  }

  @Test
  void tellsTheNodesAboutWhichSomethingIsKnown() {
    UpstreamId unchecked = checked.add(checked.plain(null), 1);
    UpstreamId id = checked.add(checked.plain(every(1, "/")), 1, 2, 3);
    checked.node(unchecked, 0).health().happened(Ended.BROKEN, null, false);
    checked.node(id, 1).health().probed(Ended.BROKEN, null);
    checked.node(id, 2).health().probed(NodeOutcome.answered(200), null);
    assertThat(states(report.nodes()))
        .isEqualTo(
            Map.of(
                id.value(), Map.of("127.0.0.1:2", State.UNHEALTHY, "127.0.0.1:3", State.HEALTHY)));
  }

  @Test
  void tellsTheUnhealthyFirstIfThereAreTooMany() {
    UpstreamId one = checked.add(checked.plain(every(1, "/")), 1, 2);
    UpstreamId two = checked.add(checked.plain(every(1, "/")), 1, 2);
    for (UpstreamId id : new UpstreamId[] {one, two}) {
      checked.node(id, 0).health().probed(NodeOutcome.answered(200), null);
      checked.node(id, 1).health().probed(Ended.BROKEN, null);
    }
    assertThat(states(report.nodes(2)))
        .isEqualTo(
            Map.of(
                one.value(), Map.of("127.0.0.1:2", State.UNHEALTHY),
                two.value(), Map.of("127.0.0.1:2", State.UNHEALTHY)));
    assertThat(report.nodes(3).values().stream().mapToInt(Map::size).sum()).isEqualTo(3);
    assertThat(report.nodes(4).values().stream().mapToInt(Map::size).sum()).isEqualTo(4);
  }

  @Test
  void everyChangeOfHealthIsATimeToTell() {
    UpstreamId id = checked.add(checked.plain(every(1, "/")), 1, 2);
    long before = report.changes();
    checked.node(id, 0).health().probed(NodeOutcome.answered(200), null);
    long known = report.changes();
    assertThat(known).isNotEqualTo(before);
    checked.node(id, 0).health().probed(NodeOutcome.answered(200), null);
    assertThat(report.changes()).isEqualTo(known);
    checked.node(id, 0).health().probed(Ended.BROKEN, null);
    assertThat(report.changes()).isNotEqualTo(known);
  }
}
