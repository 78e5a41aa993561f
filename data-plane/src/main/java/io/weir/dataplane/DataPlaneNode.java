package io.weir.dataplane;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.weir.contracts.value.CertificateName;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.admin.AdminServer;
import io.weir.dataplane.admin.Metrics;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.forward.DataPlaneServer;
import io.weir.dataplane.forward.ForwardOptions;
import io.weir.dataplane.forward.Ports;
import io.weir.dataplane.forward.Telemetry;
import io.weir.dataplane.forward.Traffic;
import io.weir.dataplane.health.HealthChecks;
import io.weir.dataplane.health.NodeHealthReport;
import io.weir.dataplane.health.ProbeAccess;
import io.weir.dataplane.replica.FileReplica;
import io.weir.dataplane.replica.LedgerReplica;
import io.weir.dataplane.replica.NodeIdentity;
import io.weir.dataplane.replica.Replica;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.Routes;
import io.weir.dataplane.tls.Certificates;
import io.weir.dataplane.tls.ClientTls;
import io.weir.dataplane.tls.ConfiguredCertificates;
import io.weir.dataplane.tls.NodeTrust;
import io.weir.dataplane.tls.Provider;
import io.weir.dataplane.trace.Otlp;
import io.weir.dataplane.trace.Tracing;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Everything that runs in this process. */
final class DataPlaneNode {
  private static final System.Logger LOG = System.getLogger(DataPlaneNode.class.getName());

  /** How often it is looked whether the health of a node has changed. */
  private static final long HEALTH_MILLIS = 200;

  private final Options options;
  private final Vertx vertx;

  /** For everything that is not traffic, so that traffic never waits for it. */
  private final Vertx aside = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

  private final Routes routes;
  private final Traffic traffic;
  private final AccessLog accessLog;
  private final @Nullable Tracing tracing;
  private final NodeHealthReport nodeHealth;
  private final Certificates certificates;
  private final NodeTrust trust;
  private final @Nullable ClientTls clientTls;
  private final DataPlaneServer server;
  private final AdminServer admin;
  private @Nullable Replica replica;

  DataPlaneNode(Options options) throws IOException {
    this.options = options;
    vertx =
        Vertx.builder()
            .with(new VertxOptions().setEventLoopPoolSize(options.threads()))
            .withTransport(options.transport.choose())
            .build();
    long seed = options.nodeId(options.port).hashCode() * 0x9e3779b97f4a7c15L;
    routes = new Routes(new RouteCompiler(options.instanceId(), seed, options.threads()));
    traffic = new Traffic(options.metricsPerUpstream);
    accessLog = AccessLog.of(options.accessLog);
    tracing =
        options.otlpEndpoint.isEmpty()
            ? null
            : new Tracing(
                Otlp.to(options.otlpEndpoint, options.otlpHeaders),
                options.traceRatio(),
                options.nodeId(options.port));
    nodeHealth = new NodeHealthReport(routes::current);
    ForwardOptions forwarding = options.forwarding();
    CertificateName fallback = options.defaultCertificate();
    certificates =
        new Certificates(
            options.certificateDirectory(), new ConfiguredCertificates(routes::current, fallback));
    trust = new NodeTrust(certificates, forwarding.caFile(), forwarding.trustAll());
    clientTls =
        options.tlsPort < 0
            ? null
            : new ClientTls(
                routes::current, certificates, fallback, forwarding.limits().headerMillis());
    server =
        new DataPlaneServer(
            vertx,
            forwarding,
            routes,
            new Telemetry(traffic, accessLog, options.accessLogQuery, tracing),
            trust,
            clientTls);
    admin =
        new AdminServer(
            aside,
            routes,
            certificates,
            new Metrics(
                traffic,
                accessLog,
                certificates,
                clientTls,
                options.metricsPerUpstream,
                options.metricsPerNode),
            server::turn);
  }

  void start() throws InterruptedException, ExecutionException, IOException {
    int adminPort = await(admin.listen(options.host, options.adminPort));
    certificates.start();
    if (!options.sharePort) {
      PortCheck.free(options.host, options.port, options.tlsPort);
    }
    Ports ports = await(server.listen(options.host, new Ports(options.port, options.tlsPort)));
    int port = ports.http();
    NodeIdentity identity =
        new NodeIdentity(
            options.nodeId(port),
            options.instance,
            options.reachable(port),
            options.reachable(adminPort),
            Clock.systemUTC().instant());
    Replica copy = replica(identity);
    replica = copy;
    admin.watch(copy);
    copy.start();
    server.accept();
    await(aside.deployVerticle(new HealthChecks(routes::current, probeAccess())));
    long[] told = {nodeHealth.changes()};
    aside.setPeriodic(
        HEALTH_MILLIS,
        _ -> {
          long now = nodeHealth.changes();
          if (now != told[0]) {
            told[0] = now;
            copy.changed();
          }
        });
    LOG.log(
        System.Logger.Level.INFO,
        "data plane %s: traffic on %s%s, admin on %s, instance %s, %d event loops, %s"
            .formatted(
                identity.nodeId(),
                identity.address(),
                ports.https() == Ports.OFF
                    ? ""
                    : " and by %s on %s"
                        .formatted(Provider.describe(), options.reachable(ports.https())),
                identity.adminAddress(),
                options.instance,
                options.threads(),
                vertx.isNativeTransportEnabled() ? "native transport" : "NIO"));
  }

  /** Probes go where requests go, and trust whom they trust. */
  private ProbeAccess probeAccess() {
    return new ProbeAccess() {
      @Override
      public boolean allows(InetAddress address) {
        return server.allows(address);
      }

      @Override
      public ClientSSLOptions tls(LiveNode node) {
        return trust.probeOptions(node);
      }
    };
  }

  private Replica replica(NodeIdentity identity) {
    RoutePublisher publisher = new RoutePublisher(routes);
    if (options.snapshot.isEmpty()) {
      return new LedgerReplica(
          LedgerReplica.Options.of(options.kafka, options.dataDirectory, options.kafkaGrace()),
          identity,
          publisher,
          Clock.systemUTC(),
          nodeHealth::words);
    }
    FileReplica file =
        new FileReplica(
            Path.of(options.snapshot),
            identity,
            publisher,
            Clock.systemUTC(),
            Duration.ofSeconds(1));
    Hangup.whenSent(file::reload);
    return file;
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
    if (replica != null) {
      replica.stop();
    }
    certificates.close();
    accessLog.close();
    if (tracing != null) {
      tracing.close();
    }
    LOG.log(System.Logger.Level.INFO, "stopped");
  }
}
