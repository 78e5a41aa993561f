package io.weir.dataplane.health;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.HttpStatuses;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeTls;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.Routes;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Upstreams in a route table, and the checks that a test starts for them. */
final class Checked implements AutoCloseable {
  final Routes routes = new Routes(new RouteCompiler(null, 0, 1));
  final NodeHealthReport report = new NodeHealthReport(routes::current);
  private final FakeLedger ledger = new FakeLedger();
  private final VpcCreated vpc = EventMother.vpc("vpc");
  private @Nullable Vertx vertx;

  Checked() {
    append(vpc);
  }

  void append(GatewayEvent... events) {
    ledger.append(events);
    routes.publish(ledger.image());
  }

  Checked start(ProbeAccess access) {
    Vertx own = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    vertx = own;
    own.deployVerticle(new HealthChecks(routes::current, access)).await();
    return this;
  }

  Checked start() {
    return start(ProbeAccess.OPEN);
  }

  UpstreamId add(UpstreamSettings settings, int... ports) {
    UpstreamId id = UpstreamId.random();
    append(new UpstreamCreated(id, settings, nodes(ports)));
    return id;
  }

  void nodes(UpstreamId id, int... ports) {
    append(new UpstreamNodesChanged(id, nodes(ports)));
  }

  void settings(UpstreamId id, UpstreamSettings settings) {
    append(new UpstreamSettingsChanged(id, settings));
  }

  private static Nodes nodes(int... ports) {
    List<Node> nodes = Arrays.stream(ports).mapToObj(port -> EventMother.node(port, 1)).toList();
    return new Nodes(nodes);
  }

  UpstreamSettings plain(@Nullable HealthChecker checker) {
    return settings(checker, Protocol.HTTP, HttpVersion.HTTP_1_1, null, null);
  }

  UpstreamSettings settings(
      @Nullable HealthChecker checker,
      Protocol protocol,
      HttpVersion version,
      @Nullable String host,
      @Nullable NodeTls tls) {
    UpstreamSettings like = EventMother.upstreamSettings(null, vpc.id());
    return new UpstreamSettings(
        null,
        vpc.id(),
        like.description(),
        like.algorithm(),
        protocol,
        host == null ? null : new HostHeader(host),
        like.retries(),
        like.retryOn(),
        version,
        checker,
        like.slowStart(),
        tls);
  }

  /** Every second, with thresholds of 1. */
  static HealthChecker every(int seconds, String path) {
    return new HealthChecker(
        true,
        false,
        new HttpStatuses("200-399"),
        new HttpStatuses("429,500-599"),
        1,
        1,
        1,
        path,
        1,
        seconds,
        0);
  }

  UpstreamPool pool(UpstreamId id) {
    return routes.current().upstreams().stream()
        .filter(pool -> pool.id().equals(id))
        .findAny()
        .orElseThrow();
  }

  LiveNode node(UpstreamId id, int index) {
    return pool(id).picker().node(index);
  }

  State state(UpstreamId id, int index) {
    return node(id, index).health().state();
  }

  @Override
  public void close() {
    if (vertx != null) {
      vertx.close().await();
    }
  }
}
