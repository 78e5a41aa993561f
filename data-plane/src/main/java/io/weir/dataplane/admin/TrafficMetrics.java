package io.weir.dataplane.admin;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.telemetry.Traffic;
import java.util.function.ToDoubleFunction;

/** What is told of requests, attempts at nodes and connections of clients. */
final class TrafficMetrics {
  private final Traffic traffic;
  private final PrometheusMeterRegistry registry;
  private final PrometheusRegistry collectors;

  private TrafficMetrics(Traffic traffic, PrometheusMeterRegistry registry) {
    this.traffic = traffic;
    this.registry = registry;
    collectors = registry.getPrometheusRegistry();
  }

  static void register(Traffic traffic, PrometheusMeterRegistry registry) {
    TrafficMetrics metrics = new TrafficMetrics(traffic, registry);
    metrics.requests();
    metrics.attempts();
    metrics.connections();
  }

  private void requests() {
    for (Version version : Version.values()) {
      for (int first = 1; first <= 5; first++) {
        int statusClass = first;
        FunctionCounter.builder("weir.requests", traffic, of -> of.requests(version, statusClass))
            .description("Requests ended, by class of status.")
            .tag("status", statusClass + "xx")
            .tag("version", version.text())
            .register(registry);
      }
    }
    gauge("weir.requests.active", "Requests being served.", Traffic::active);
    collectors.register(
        new CountsByLabel(
            "weir_request_failures",
            "Requests the gateway failed, by code.",
            "code",
            traffic::failures));
    collectors.register(
        new LatencyHistogram(
            "weir_request_duration_seconds", "Head to end of the response.", traffic::duration));
    bytes("weir.request.body", "Bytes of bodies of requests.", Traffic::bytesReceived);
    bytes("weir.response.body", "Bytes of bodies of responses.", Traffic::bytesSent);
  }

  private void attempts() {
    collectors.register(
        new CountsByLabel(
            "weir_attempts", "Attempts at nodes, by result.", "result", traffic::attemptsByResult));
    counter("weir.retries", "Attempts after a failed one.", Traffic::retries);
    counter(
        "weir.retry.budget.refusals",
        "Requests not repeated for want of budget.",
        Traffic::budgetRefusals);
    counter(
        "weir.fail.open.picks", "Nodes picked while too few were healthy.", Traffic::failOpenPicks);
    collectors.register(
        new LatencyHistogram(
            "weir_attempt_connect_seconds", "Time to connect to a node.", traffic::connect));
    collectors.register(
        new LatencyHistogram(
            "weir_attempt_first_byte_seconds",
            "Time to the head of a response.",
            traffic::firstByte));
  }

  private void connections() {
    gauge("weir.client.connections", "Connections of clients open.", Traffic::connectionsOpen);
    counter(
        "weir.client.connections.accepted",
        "Connections of clients accepted.",
        Traffic::connectionsAccepted);
    counter(
        "weir.client.connections.refused",
        "Connections of clients closed because there were too many.",
        Traffic::connectionsRefused);
  }

  private void counter(String name, String what, ToDoubleFunction<Traffic> count) {
    FunctionCounter.builder(name, traffic, count).description(what).register(registry);
  }

  private void bytes(String name, String what, ToDoubleFunction<Traffic> count) {
    FunctionCounter.builder(name, traffic, count)
        .description(what)
        .baseUnit(BaseUnits.BYTES)
        .register(registry);
  }

  private void gauge(String name, String what, ToDoubleFunction<Traffic> value) {
    Gauge.builder(name, traffic, value).description(what).strongReference(true).register(registry);
  }
}
