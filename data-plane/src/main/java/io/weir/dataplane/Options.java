package io.weir.dataplane;

import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InvalidValueException;
import io.weir.dataplane.forward.AddressRanges;
import io.weir.dataplane.forward.ForwardOptions;
import io.weir.dataplane.http.HttpLimits;
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
      names = "--share-port",
      defaultValue = "${env:WEIR_SHARE_PORT:-false}",
      description =
          "Listen even if another data-plane process listens on the port: the one that takes over"
              + " from one that is about to stop (WEIR_SHARE_PORT; ${DEFAULT-VALUE}).")
  boolean sharePort;

  @Option(
      names = "--transport",
      paramLabel = "auto|epoll|io_uring|nio",
      defaultValue = "${env:WEIR_TRANSPORT:-auto}",
      description =
          "How sockets are spoken to; auto takes the best one the system has"
              + " (WEIR_TRANSPORT; ${DEFAULT-VALUE}).")
  SocketTransport transport;

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
      names = "--tunnel-idle-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_TUNNEL_IDLE_TIMEOUT:-600000}",
      description =
          "How long a WebSocket or another switched connection may be idle (WEIR_TUNNEL_IDLE_TIMEOUT; ${DEFAULT-VALUE}).")
  int tunnelIdleMillis;

  @Option(
      names = "--header-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_HEADER_TIMEOUT:-30000}",
      description =
          "How long a client may take to send the head of a request, and for a TLS handshake (WEIR_HEADER_TIMEOUT; ${DEFAULT-VALUE}).")
  int headerTimeoutMillis;

  @Option(
      names = "--body-idle-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_BODY_IDLE_TIMEOUT:-60000}",
      description =
          "How long a request body may stand still (WEIR_BODY_IDLE_TIMEOUT; ${DEFAULT-VALUE}).")
  int bodyIdleMillis;

  @Option(
      names = "--keep-alive-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_KEEP_ALIVE_TIMEOUT:-75000}",
      description =
          "How long a client's connection may be idle between requests (WEIR_KEEP_ALIVE_TIMEOUT; ${DEFAULT-VALUE}).")
  int keepAliveMillis;

  @Option(
      names = "--max-request-line",
      paramLabel = "BYTES",
      defaultValue = "${env:WEIR_MAX_REQUEST_LINE:-8192}",
      description = "Longest request line, 414 beyond (WEIR_MAX_REQUEST_LINE; ${DEFAULT-VALUE}).")
  int maxRequestLine;

  @Option(
      names = "--max-header-bytes",
      paramLabel = "BYTES",
      defaultValue = "${env:WEIR_MAX_HEADER_BYTES:-32768}",
      description = "Largest header section, 431 beyond (WEIR_MAX_HEADER_BYTES; ${DEFAULT-VALUE}).")
  int maxHeaderBytes;

  @Option(
      names = "--max-headers",
      paramLabel = "N",
      defaultValue = "${env:WEIR_MAX_HEADERS:-100}",
      description = "Most header fields, 431 beyond (WEIR_MAX_HEADERS; ${DEFAULT-VALUE}).")
  int maxHeaders;

  @Option(
      names = "--max-body",
      paramLabel = "BYTES",
      defaultValue = "${env:WEIR_MAX_BODY:-0}",
      description =
          "Largest request body, 413 beyond; 0: no limit (WEIR_MAX_BODY; ${DEFAULT-VALUE}).")
  long maxBody;

  @Option(
      names = "--max-streams",
      paramLabel = "N",
      defaultValue = "${env:WEIR_MAX_STREAMS:-100}",
      description =
          "Most concurrent HTTP/2 streams of a connection (WEIR_MAX_STREAMS; ${DEFAULT-VALUE}).")
  int maxStreams;

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      defaultValue = "${env:WEIR_MAX_CONNECTIONS:-20000}",
      description =
          "Most connections of clients at a time; more are closed at once (WEIR_MAX_CONNECTIONS; ${DEFAULT-VALUE}).")
  int maxConnections;

  @Option(
      names = "--trusted-proxies",
      paramLabel = "CIDR,...",
      defaultValue = "${env:WEIR_TRUSTED_PROXIES:-}",
      description =
          "Whose X-Forwarded-* and Forwarded are believed and continued, and who may ask by Weir-Debug how a request was served (WEIR_TRUSTED_PROXIES; ${DEFAULT-VALUE}).")
  String trustedProxies;

  @Option(
      names = "--allow-local-nodes",
      defaultValue = "${env:WEIR_ALLOW_LOCAL_NODES:-false}",
      description =
          "Forward to nodes with loopback, link-local and cloud metadata addresses, too"
              + " (WEIR_ALLOW_LOCAL_NODES; ${DEFAULT-VALUE}).")
  boolean localNodes;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      defaultValue = "${env:WEIR_CA_FILE:-}",
      description =
          "PEM certificates that HTTPS nodes may be signed by, besides the system's; read again when it changes (WEIR_CA_FILE).")
  String caFile;

  @Option(
      names = "--insecure-skip-verify",
      defaultValue = "${env:WEIR_INSECURE_SKIP_VERIFY:-false}",
      description =
          "Accept any certificate of HTTPS nodes, whatever their upstreams say. For experiments only (WEIR_INSECURE_SKIP_VERIFY).")
  boolean trustAll;

  @Option(
      names = "--access-log",
      paramLabel = "off|stdout|FILE",
      defaultValue = "${env:WEIR_ACCESS_LOG:-off}",
      description = "Where one JSON line per request goes (WEIR_ACCESS_LOG; ${DEFAULT-VALUE}).")
  String accessLog;

  @Option(
      names = "--access-log-query",
      defaultValue = "${env:WEIR_ACCESS_LOG_QUERY:-false}",
      description =
          "Log queries, too, which may hold secrets (WEIR_ACCESS_LOG_QUERY; ${DEFAULT-VALUE}).")
  boolean accessLogQuery;

  @Option(
      names = "--metrics-per-upstream",
      defaultValue = "${env:WEIR_METRICS_PER_UPSTREAM:-false}",
      description =
          "Metrics tell upstreams apart: 21 series for each (WEIR_METRICS_PER_UPSTREAM;"
              + " ${DEFAULT-VALUE}).")
  boolean metricsPerUpstream;

  @Option(
      names = "--metrics-per-node",
      defaultValue = "${env:WEIR_METRICS_PER_NODE:-false}",
      description =
          "Metrics tell nodes of upstreams apart: 5 series for each (WEIR_METRICS_PER_NODE;"
              + " ${DEFAULT-VALUE}).")
  boolean metricsPerNode;

  @Option(
      names = "--otlp-endpoint",
      paramLabel = "URL",
      defaultValue = "${env:WEIR_OTLP_ENDPOINT:-${env:OTEL_EXPORTER_OTLP_ENDPOINT:-}}",
      description =
          "Collector that traces are sent to by OTLP over HTTP; without it nothing is traced and"
              + " traceparent passes through (WEIR_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_ENDPOINT).")
  String otlpEndpoint;

  @Option(
      names = "--otlp-headers",
      paramLabel = "NAME=VALUE,...",
      defaultValue = "${env:WEIR_OTLP_HEADERS:-${env:OTEL_EXPORTER_OTLP_HEADERS:-}}",
      description =
          "Headers that the collector wants (WEIR_OTLP_HEADERS, OTEL_EXPORTER_OTLP_HEADERS).")
  String otlpHeaders;

  @Option(
      names = "--trace-ratio",
      paramLabel = "0..1",
      defaultValue = "${env:WEIR_TRACE_RATIO:-0.01}",
      description =
          "Which part of the requests that come without a trace is traced (WEIR_TRACE_RATIO;"
              + " ${DEFAULT-VALUE}).")
  double traceRatio;

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

  double traceRatio() {
    if (!(traceRatio >= 0 && traceRatio <= 1)) {
      throw new IllegalArgumentException("--trace-ratio must be between 0 and 1");
    }
    return traceRatio;
  }

  int threads() {
    return eventLoops > 0 ? eventLoops : Runtime.getRuntime().availableProcessors();
  }

  Duration kafkaGrace() {
    return Duration.ofMillis(kafkaGraceMillis);
  }

  ForwardOptions forwarding() {
    HttpLimits usual = HttpLimits.DEFAULT;
    return new ForwardOptions(
        connectTimeoutMillis,
        attemptTimeoutMillis,
        tunnelIdleMillis,
        ForwardOptions.DEFAULT.replayLimitBytes(),
        new HttpLimits(
            maxRequestLine,
            maxHeaderBytes,
            maxHeaders,
            maxBody,
            headerTimeoutMillis,
            bodyIdleMillis,
            keepAliveMillis,
            maxStreams,
            usual.resetsPerHalfMinute()),
        maxConnections,
        AddressRanges.of(trustedProxies),
        localNodes,
        trustAll,
        caFile.isEmpty() ? null : Path.of(caFile));
  }
}
