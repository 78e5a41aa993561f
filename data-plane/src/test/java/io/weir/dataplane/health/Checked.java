package io.weir.dataplane.health;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.Environment;
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
import io.weir.contracts.value.VpcId;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.nodes.NodeNetwork;
import io.weir.dataplane.nodes.Resolution;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.Routes;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.tls.Certificates;
import io.weir.dataplane.tls.ConfiguredCertificates;
import io.weir.dataplane.tls.NodeTrust;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Upstreams in a route table, and the checks that a test starts for them. */
final class Checked implements AutoCloseable {
  final Routes routes = new Routes(new RouteCompiler(null, 0, 1));
  final NodeHealthReport report = new NodeHealthReport(routes::current);
  private final FakeLedger ledger = new FakeLedger();
  private final VpcCreated vpc = EventMother.vpc("vpc");
  private final VpcCreated elsewhere = EventMother.vpc("elsewhere");
  private final InstanceCreated instance = EventMother.instance("front", vpc.id());
  private final ServiceCreated service = EventMother.service("shop", instance.id());
  private final NetworkCreated network = EventMother.network("backbone");
  private final List<ApiCreated> apis = new ArrayList<>();
  private final Certificates certificates =
      new Certificates(null, new ConfiguredCertificates(routes::current, null));
  private @Nullable Vertx vertx;
  private @Nullable NodeNetwork reach;

  Checked() {
    append(vpc, elsewhere, instance, service, network);
  }

  void append(GatewayEvent... events) {
    ledger.append(events);
    routes.publish(ledger.image());
  }

  Checked start(ForwardOptions options) {
    Vertx own = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    vertx = own;
    NodeTrust trust = new NodeTrust(certificates, options.caFile(), options.trustAll());
    reach = new NodeNetwork(options, trust, Resolution.OF_HOST);
    own.deployVerticle(new HealthChecks(routes::current, reach)).await();
    return this;
  }

  Checked start() {
    return start(TestOptions.usual());
  }

  /** An upstream with an API of its own, released. */
  UpstreamId add(UpstreamSettings settings, int... ports) {
    UpstreamId id = addUnused(settings, ports);
    use(id);
    return id;
  }

  /** An upstream that no API leads to. */
  UpstreamId addUnused(UpstreamSettings settings, int... ports) {
    UpstreamId id = UpstreamId.random();
    append(new UpstreamCreated(id, settings, nodes(ports)));
    return id;
  }

  /** Releases an API that leads to an upstream, besides those released already. */
  void use(UpstreamId id) {
    String name = "api" + apis.size();
    ApiCreated api = EventMother.api(service.id(), name, "/" + name, id);
    apis.add(api);
    append(api);
    release(apis.toArray(ApiCreated[]::new));
  }

  /** Releases exactly these APIs. */
  void release(ApiCreated... all) {
    append(EventMother.released(service.id(), Environment.RELEASE, all));
  }

  /** What an upstream is like whose VPC is not that of the instance. */
  UpstreamSettings elsewhere(HealthChecker checker) {
    return settings(checker, elsewhere.id(), Protocol.HTTP, HttpVersion.HTTP_1_1, null, null);
  }

  /** Joins the two VPCs. */
  void connect() {
    append(
        new LinkAttached(network.id(), vpc.id()), new LinkAttached(network.id(), elsewhere.id()));
  }

  /** Parts them again. */
  void disconnect() {
    append(new LinkDetached(network.id(), elsewhere.id()));
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
    return settings(checker, vpc.id(), protocol, version, host, tls);
  }

  private static UpstreamSettings settings(
      @Nullable HealthChecker checker,
      VpcId in,
      Protocol protocol,
      HttpVersion version,
      @Nullable String host,
      @Nullable NodeTls tls) {
    UpstreamSettings like = EventMother.upstreamSettings(null, in);
    return new UpstreamSettings(
        null,
        in,
        like.description(),
        like.algorithm(),
        protocol,
        host == null ? null : new HostHeader(host),
        like.retries(),
        like.retryOn(),
        version,
        checker,
        like.slowStart(),
        like.limits(),
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
        0,
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
    if (reach != null) {
      reach.close();
    }
    certificates.close();
  }
}
