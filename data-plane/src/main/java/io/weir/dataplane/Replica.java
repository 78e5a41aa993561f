package io.weir.dataplane;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.weir.contracts.topic.ClockWatch;
import io.weir.contracts.value.CertificateName;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.admin.AdminServer;
import io.weir.dataplane.admin.Metrics;
import io.weir.dataplane.health.HealthChecks;
import io.weir.dataplane.health.NodeHealthReport;
import io.weir.dataplane.nodes.NodeNetwork;
import io.weir.dataplane.nodes.Resolution;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.replica.ConfigurationCopy;
import io.weir.dataplane.replica.FileCopy;
import io.weir.dataplane.replica.Findings;
import io.weir.dataplane.replica.LedgerCopy;
import io.weir.dataplane.replica.ReplicaIdentity;
import io.weir.dataplane.replica.TrafficReporter;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.Routes;
import io.weir.dataplane.server.DataPlaneServer;
import io.weir.dataplane.server.Ports;
import io.weir.dataplane.telemetry.Reported;
import io.weir.dataplane.telemetry.Telemetry;
import io.weir.dataplane.telemetry.Traffic;
import io.weir.dataplane.telemetry.TrafficRecords;
import io.weir.dataplane.tls.Certificates;
import io.weir.dataplane.tls.ClientTls;
import io.weir.dataplane.tls.ConfiguredCertificates;
import io.weir.dataplane.tls.NodeTrust;
import io.weir.dataplane.tls.Provider;
import io.weir.dataplane.trace.Otlp;
import io.weir.dataplane.trace.Tracing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A replica: everything that runs in this process. */
final class Replica {
  private static final System.Logger LOG = System.getLogger(Replica.class.getName());

  /** How often it is looked whether the health of a node has changed. */
  private static final long HEALTH_MILLIS = 200;

  /** How often a process that takes a port over looks whether it can serve. */
  private static final long READY_MILLIS = 20;

  private final Options options;
  private final Vertx vertx;
  private final String transport;

  /** For everything that is not traffic, so that traffic never waits for it. */
  private final Vertx aside;

  private final Routes routes;
  private final Traffic traffic;
  private final AccessLog accessLog;
  private final @Nullable Tracing tracing;
  private final NodeHealthReport nodeHealth;
  private final Certificates certificates;
  private final NodeNetwork network;
  private final @Nullable ClientTls clientTls;
  private final DataPlaneServer server;
  private final @Nullable Reported reported;
  private final Metrics metrics;
  private final AdminServer admin;
  private @Nullable ConfigurationCopy copy;
  private @Nullable TrafficReporter reporter;
  private @Nullable ClockWatch clock;

  Replica(Options options) throws IOException {
    this.options = options;
    SocketTransport.Runtime runtime =
        options.transport.start(new VertxOptions().setEventLoopPoolSize(options.threads()));
    vertx = runtime.vertx();
    // behind the transport, which has to be the first to ask Netty for io_uring
    aside = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    transport = runtime.description();
    long seed = options.replicaId(options.port).hashCode() * 0x9e3779b97f4a7c15L;
    routes = new Routes(new RouteCompiler(options.instanceId(), seed, options.threads()));
    traffic = new Traffic(options.telemetry.metricsPerUpstream);
    accessLog = AccessLog.of(options.telemetry.accessLog);
    tracing =
        options.telemetry.otlpEndpoint.isEmpty()
            ? null
            : new Tracing(
                Otlp.to(options.telemetry.otlpEndpoint, options.telemetry.otlpHeaders),
                options.telemetry.traceRatio(),
                options.replicaId(options.port));
    nodeHealth = new NodeHealthReport(routes::current);
    ForwardOptions forwarding = options.forward.forwarding();
    CertificateName fallback = options.defaultCertificate();
    certificates =
        new Certificates(
            options.certificateDirectory(), new ConfiguredCertificates(routes::current, fallback));
    network =
        new NodeNetwork(
            forwarding,
            new NodeTrust(certificates, forwarding.caFile(), forwarding.trustAll()),
            Resolution.OF_HOST);
    clientTls =
        options.tlsPort < 0
            ? null
            : new ClientTls(
                routes::current, certificates, fallback, forwarding.limits().headerMillis());
    // a replica that runs from a file has nobody to tell
    reported =
        options.telemetry.reportsTraffic() && options.snapshot.isEmpty() ? new Reported() : null;
    server =
        new DataPlaneServer(
            vertx,
            forwarding,
            routes,
            new Telemetry(traffic, accessLog, options.telemetry.accessLogQuery, tracing, reported),
            network,
            clientTls);
    metrics =
        new Metrics(
            routes::current,
            traffic,
            accessLog,
            certificates,
            clientTls,
            options.telemetry.metricsPerUpstream,
            options.telemetry.metricsPerNode);
    admin = new AdminServer(aside, routes, certificates, metrics, server::turn);
  }

  void start() throws InterruptedException, ExecutionException, IOException {
    int adminPort =
        await(
            admin.listen(
                options.host, options.adminPort, options.httpNames(), options.adminAccess()));
    certificates.start();
    if (!options.sharePort) {
      PortCheck.free(options.host, options.port, options.tlsPort);
    }
    Ports asked = new Ports(options.port, options.tlsPort);
    // it is named after its port, so one that the kernel chooses is needed first
    Ports chosen = options.port == 0 ? await(server.listen(options.host, asked)) : null;
    int port = chosen == null ? options.port : chosen.http();
    ReplicaIdentity identity =
        new ReplicaIdentity(
            options.replicaId(port),
            options.instance,
            options.reachable(port),
            options.reachable(adminPort),
            Clock.systemUTC().instant());
    ConfigurationCopy copied = copy(identity);
    copy = copied;
    metrics.watch(copied);
    metrics.watch(network::lackedResources);
    admin.watch(copied);
    copied.start();
    if (reported != null) {
      reporter = report(reported, identity);
    }
    clock = ClockWatch.start(this::renewClients);
    if (options.sharePort) {
      awaitReady(copied);
    }
    // not before: whoever has the port too would lose connections to a process that cannot serve
    Ports ports = chosen == null ? await(server.listen(options.host, asked)) : chosen;
    server.accept();
    admin.accepting();
    await(aside.deployVerticle(new HealthChecks(routes::current, network)));
    long[] told = {nodeHealth.changes()};
    aside.setPeriodic(
        HEALTH_MILLIS,
        _ -> {
          long now = nodeHealth.changes();
          if (now != told[0]) {
            told[0] = now;
            copied.changed();
          }
        });
    LOG.log(
        System.Logger.Level.INFO,
        "data plane %s, version %s: traffic on %s%s, admin on %s, instance %s, %d event loops by %s"
            .formatted(
                identity.replicaId(),
                BuildVersion.current(),
                identity.address(),
                ports.https() == Ports.OFF
                    ? ""
                    : " and by %s on %s"
                        .formatted(Provider.describe(), options.reachable(ports.https())),
                identity.adminAddress(),
                options.instance,
                options.threads(),
                transport));
  }

  private void renewClients(Duration back) {
    LOG.log(
        System.Logger.Level.WARNING,
        "the clock was put back by %d s: clients of Kafka are made anew, which could wait as long"
            .formatted(back.toSeconds()));
    if (copy != null) {
      copy.renewClients();
    }
    if (reporter != null) {
      reporter.renew();
    }
  }

  private static void awaitReady(ConfigurationCopy copy) throws InterruptedException {
    while (!copy.ready()) {
      Thread.sleep(READY_MILLIS);
    }
  }

  private ConfigurationCopy copy(ReplicaIdentity identity) {
    RoutePublisher publisher = new RoutePublisher(routes);
    if (options.snapshot.isEmpty()) {
      return new LedgerCopy(
          LedgerCopy.Options.of(
              options.kafka, options.ledgerTopic, options.dataDirectory, options.kafkaGrace()),
          identity,
          publisher,
          Clock.systemUTC(),
          () -> Findings.of(nodeHealth.nodes(), certificates.statuses()));
    }
    FileCopy file =
        new FileCopy(
            Path.of(options.snapshot),
            identity,
            publisher,
            Clock.systemUTC(),
            Duration.ofSeconds(1));
    Hangup.whenSent(file::reload);
    return file;
  }

  private TrafficReporter report(Reported what, ReplicaIdentity identity) {
    Clock clock = Clock.systemUTC();
    var records =
        new TrafficRecords(what, identity.replicaId(), identity.startedAt(), clock.instant());
    var telling =
        new TrafficReporter(
            options.kafka,
            options.telemetry.trafficTopic,
            identity.replicaId(),
            records::due,
            clock);
    metrics.watch(telling);
    admin.watch(records);
    telling.start();
    return telling;
  }

  private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException {
    return future.toCompletionStage().toCompletableFuture().get();
  }

  /** No new requests, the running ones to their end, then the snapshot and the farewell. */
  void stop() {
    LOG.log(System.Logger.Level.INFO, "stopping: " + traffic.active() + " requests to finish");
    try {
      admin.stopping();
      server
          .shutdown(options.drainTimeoutMillis, TimeUnit.MILLISECONDS)
          .toCompletionStage()
          .toCompletableFuture()
          .get(options.drainTimeoutMillis + 1_000L, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(System.Logger.Level.WARNING, "some requests did not finish: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (clock != null) {
      clock.close();
    }
    if (reporter != null) {
      reporter.stop();
    }
    if (copy != null) {
      copy.stop();
    }
    metrics.close();
    network.close();
    certificates.close();
    accessLog.close();
    if (tracing != null) {
      tracing.close();
    }
    LOG.log(System.Logger.Level.INFO, "stopped");
  }
}
