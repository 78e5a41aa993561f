package io.weir.dataplane;

import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InvalidValueException;
import io.weir.dataplane.forward.ForwardOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line of a data-plane node; each option can also be given by an environment variable.
 */
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
      description = "Address to listen on, for both ports (WEIR_HTTP_HOST; ${DEFAULT-VALUE}).")
  String host;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      defaultValue = "${env:WEIR_ADMIN_PORT:-9000}",
      description = "Port for health, metrics and state (WEIR_ADMIN_PORT; ${DEFAULT-VALUE}).")
  int adminPort;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT,...",
      defaultValue = "${env:WEIR_KAFKA_BOOTSTRAP_SERVERS:-localhost:19092}",
      description = "Kafka brokers (WEIR_KAFKA_BOOTSTRAP_SERVERS; ${DEFAULT-VALUE}).")
  String kafka;

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
      names = "--node-id",
      paramLabel = "NAME",
      defaultValue = "${env:WEIR_NODE_ID:-}",
      description = "Name of this node, unique in the fleet (WEIR_NODE_ID; host name and port).")
  String nodeId;

  @Option(
      names = "--data-dir",
      paramLabel = "DIRECTORY",
      defaultValue = "${env:WEIR_DATA_DIR:-./data-plane-data}",
      description =
          "Where snapshots are kept, from which a node starts when Kafka is away"
              + " (WEIR_DATA_DIR; ${DEFAULT-VALUE}).")
  Path dataDirectory;

  @Option(
      names = "--event-loops",
      paramLabel = "N",
      defaultValue = "${env:WEIR_EVENT_LOOPS:-0}",
      description = "Threads that serve traffic (WEIR_EVENT_LOOPS; one per processor).")
  int eventLoops;

  @Option(
      names = "--kafka-grace",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_KAFKA_GRACE:-3000}",
      description =
          "How long Kafka must be away before a node with a snapshot is ready without it"
              + " (WEIR_KAFKA_GRACE; ${DEFAULT-VALUE}).")
  int kafkaGraceMillis;

  @Option(
      names = "--connect-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_CONNECT_TIMEOUT:-2000}",
      description =
          "How long connecting to a node may take before the next one is tried"
              + " (WEIR_CONNECT_TIMEOUT; ${DEFAULT-VALUE}).")
  int connectTimeoutMillis;

  @Option(
      names = "--attempt-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_ATTEMPT_TIMEOUT:-0}",
      description =
          "How long one node may take to respond before the next one is tried with an idempotent"
              + " request; 0: as long as the API's timeout allows (WEIR_ATTEMPT_TIMEOUT;"
              + " ${DEFAULT-VALUE}).")
  int attemptTimeoutMillis;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      defaultValue = "${env:WEIR_CA_FILE:-}",
      description =
          "PEM certificates that HTTPS nodes may be signed by, besides the system's (WEIR_CA_FILE).")
  String caFile;

  @Option(
      names = "--insecure-skip-verify",
      defaultValue = "${env:WEIR_INSECURE_SKIP_VERIFY:-false}",
      description =
          "Accept any certificate of HTTPS nodes. For experiments only (WEIR_INSECURE_SKIP_VERIFY).")
  boolean trustAll;

  @Option(
      names = "--access-log",
      paramLabel = "off|stdout|FILE",
      defaultValue = "${env:WEIR_ACCESS_LOG:-off}",
      description = "Where one JSON line per request goes (WEIR_ACCESS_LOG; ${DEFAULT-VALUE}).")
  String accessLog;

  @Option(
      names = "--drain-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_DRAIN_TIMEOUT:-20000}",
      description =
          "How long running requests may take to finish when the node stops"
              + " (WEIR_DRAIN_TIMEOUT; ${DEFAULT-VALUE}).")
  int drainTimeoutMillis;

  /** The instance to serve, or null for every one. */
  @Nullable InstanceId instanceId() {
    try {
      return instance.equals(EVERY_INSTANCE) ? null : new InstanceId(instance);
    } catch (InvalidValueException e) {
      throw new TypeConversionException("--instance " + e.getMessage() + ", or *");
    }
  }

  String nodeId(int actualPort) {
    return nodeId.isEmpty() ? hostName() + "-" + actualPort : nodeId;
  }

  /** {@code host:port} as others can reach it. */
  String reachable(int actualPort) {
    boolean anyAddress = host.equals("0.0.0.0") || host.equals("::");
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

  ForwardOptions forwarding() {
    ForwardOptions usual = ForwardOptions.DEFAULT;
    return new ForwardOptions(
        connectTimeoutMillis,
        attemptTimeoutMillis,
        usual.replayLimitBytes(),
        usual.maxHeaderBytes(),
        trustAll,
        caFile.isEmpty() ? null : Path.of(caFile));
  }
}
