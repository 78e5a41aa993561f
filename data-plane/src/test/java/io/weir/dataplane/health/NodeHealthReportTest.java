package io.weir.dataplane.health;

import static io.weir.dataplane.health.Checked.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.UpstreamId;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.NodeOutcome;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeHealthReportTest {
  private final Checked checked = new Checked();
  private final NodeHealthReport report = checked.report;

  @Test
  void tellsTheNodesAboutWhichSomethingIsKnown() {
    UpstreamId unchecked = checked.add(checked.plain(null), 1);
    UpstreamId id = checked.add(checked.plain(every(1, "/")), 1, 2, 3);
    checked.node(unchecked, 0).health().happened(Ended.BROKEN, false);
    checked.node(id, 1).health().probed(Ended.BROKEN);
    checked.node(id, 2).health().probed(NodeOutcome.answered(200));
    assertThat(report.nodes())
        .isEqualTo(
            Map.of(id, Map.of("127.0.0.1:2", State.UNHEALTHY, "127.0.0.1:3", State.HEALTHY)));
  }

  @Test
  void tellsTheUnhealthyFirstIfThereAreTooMany() {
    UpstreamId one = checked.add(checked.plain(every(1, "/")), 1, 2);
    UpstreamId two = checked.add(checked.plain(every(1, "/")), 1, 2);
    for (UpstreamId id : new UpstreamId[] {one, two}) {
      checked.node(id, 0).health().probed(NodeOutcome.answered(200));
      checked.node(id, 1).health().probed(Ended.BROKEN);
    }
    assertThat(report.nodes(2))
        .isEqualTo(
            Map.of(
                one, Map.of("127.0.0.1:2", State.UNHEALTHY),
                two, Map.of("127.0.0.1:2", State.UNHEALTHY)));
    assertThat(report.nodes(3).values().stream().mapToInt(Map::size).sum()).isEqualTo(3);
    assertThat(report.nodes(4).values().stream().mapToInt(Map::size).sum()).isEqualTo(4);
  }

  @Test
  void everyChangeOfHealthIsATimeToTell() {
    UpstreamId id = checked.add(checked.plain(every(1, "/")), 1, 2);
    long before = report.changes();
    checked.node(id, 0).health().probed(NodeOutcome.answered(200));
    long known = report.changes();
    assertThat(known).isNotEqualTo(before);
    checked.node(id, 0).health().probed(NodeOutcome.answered(200));
    assertThat(report.changes()).isEqualTo(known);
    checked.node(id, 0).health().probed(Ended.BROKEN);
    assertThat(report.changes()).isNotEqualTo(known);
  }
}
