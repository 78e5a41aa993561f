package io.weir.dataplane.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.Environment;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.forward.Telemetry;
import io.weir.dataplane.forward.Traffic;
import io.weir.dataplane.replica.FileReplica;
import io.weir.dataplane.replica.ImagePublisher;
import io.weir.dataplane.replica.NodeIdentity;
import io.weir.dataplane.replica.Replica;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.tls.Certificates;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
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
      Gateway.of(TestOptions.usual(), new Telemetry(traffic, AccessLog.OFF, false, null), node);
  private final Replica replica = replica();

  /** One that has not started: what it says of itself is the same for ever. */
  private static Replica replica() {
    ImagePublisher nobody =
        new ImagePublisher() {
          @Override
          public void publish(GatewayImage image) {}

          @Override
          public void publish(GatewayImage image, GatewayDelta delta) {}
        };
    return new FileReplica(
        Path.of("none"),
        new NodeIdentity("node", "*", "localhost:1", "localhost:2", Instant.EPOCH),
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
    return new Metrics(traffic, AccessLog.OFF, Certificates.none(), null, perUpstream, perNode)
        .text(replica, gateway.routes().current())
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
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
            "weir_requests_total{status=\"2xx\",version=\"HTTP/1.1\"} 1",
            "weir_requests_total{status=\"4xx\",version=\"HTTP/1.1\"} 1",
            "weir_requests_total{status=\"2xx\",version=\"HTTP/2\"} 0",
            "weir_request_failures_total{code=\"NO_ROUTE\"} 1",
            "weir_attempts_total{result=\"broken\"} 1",
            "weir_attempts_total{result=\"answered\"} 1",
            "weir_retries_total 1",
            "weir_request_duration_seconds_count 2",
            "weir_request_duration_seconds_bucket{le=\"+Inf\"} 2",
            "weir_attempt_first_byte_seconds_count 1",
            "weir_attempt_connect_seconds_count 2",
            "weir_client_connections_accepted_total 2",
            "weir_client_connections 0",
            "weir_request_body_bytes_total 3",
            "weir_response_body_bytes_total 4",
            "weir_nodes 1");
  }

  @Test
  void upstreamsAndNodesAreToldApartWhenAskedFor() throws IOException {
    String upstream = gateway.sample().upstream().id().value();
    gateway.get("/release/pets");
    await().until(() -> traffic.active() == 0);
    assertThat(series(true, true))
        .contains(
            "weir_upstream_requests_total{upstream=\"" + upstream + "\"} 1",
            "weir_upstream_failures_total{upstream=\"" + upstream + "\"} 0",
            "weir_upstream_duration_seconds_count{upstream=\"" + upstream + "\"} 1",
            "weir_node_status{upstream=\"%s\",node=\"127.0.0.1:%d\"} 1"
                .formatted(upstream, node.port()),
            "weir_node_answers_total{upstream=\"%s\",node=\"127.0.0.1:%d\"} 1"
                .formatted(upstream, node.port()));
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
    assertThat(series()).hasSameSizeAs(before).contains("weir_upstreams 501");
  }
}
