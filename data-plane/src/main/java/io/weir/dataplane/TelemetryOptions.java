package io.weir.dataplane;

import io.weir.contracts.topic.TrafficTopic;
import picocli.CommandLine.Option;

/** The part of the command line that says what is told of requests. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class TelemetryOptions {
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
          "Metrics tell upstreams apart: up to 22 series for each (WEIR_METRICS_PER_UPSTREAM;"
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
      names = "--traffic-topic",
      paramLabel = "NAME|off",
      defaultValue = "${env:WEIR_TRAFFIC_TOPIC:-" + TrafficTopic.NAME + "}",
      description =
          "Kafka topic that counts by minute and a sample of requests are told to, the same in"
              + " every process (WEIR_TRAFFIC_TOPIC; ${DEFAULT-VALUE}).")
  String trafficTopic;

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

  boolean reportsTraffic() {
    return !trafficTopic.equals("off");
  }

  double traceRatio() {
    if (!(traceRatio >= 0 && traceRatio <= 1)) {
      throw new IllegalArgumentException("--trace-ratio must be between 0 and 1");
    }
    return traceRatio;
  }
}
