package io.weir.dataplane.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.support.DocsPage;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.telemetry.Telemetry;
import io.weir.dataplane.telemetry.Traffic;
import io.weir.dataplane.tls.Certificates;
import io.weir.dataplane.tls.ClientTls;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** docs/observability.md lists every metric with its type, and no other. */
class DocumentedMetricsTest {
  private final DocsPage page = DocsPage.of("observability.md");
  private final FakeUpstream node = FakeUpstream.http();
  private final Traffic traffic = new Traffic(true);
  private final Gateway gateway =
      Gateway.of(
          TestOptions.usual(), new Telemetry(traffic, AccessLog.OFF, false, null, null), node);
  private final Metrics metrics =
      new Metrics(
          gateway.routes()::current,
          traffic,
          AccessLog.OFF,
          Certificates.none(),
          new ClientTls(gateway.routes()::current, Certificates.none(), null, 1_000),
          true,
          true);

  @AfterEach
  void close() {
    metrics.close();
    gateway.close();
    node.close();
  }

  /** Types by the names of families, as the format says them. */
  private Map<String, String> told() {
    Map<String, String> types = new TreeMap<>();
    metrics
        .scrape(Metrics.format(null))
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" "))
        .forEach(words -> types.put(words[2], words[3]));
    // of what has not happened yet there is a family without a series, which is not written
    for (MetricSnapshot family :
        new UpstreamMetrics(traffic, gateway.routes()::current).collect()) {
      if (family instanceof CounterSnapshot) {
        types.put(family.getMetadata().getPrometheusName() + "_total", "counter");
      }
    }
    return types;
  }

  @Test
  void ours() throws IOException {
    metrics.watch(MetricsTest.copy());
    gateway.get("/release/pets");
    await().until(() -> traffic.active() == 0);
    Map<String, String> documented = new TreeMap<>();
    for (List<String> row : page.tables("| metric | type | labels | unit and meaning |")) {
      DocsPage.quoted(row.get(0)).forEach(name -> documented.put(name, row.get(1)));
    }
    Map<String, String> told = told();
    told.keySet().removeIf(name -> !name.startsWith("weir_") && !documented.containsKey(name));
    assertThat(documented).isEqualTo(told);
  }

  @Test
  void ofTheProcess() {
    System.gc(); // a pause is told once there was one
    await()
        .untilAsserted(
            () ->
                assertThat(told().keySet())
                    .containsAll(page.matching("(?<=`)(jvm|process|system)_[a-z0-9_]+(?=`)")));
  }
}
