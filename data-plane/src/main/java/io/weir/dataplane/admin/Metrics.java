package io.weir.dataplane.admin;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.replica.ConfigurationCopy;
import io.weir.dataplane.replica.TrafficReporter;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.telemetry.Traffic;
import io.weir.dataplane.tls.Certificates;
import io.weir.dataplane.tls.ClientTls;
import io.weir.dataplane.tls.Handshakes;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything this replica tells Prometheus: the meters read what is counted anyway, when they are
 * asked. Unless upstreams or nodes are told apart, which is to be asked for, the number of series
 * does not grow with the configuration. Thread-safe.
 */
public final class Metrics implements AutoCloseable {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS = "application/openmetrics-text";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
  private final JvmMetrics jvm = new JvmMetrics();
  private final ConfigurationMetrics configuration;

  /** The meters refer to it weakly. */
  private final AccessLog accessLog;

  private volatile LongSupplier shortages = () -> 0;
  private volatile LongSupplier unreported = () -> 0;

  /**
   * Meters of these.
   *
   * @param table the configuration served at the moment
   * @param tls how clients speak TLS, or null if they do not
   * @param perUpstream whether upstreams are told apart
   * @param perNode whether nodes of upstreams are told apart
   */
  public Metrics(
      Supplier<RouteTable> table,
      Traffic traffic,
      AccessLog accessLog,
      Certificates certificates,
      @Nullable ClientTls tls,
      boolean perUpstream,
      boolean perNode) {
    this.accessLog = accessLog;
    TrafficMetrics.register(traffic, registry);
    configuration = new ConfigurationMetrics(registry, table);
    configuration.register();
    if (tls != null) {
      handshakes(tls.handshakes());
    }
    certificates(certificates);
    accessLog();
    FunctionCounter.builder(
            "weir.resource.shortages", this, metrics -> metrics.shortages.getAsLong())
        .description("Connections to nodes not made for want of own files, ports or memory.")
        .register(registry);
    FunctionCounter.builder(
            "weir.traffic.records.dropped", this, metrics -> metrics.unreported.getAsLong())
        .description("Records of traffic that Kafka did not take.")
        .register(registry);
    if (perUpstream) {
      registry.getPrometheusRegistry().register(new UpstreamMetrics(traffic, table));
    }
    if (perNode) {
      registry.getPrometheusRegistry().register(new NodeMetrics(table));
    }
    jvm.bindTo(registry);
  }

  /** Tells about this copy of the configuration, too; to be called once. */
  public void watch(ConfigurationCopy copy) {
    configuration.register(copy);
  }

  /** Tells how often a connection to a node was not made for want of resources of our own. */
  public void watch(LongSupplier ofShortages) {
    shortages = ofShortages;
  }

  /** Tells how much of the traffic could not be reported. */
  public void watch(TrafficReporter reporter) {
    unreported = reporter::dropped;
  }

  /**
   * The format for who asks, as a media type.
   *
   * @param accept what the client says it accepts, or null
   * @return OpenMetrics, which has exemplars, if it is named, else Prometheus' text format
   */
  static String format(@Nullable String accept) {
    return accept != null && accept.contains(OPEN_METRICS)
        ? OPEN_METRICS + "; version=1.0.0; charset=utf-8"
        : TEXT;
  }

  /** Everything as of now in a format of {@link #format}. */
  String scrape(String format) {
    return registry.scrape(format);
  }

  private void handshakes(Handshakes handshakes) {
    registry
        .getPrometheusRegistry()
        .register(
            new CountsByLabel(
                "weir_tls_handshakes",
                "Handshakes of clients, by result.",
                "result",
                () -> byResult(handshakes)));
  }

  private static Map<String, Long> byResult(Handshakes handshakes) {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("completed", handshakes.completions());
    handshakes.failures().forEach((why, count) -> counts.put(why.toLowerCase(Locale.ROOT), count));
    return counts;
  }

  private void certificates(Certificates certificates) {
    Gauge.builder("weir.certificates", () -> certificates.statuses().size())
        .description("Certificates the configuration names.")
        .register(registry);
    Gauge.builder(
            "weir.certificates.with.problem",
            () -> certificates.statuses().stream().filter(one -> one.problem() != null).count())
        .description("Certificates whose files are not used as they are.")
        .register(registry);
    Gauge.builder(
            "weir.certificates.first.expiry.seconds",
            () ->
                certificates
                    .earliestNotAfter()
                    .map(first -> (double) first.getEpochSecond())
                    .orElse(Double.NaN))
        .description("When the first certificate expires, since 1970; NaN if there is none.")
        .register(registry);
  }

  private void accessLog() {
    FunctionCounter.builder("weir.access.log.lines", accessLog, AccessLog::written)
        .description("Lines written.")
        .register(registry);
    FunctionCounter.builder("weir.access.log.dropped", accessLog, AccessLog::dropped)
        .description("Lines lost.")
        .register(registry);
  }

  @Override
  public void close() {
    jvm.close();
    registry.close();
  }
}
