package io.weir.dataplane.telemetry;

import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.trace.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * Where it is told what becomes of requests.
 *
 * @param logQuery whether the access log holds the query, which may hold secrets
 * @param tracing null if nothing is traced
 * @param reported what is reported by minute, or null if nothing is
 */
public record Telemetry(
    Traffic traffic,
    AccessLog accessLog,
    boolean logQuery,
    @Nullable Tracing tracing,
    @Nullable Reported reported) {
  /** Only counts. */
  public static Telemetry counting(Traffic traffic) {
    return new Telemetry(traffic, AccessLog.OFF, false, null, null);
  }
}
