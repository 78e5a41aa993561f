package io.weir.dataplane.support;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeTls;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.RetryOn;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.nodes.NodeNetwork;
import io.weir.dataplane.nodes.Resolution;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.Routes;
import io.weir.dataplane.server.DataPlaneServer;
import io.weir.dataplane.server.Ports;
import io.weir.dataplane.telemetry.Telemetry;
import io.weir.dataplane.telemetry.Traffic;
import io.weir.dataplane.tls.Certificates;
import io.weir.dataplane.tls.ClientTls;
import io.weir.dataplane.tls.ConfiguredCertificates;
import io.weir.dataplane.tls.Handshakes;
import io.weir.dataplane.tls.NodeTrust;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.SampleGateway;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A data plane in this process, without Kafka: a test tells it events itself. Serves {@link
 * SampleGateway}: {@code /release/pets} on an upstream.
 */
public final class Gateway implements AutoCloseable {
  private final Vertx vertx =
      TestTransport.ASKED_FOR.start(new VertxOptions().setEventLoopPoolSize(2)).vertx();
  private final Routes routes = new Routes(new RouteCompiler(null, 0, 2));
  private final Traffic traffic;
  private final DataPlaneServer server;
  private final FakeLedger ledger;
  private final SampleGateway sample;
  private final Certificates certificates;
  private final NodeNetwork network;
  private final ClientTls clientTls;
  private final Ports ports;
  private UpstreamSettings settings;

  private Gateway(
      ForwardOptions options,
      Telemetry telemetry,
      Path directory,
      String fallback,
      Resolution resolution,
      SampleGateway sample) {
    this.sample = sample;
    traffic = telemetry.traffic();
    settings = sample.upstream().settings();
    ledger = sample.ledger();
    routes.publish(ledger.image());
    CertificateName byDefault = fallback == null ? null : new CertificateName(fallback);
    certificates =
        new Certificates(directory, new ConfiguredCertificates(routes::current, byDefault));
    network =
        new NodeNetwork(
            options, new NodeTrust(certificates, options.caFile(), options.trustAll()), resolution);
    clientTls =
        directory == null
            ? null
            : new ClientTls(
                routes::current, certificates, byDefault, options.limits().headerMillis());
    certificates.start();
    server = new DataPlaneServer(vertx, options, routes, telemetry, network, clientTls);
    ports = server.listen("127.0.0.1", new Ports(0, 0)).await();
    server.accept();
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
    return new Gateway(
        options, telemetry, null, null, Resolution.OF_HOST, SampleGateway.withNodes(nodes(nodes)));
  }

  /** With options, names that are resolved in another way than this host's, and these nodes. */
  public static Gateway of(ForwardOptions options, Resolution resolution, Node... nodes) {
    return new Gateway(
        options,
        Telemetry.counting(new Traffic()),
        null,
        null,
        resolution,
        SampleGateway.withNodes(nodes));
  }

  /**
   * With certificates and a TLS port, in front of these nodes.
   *
   * @param fallback the default certificate, or null
   */
  public static Gateway tls(Path certificates, String fallback, FakeUpstream... nodes) {
    return tls(TestOptions.usual(), certificates, fallback, nodes);
  }

  /** The same with options. */
  public static Gateway tls(
      ForwardOptions options, Path certificates, String fallback, FakeUpstream... nodes) {
    return new Gateway(
        options,
        Telemetry.counting(new Traffic()),
        certificates,
        fallback,
        Resolution.OF_HOST,
        SampleGateway.withNodes(nodes(nodes)));
  }

  /** The same in front of a node of another kind, that listens on this port. */
  public static Gateway tls(
      ForwardOptions options, Path certificates, String fallback, int nodePort) {
    return new Gateway(
        options,
        Telemetry.counting(new Traffic()),
        certificates,
        fallback,
        Resolution.OF_HOST,
        SampleGateway.withNodes(EventMother.node(nodePort, 1)));
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

  /** Makes the nodes speak HTTPS of a kind. */
  public Gateway https(NodeTls tls) {
    return settings(
        Protocol.HTTPS, settings.hostHeader(), settings.retries(), settings.httpVersion(), tls);
  }

  /** Sets the version of HTTP that the nodes speak. */
  public Gateway version(HttpVersion version) {
    return settings(
        settings.protocol(), settings.hostHeader(), settings.retries(), version, settings.tls());
  }

  /** Says what is tried again beyond the usual. */
  public Gateway retryOn(RetryOn retryOn) {
    settings =
        new UpstreamSettings(
            settings.name(),
            settings.vpcId(),
            settings.description(),
            settings.algorithm(),
            settings.protocol(),
            settings.hostHeader(),
            settings.retries(),
            retryOn,
            settings.httpVersion(),
            settings.healthChecker(),
            settings.slowStart(),
            settings.limits(),
            settings.tls());
    return append(new UpstreamSettingsChanged(sample.upstream().id(), settings));
  }

  /** Binds a custom domain to the release environment, with a certificate if not null. */
  public Gateway domain(String domain, String certificate) {
    return append(
        new DomainBound(
            new Domain(domain),
            new DomainSettings(
                sample.service().id(),
                Environment.RELEASE,
                certificate == null ? null : new CertificateName(certificate))));
  }

  private Gateway settings(Protocol protocol, HostHeader host, Retries retries) {
    return settings(protocol, host, retries, settings.httpVersion(), settings.tls());
  }

  private Gateway settings(
      Protocol protocol, HostHeader host, Retries retries, HttpVersion version, NodeTls tls) {
    settings =
        new UpstreamSettings(
            settings.name(),
            settings.vpcId(),
            settings.description(),
            settings.algorithm(),
            protocol,
            host,
            retries,
            settings.retryOn(),
            version,
            settings.healthChecker(),
            settings.slowStart(),
            settings.limits(),
            tls);
    return append(new UpstreamSettingsChanged(sample.upstream().id(), settings));
  }

  /** Adds an API and releases the service with it. */
  public Gateway api(String front, String back, Method method, int timeoutMillis) {
    ApiCreated api = newApi(front, back, method, timeoutMillis);
    return append(
        api, EventMother.released(sample.service().id(), Environment.RELEASE, sample.api(), api));
  }

  /** Releases the service with exactly these new APIs. */
  public Gateway released(ApiCreated... apis) {
    for (ApiCreated api : apis) {
      append(api);
    }
    return append(EventMother.released(sample.service().id(), Environment.RELEASE, apis));
  }

  /** An API of the service and the upstream, not added yet. */
  public ApiCreated newApi(String front, String back, Method method, int timeoutMillis) {
    String name = "more" + Integer.toHexString(front.hashCode());
    ApiDefinition like = EventMother.definition(name, front, sample.upstream().id());
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
    return new ApiCreated(ApiId.random(), sample.service().id(), definition);
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
    return ports.http();
  }

  public int tlsPort() {
    return ports.https();
  }

  public Vertx vertx() {
    return vertx;
  }

  public NodeNetwork network() {
    return network;
  }

  public Certificates certificates() {
    return certificates;
  }

  public Handshakes handshakes() {
    return clientTls.handshakes();
  }

  /** The node that the upstream lists first. */
  public LiveNode firstNode() {
    return routes.current().upstreams().getFirst().picker().nodes().getFirst();
  }

  /** The Host header that names the service. */
  public String host() {
    return sample.service().id() + ".localhost:" + port();
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
    return new Client(port());
  }

  /** Begins the orderly end. */
  public io.vertx.core.Future<Void> shutdown() {
    return server.shutdown(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    vertx.close().await();
    network.close();
    certificates.close();
  }
}
