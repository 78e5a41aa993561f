package io.weir.dataplane;

import io.weir.contracts.value.AddressRanges;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.options.ConnectionLife;
import io.weir.dataplane.options.ForwardOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The part of the command line that says how requests are forwarded. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ForwardingOptions {
  @Option(
      names = "--connect-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_CONNECT_TIMEOUT:-2000}",
      description =
          "How long connecting to a node, from its name to TLS, may take before the next one is"
              + " tried (WEIR_CONNECT_TIMEOUT; ${DEFAULT-VALUE}).")
  int connectTimeoutMillis;

  @Option(
      names = "--node-idle-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_NODE_IDLE_TIMEOUT:-50000}",
      description =
          "How long a connection to a node is kept without a request; less than the nodes keep it"
              + " (WEIR_NODE_IDLE_TIMEOUT; ${DEFAULT-VALUE}).")
  int nodeIdleMillis;

  @Option(
      names = "--node-max-age",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_NODE_MAX_AGE:-600000}",
      description =
          "How old a connection to a node may be to get new requests (WEIR_NODE_MAX_AGE;"
              + " ${DEFAULT-VALUE}).")
  int nodeMaxAgeMillis;

  @Option(
      names = "--attempt-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_ATTEMPT_TIMEOUT:-0}",
      description =
          "How long one node may take to respond before the next one is tried with an idempotent"
              + " request; 0: the first has two thirds of the API's timeout, unless its node"
              + " answers others meanwhile (WEIR_ATTEMPT_TIMEOUT; ${DEFAULT-VALUE}).")
  int attemptTimeoutMillis;

  @Option(
      names = "--tunnel-idle-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_TUNNEL_IDLE_TIMEOUT:-600000}",
      description =
          "How long a WebSocket or another switched connection may be idle"
              + " (WEIR_TUNNEL_IDLE_TIMEOUT; ${DEFAULT-VALUE}).")
  int tunnelIdleMillis;

  @Option(
      names = "--header-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_HEADER_TIMEOUT:-30000}",
      description =
          "How long a client may take to send the head of a request, and for a TLS handshake"
              + " (WEIR_HEADER_TIMEOUT; ${DEFAULT-VALUE}).")
  int headerTimeoutMillis;

  @Option(
      names = "--body-idle-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_BODY_IDLE_TIMEOUT:-60000}",
      description =
          "How long a body may stand still, that a client sends or the end of one that it takes"
              + " (WEIR_BODY_IDLE_TIMEOUT; ${DEFAULT-VALUE}).")
  int bodyIdleMillis;

  @Option(
      names = "--keep-alive-timeout",
      paramLabel = "MS",
      defaultValue = "${env:WEIR_KEEP_ALIVE_TIMEOUT:-75000}",
      description =
          "How long a client's connection may be idle between requests (WEIR_KEEP_ALIVE_TIMEOUT;"
              + " ${DEFAULT-VALUE}).")
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
          "Most connections of clients at a time; more are closed at once (WEIR_MAX_CONNECTIONS;"
              + " ${DEFAULT-VALUE}).")
  int maxConnections;

  @Option(
      names = "--trusted-proxies",
      paramLabel = "CIDR,...",
      defaultValue = "${env:WEIR_TRUSTED_PROXIES:-}",
      description =
          "Whose X-Forwarded-* and Forwarded are believed and continued, and who may ask by"
              + " Weir-Debug how a request was served (WEIR_TRUSTED_PROXIES; ${DEFAULT-VALUE}).")
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
          "PEM certificates that HTTPS nodes may be signed by, besides the system's; read again"
              + " when it changes (WEIR_CA_FILE).")
  String caFile;

  @Option(
      names = "--insecure-skip-verify",
      defaultValue = "${env:WEIR_INSECURE_SKIP_VERIFY:-false}",
      description =
          "Accept any certificate of HTTPS nodes, whatever their upstreams say. For experiments"
              + " only (WEIR_INSECURE_SKIP_VERIFY).")
  boolean trustAll;

  ForwardOptions forwarding() {
    HttpLimits usual = HttpLimits.DEFAULT;
    return new ForwardOptions(
        connectTimeoutMillis,
        new ConnectionLife(nodeIdleMillis, nodeMaxAgeMillis),
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
