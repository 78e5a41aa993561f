package io.weir.dataplane.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;

/** Sends spans to a collector by OTLP over HTTP, in batches and on threads of its own. */
public final class Otlp {
  private static final String PATH = "/v1/traces";

  private Otlp() {}

  /**
   * Sends to a collector; spans that it does not take in time are dropped.
   *
   * @param endpoint the URL of the collector, with or without {@code /v1/traces}
   * @param headers sent with each batch, {@code name=value,...}, or empty
   * @throws IllegalArgumentException if the endpoint is no URL or the headers are malformed
   */
  public static SpanProcessor to(String endpoint, String headers) {
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(url(endpoint)).setCompression("gzip");
    for (String header : headers.isEmpty() ? new String[0] : headers.split(",")) {
      int equals = header.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("a header for OTLP must be name=value");
      }
      exporter.addHeader(header.substring(0, equals).strip(), header.substring(equals + 1).strip());
    }
    return BatchSpanProcessor.builder(exporter.build()).build();
  }

  private static String url(String endpoint) {
    String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
    return base.endsWith(PATH) ? base : base + PATH;
  }
}
