package io.weir.dataplane;

import io.weir.contracts.topic.Topic;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InvalidValueException;
import io.weir.dataplane.admin.AdminAccess;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The command line of a replica; each option can also be given by an environment variable. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Options {
  /** Serve every dedicated instance. */
  static final String EVERY_INSTANCE = "*";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:WEIR_HTTP_PORT:-8000}",
      description = "Port for traffic, 0 for any free one (WEIR_HTTP_PORT; ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:WEIR_HTTP_HOST:-127.0.0.1}",
      description = "Address to listen on, for all ports (WEIR_HTTP_HOST; ${DEFAULT-VALUE}).")
  String host;

  @Option(
      names = "--tls-port",
      paramLabel = "PORT",
      defaultValue = "${env:WEIR_TLS_PORT:--1}",
      description =
          "Port for traffic over TLS, 0 for any free one, -1 for none; needs --certificates"
              + " (WEIR_TLS_PORT; ${DEFAULT-VALUE}).")
  int tlsPort;

  @Option(
      names = "--certificates",
      paramLabel = "DIRECTORY",
      defaultValue = "${env:WEIR_CERTIFICATES:-}",
      description =
          "Where the certificates are that the configuration names: NAME.crt (PEM chain) and"
              + " NAME.key (PEM PKCS#8), read again when they change (WEIR_CERTIFICATES).")
  String certificates;

  @Option(
      names = "--tls-certificate",
      paramLabel = "NAME",
      defaultValue = "${env:WEIR_TLS_CERTIFICATE:-}",
      description =
          "Certificate for clients that ask for no name or for one without a certificate of its"
              + " own; without it their handshakes are refused (WEIR_TLS_CERTIFICATE).")
  String tlsCertificate;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      defaultValue = "${env:WEIR_ADMIN_PORT:-9000}",
      description = "Port for health, metrics and state (WEIR_ADMIN_PORT; ${DEFAULT-VALUE}).")
  int adminPort;

  @Option(
      names = "--admin-token-file",
      paramLabel = "FILE",
      defaultValue = "${env:WEIR_ADMIN_TOKEN_FILE:-}",
      description =
          "Holds the token that the admin port asks for, health apart; without it that port answers"
              + " this machine alone (WEIR_ADMIN_TOKEN_FILE).")
  String adminTokenFile;

  @Option(
      names = "--http-names",
      paramLabel = "NAME,...",
      defaultValue = "${env:WEIR_HTTP_NAMES:-}",
      description =
          "Host names the admin port is asked by, besides localhost and IP addresses; requests for"
              + " others are refused (WEIR_HTTP_NAMES).")
  String httpNames;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT,...",
      defaultValue = "${env:WEIR_KAFKA_BOOTSTRAP_SERVERS:-localhost:19092}",
      description = "Kafka brokers (WEIR_KAFKA_BOOTSTRAP_SERVERS; ${DEFAULT-VALUE}).")
  String kafka;

  @Option(
      names = "--ledger-topic",
      paramLabel = "NAME",
      defaultValue = "${env:WEIR_LEDGER_TOPIC:-" + Topic.NAME + "}",
      description =
          "Kafka topic of the ledger, the same in every process"
              + " (WEIR_LEDGER_TOPIC; ${DEFAULT-VALUE}).")
  String ledgerTopic;

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      defaultValue = "${env:WEIR_SNAPSHOT:-}",
      description =
          "Serve this file, made by 'data-plane snapshot', without Kafka; read again when it"
              + " changes and on SIGHUP (WEIR_SNAPSHOT).")
  String snapshot;

  @Option(
      names = "--instance",
      paramLabel = "ID",
      defaultValue = "${env:WEIR_INSTANCE:-*}",
      description =
          "Dedicated instance to serve, or * for every one (WEIR_INSTANCE; ${DEFAULT-VALUE}).")
  String instance;

  @Option(
      names = "--replica-id",
      paramLabel = "NAME",
      defaultValue = "${env:WEIR_REPLICA_ID:-}",
      description =
          "Name of this replica, unique in the fleet (WEIR_REPLICA_ID; host name and port).")
  String replicaId;

  @Option(
      names = "--data-dir",
      paramLabel = "DIRECTORY",
      defaultValue = "${env:WEIR_DATA_DIR:-./data-plane-data}",
      description =
          "Where snapshots are kept, from which a replica starts when Kafka is away"
              + " (WEIR_DATA_DIR; ${DEFAULT-VALUE}).")
  Path dataDirectory;

  @Option(
      names = "--event-loops",
      paramLabel = "N",
      defaultValue = "${env:WEIR_EVENT_LOOPS:-0}",
      description = "Threads that serve traffic (WEIR_EVENT_LOOPS; one per processor).")
  int eventLoops;

  @Option(
      names = "--share-port",
      defaultValue = "${env:WEIR_SHARE_PORT:-false}",
      description =
          "Listen even if another replica listens on the port: the one that takes over"
              + " from one that is about to stop (WEIR_SHARE_PORT; ${DEFAULT-VALUE}).")
  boolean sharePort;

  @Option(
      names = "--transport",
      paramLabel = "auto|epoll|io_uring|nio",
      defaultValue = "${env:WEIR_TRANSPORT:-auto}",
      description =
          "How sockets are spoken to; auto takes the first of the others that works here"
              + " (WEIR_TRANSPORT; ${DEFAULT-VALUE}).")
  SocketTransport transport;

  @Option(
      names = "--kafka-grace",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_KAFKA_GRACE:-3000}",
      description =
          "How long Kafka must be away before a replica with a snapshot is ready without it"
              + " (WEIR_KAFKA_GRACE; ${DEFAULT-VALUE}).")
  int kafkaGraceMillis;

  @Option(
      names = "--drain-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_DRAIN_TIMEOUT:-20000}",
      description =
          "How long running requests may take to finish when the replica stops"
              + " (WEIR_DRAIN_TIMEOUT; ${DEFAULT-VALUE}).")
  int drainTimeoutMillis;

  @Mixin ForwardingOptions forward;

  @Mixin TelemetryOptions telemetry;

  /** The instance to serve, or null for every one. */
  @Nullable InstanceId instanceId() {
    try {
      return instance.equals(EVERY_INSTANCE) ? null : new InstanceId(instance);
    } catch (InvalidValueException e) {
      throw new TypeConversionException("--instance " + e.getMessage() + ", or *");
    }
  }

  /** Where certificates are, or null. */
  @Nullable Path certificateDirectory() {
    if (tlsPort >= 0 && certificates.isEmpty()) {
      throw new IllegalArgumentException("--tls-port needs --certificates");
    }
    return certificates.isEmpty() ? null : Path.of(certificates);
  }

  /** The default certificate, or null. */
  @Nullable CertificateName defaultCertificate() {
    try {
      return tlsCertificate.isEmpty() ? null : new CertificateName(tlsCertificate);
    } catch (InvalidValueException e) {
      throw new IllegalArgumentException("--tls-certificate " + e.getMessage(), e);
    }
  }

  String replicaId(int actualPort) {
    return replicaId.isEmpty() ? hostName() + "-" + actualPort : replicaId;
  }

  /** {@code host:port} as others can reach it. */
  String reachable(int actualPort) {
    boolean anyAddress = List.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0").contains(host);
    return (anyAddress ? hostName() : host) + ":" + actualPort;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  int threads() {
    return eventLoops > 0 ? eventLoops : Runtime.getRuntime().availableProcessors();
  }

  Duration kafkaGrace() {
    return Duration.ofMillis(kafkaGraceMillis);
  }

  /** Who may ask the admin port; fails as {@link AdminAccess#of} does. */
  AdminAccess adminAccess() {
    return adminTokenFile.isEmpty()
        ? AdminAccess.LOOPBACK
        : AdminAccess.of(Path.of(adminTokenFile));
  }

  /** Host names the admin port is asked by. */
  List<String> httpNames() {
    return Stream.of(httpNames.split(",")).filter(name -> !name.isBlank()).toList();
  }
}
