package io.weir.dataplane.support;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.dataplane.forward.DataPlaneServer;
import io.weir.dataplane.forward.ForwardOptions;
import io.weir.dataplane.forward.Telemetry;
import io.weir.dataplane.forward.Traffic;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.Routes;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.SampleGateway;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A data plane in this process, without Kafka: a test tells it events itself. Serves {@link
 * SampleGateway}: {@code /release/pets} on an upstream.
 */
public final class Gateway implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  private final Routes routes = new Routes(new RouteCompiler(null, 0, 2));
  private final Traffic traffic;
  private final DataPlaneServer server;
  private final FakeLedger ledger;
  private final SampleGateway sample;
  private final int port;
  private UpstreamSettings settings;

  private Gateway(ForwardOptions options, Telemetry telemetry, SampleGateway sample) {
    this.sample = sample;
    traffic = telemetry.traffic();
    settings = sample.upstream().settings();
    ledger = sample.ledger();
    routes.publish(ledger.image());
    server = new DataPlaneServer(vertx, options, routes, telemetry);
    port = server.listen("127.0.0.1", 0, 2).await();
  }

  /** In front of these nodes, each with weight 1. */
  public static Gateway of(FakeUpstream... nodes) {
    return of(TestOptions.usual(), nodes);
  }

  /** With options, in front of these nodes. */
  public static Gateway of(ForwardOptions options, FakeUpstream... nodes) {
    return of(options, Telemetry.counting(new Traffic()), nodes);
  }

  /** With options and more or less told of it, in front of these nodes. */
  public static Gateway of(ForwardOptions options, Telemetry telemetry, FakeUpstream... nodes) {
    return new Gateway(options, telemetry, SampleGateway.withNodes(nodes(nodes)));
  }

  private static Node[] nodes(FakeUpstream... upstreams) {
    return Arrays.stream(upstreams)
        .map(upstream -> EventMother.node(upstream.port(), 1))
        .toArray(Node[]::new);
  }

  /** Records events as one command and publishes what they make. */
  public Gateway append(GatewayEvent... events) {
    GatewayDelta delta = new GatewayDelta(ledger.image());
    List<Recorded> recorded = ledger.append(events);
    for (int i = 0; i < events.length; i++) {
      delta.replay(recorded.get(i), events[i]);
    }
    routes.publish(delta.apply(), delta);
    return this;
  }

  /** Replaces the nodes. */
  public Gateway nodes(Node... nodes) {
    return append(
        new UpstreamNodesChanged(sample.upstream().id(), new Nodes(Arrays.asList(nodes))));
  }

  /** Sets the retries. */
  public Gateway retries(int retries) {
    return settings(settings.protocol(), settings.hostHeader(), new Retries(retries));
  }

  /** Makes the nodes speak HTTPS. */
  public Gateway https() {
    return settings(Protocol.HTTPS, settings.hostHeader(), settings.retries());
  }

  /** Sets the Host header. */
  public Gateway hostHeader(String host) {
    return settings(settings.protocol(), new HostHeader(host), settings.retries());
  }

  private Gateway settings(Protocol protocol, HostHeader host, Retries retries) {
    settings =
        new UpstreamSettings(
            settings.name(),
            settings.vpcId(),
            settings.description(),
            settings.algorithm(),
            protocol,
            host,
            retries);
    return append(new UpstreamSettingsChanged(sample.upstream().id(), settings));
  }

  /** Adds an API and releases the service with it. */
  public Gateway api(String front, String back, Method method, int timeoutMillis) {
    ApiDefinition like = EventMother.definition("more", front, sample.upstream().id());
    ApiDefinition definition =
        new ApiDefinition(
            like.name(),
            like.description(),
            like.frontEnd(),
            new BackEnd(
                like.backEnd().type(),
                like.backEnd().connectionMode(),
                sample.upstream().id(),
                new BackPath(back),
                method,
                new Timeout(timeoutMillis)));
    ApiCreated api = new ApiCreated(ApiId.random(), sample.service().id(), definition);
    return append(
        api, EventMother.released(sample.service().id(), Environment.RELEASE, sample.api(), api));
  }

  public SampleGateway sample() {
    return sample;
  }

  public Routes routes() {
    return routes;
  }

  public Traffic traffic() {
    return traffic;
  }

  public long position() {
    return ledger.chain().position();
  }

  public int port() {
    return port;
  }

  /** The Host header that names the service. */
  public String host() {
    return sample.service().id() + ".localhost:" + port;
  }

  /** The beginning of a request: its line and Host. */
  public String head(String method, String target) {
    return method + " " + target + " HTTP/1.1\nHost: " + host() + "\n";
  }

  /** A whole request without a body, on a connection of its own. */
  public Answer call(String method, String target) throws IOException {
    try (Client client = client()) {
      return client.call(head(method, target) + "\n");
    }
  }

  public Answer get(String target) throws IOException {
    return call("GET", target);
  }

  /** A whole request with a body, on a connection of its own. */
  public Answer call(String method, String target, String body) throws IOException {
    try (Client client = client()) {
      return client.call(head(method, target) + "Content-Length: " + body.length() + "\n\n" + body);
    }
  }

  public Client client() throws IOException {
    return new Client(port);
  }

  /** Begins the orderly end. */
  public io.vertx.core.Future<Void> shutdown() {
    return server.shutdown(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
