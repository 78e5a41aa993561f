package io.weir.dataplane.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vertx.core.Future;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.Environment;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.replica.ConfigurationCopy;
import io.weir.dataplane.replica.FileCopy;
import io.weir.dataplane.replica.ImagePublisher;
import io.weir.dataplane.replica.ReplicaIdentity;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.telemetry.Telemetry;
import io.weir.dataplane.telemetry.Traffic;
import io.weir.dataplane.tls.Certificates;
import io.weir.dataplane.trace.Tracing;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final FakeUpstream node = FakeUpstream.http();
  private final Traffic traffic = new Traffic(true);
  private final Gateway gateway =
      Gateway.of(
          TestOptions.usual(), new Telemetry(traffic, AccessLog.OFF, false, null, null), node);
  private final ConfigurationCopy copy = copy();

  /** One that has not started: what it says of itself is the same for ever. */
  static ConfigurationCopy copy() {
    ImagePublisher nobody =
        new ImagePublisher() {
          @Override
          public void publish(GatewayImage image) {}

          @Override
          public void publish(GatewayImage image, GatewayDelta delta) {}
        };
    return new FileCopy(
        Path.of("none"),
        new ReplicaIdentity("node", "*", "localhost:1", "localhost:2", Instant.EPOCH),
        nobody,
        Clock.systemUTC(),
        Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  private List<String> series(boolean perUpstream, boolean perNode) {
    return scrape(perUpstream, perNode, null)
        .lines()
        .filter(line -> line.startsWith("weir_"))
        .toList();
  }

  private String scrape(boolean perUpstream, boolean perNode, String accept) {
    try (Metrics metrics =
        new Metrics(
            gateway.routes()::current,
            traffic,
            AccessLog.OFF,
            Certificates.none(),
            null,
            perUpstream,
            perNode)) {
      metrics.watch(copy);
      return metrics.scrape(Metrics.format(accept));
    }
  }

  private List<String> series() {
    return series(false, false);
  }

  @Test
  void countsWhatHappened() throws IOException {
    node.behave(Behaviour.inTurn(new Reply.Reset(), Reply.text(201, "made")));
    gateway.call("PUT", "/release/pets", "abc");
    gateway.get("/nowhere");
    await().until(() -> traffic.active() == 0 && traffic.connectionsOpen() == 0);
    assertThat(series())
        .contains(
            "weir_requests_total{status=\"2xx\",version=\"HTTP/1.1\"} 1.0",
            "weir_requests_total{status=\"4xx\",version=\"HTTP/1.1\"} 1.0",
            "weir_requests_total{status=\"2xx\",version=\"HTTP/2\"} 0.0",
            "weir_request_failures_total{code=\"NO_ROUTE\"} 1.0",
            "weir_attempts_total{result=\"broken\"} 1.0",
            "weir_attempts_total{result=\"answered\"} 1.0",
            "weir_retries_total 1.0",
            "weir_request_duration_seconds_count 2",
            "weir_request_duration_seconds_bucket{le=\"+Inf\"} 2",
            "weir_attempt_first_byte_seconds_count 1",
            "weir_attempt_connect_seconds_count 2",
            "weir_client_connections_accepted_total 2.0",
            "weir_client_connections 0.0",
            "weir_request_body_bytes_total 3.0",
            "weir_response_body_bytes_total 4.0",
            "weir_nodes 1.0");
  }

  /** As Prometheus 3 asks. */
  private static final String PROMETHEUS =
      "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.4,*/*;q=0.1";

  @Test
  void theAdminPortSpeaksOpenMetricsWithWhoAcceptsIt() throws Exception {
    Metrics metrics =
        new Metrics(
            gateway.routes()::current,
            traffic,
            AccessLog.OFF,
            Certificates.none(),
            null,
            false,
            false);
    AdminServer admin =
        new AdminServer(
            gateway.vertx(),
            gateway.routes(),
            Certificates.none(),
            metrics,
            Future::succeededFuture);
    admin.watch(copy);
    URI uri =
        URI.create(
            "http://127.0.0.1:"
                + admin.listen("127.0.0.1", 0, List.of(), AdminAccess.LOOPBACK).await()
                + "/metrics");
    try (metrics;
        HttpClient client = HttpClient.newHttpClient()) {
      var plain = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(plain.headers().firstValue("content-type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      assertThat(plain.body()).doesNotContain("# EOF");
      var open =
          client.send(
              HttpRequest.newBuilder(uri).header("Accept", PROMETHEUS).build(),
              BodyHandlers.ofString());
      assertThat(open.headers().firstValue("content-type"))
          .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
      assertThat(open.body()).endsWith("# EOF\n");
    }
  }

  @Test
  void aTracedRequestIsTheExemplarOfItsBucket() throws IOException {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    Tracing tracing =
        new Tracing(SimpleSpanProcessor.create(InMemorySpanExporter.create()), 0, "node");
    try (tracing;
        Gateway traced =
            Gateway.of(
                TestOptions.usual(),
                new Telemetry(traffic, AccessLog.OFF, false, tracing, null),
                node)) {
      try (Client client = traced.client()) {
        client.call(
            traced.head("GET", "/release/pets")
                + "traceparent: 00-%s-b7ad6b7169203331-01\n\n".formatted(trace));
      }
      traced.get("/release/pets");
      await().until(() -> traffic.active() == 0);
    }
    assertThat(scrape(false, false, PROMETHEUS).lines())
        .filteredOn(line -> line.startsWith("weir_request_duration_seconds_bucket"))
        .filteredOn(line -> line.contains("trace_id=\"" + trace + "\""))
        .hasSize(1);
    assertThat(series()).noneMatch(line -> line.contains("trace_id"));
  }

  @Test
  void directMemoryIsCountedOnce() {
    long before = directMemory();
    ByteBuf taken = PooledByteBufAllocator.DEFAULT.directBuffer(64 * 1024 * 1024);
    try {
      assertThat(directMemory() - before)
          .isBetween((long) taken.capacity(), taken.capacity() * 3L / 2);
    } finally {
      taken.release();
    }
  }

  private long directMemory() {
    return (long) value("jvm_direct_memory_used_bytes");
  }

  private double value(String name) {
    return scrape(false, false, null)
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void upstreamsAndNodesAreToldApartWhenAskedFor() throws IOException {
    String upstream = gateway.sample().upstream().id().value();
    gateway.get("/release/pets");
    await().until(() -> traffic.active() == 0);
    assertThat(series(true, true))
        .contains(
            "weir_upstream_requests_total{upstream=\"" + upstream + "\"} 1.0",
            "weir_upstream_failures_total{upstream=\"" + upstream + "\"} 0.0",
            "weir_upstream_duration_seconds_count{upstream=\"" + upstream + "\"} 1",
            "weir_node_status{node=\"127.0.0.1:%d\",upstream=\"%s\"} 1.0"
                .formatted(node.port(), upstream),
            "weir_node_answers_total{node=\"127.0.0.1:%d\",upstream=\"%s\"} 1.0"
                .formatted(node.port(), upstream));
    assertThat(series()).noneMatch(line -> line.contains(upstream));
  }

  @Test
  void fiveThousandApisAddNoSeries() throws IOException {
    gateway.get("/release/pets");
    List<String> before = series();
    var service = gateway.sample().service().id();
    List<GatewayEvent> events = new ArrayList<>();
    List<ApiCreated> apis = new ArrayList<>(List.of(gateway.sample().api()));
    for (int i = 0; i < 5_000; i++) {
      if (i % 10 == 0) {
        events.add(
            EventMother.upstream(
                "more" + i, gateway.sample().upstreamVpc().id(), EventMother.node(node.port(), 1)));
      }
      var upstream = ((UpstreamCreated) events.get(events.size() - 1 - i % 10)).id();
      ApiCreated api = EventMother.api(service, "more" + i, "/more/" + i, upstream);
      apis.add(api);
      events.add(api);
    }
    events.add(EventMother.released(service, Environment.RELEASE, apis.toArray(ApiCreated[]::new)));
    gateway.append(events.toArray(GatewayEvent[]::new));
    for (int i = 0; i < 5_000; i += 1_000) {
      gateway.get("/release/more/" + i);
    }
    assertThat(series()).hasSameSizeAs(before).contains("weir_upstreams 501.0");
  }
}
