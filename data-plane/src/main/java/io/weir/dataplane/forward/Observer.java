package io.weir.dataplane.forward;

import io.netty.channel.EventLoop;
import io.weir.dataplane.accesslog.LoopLog;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.trace.RequestTrace;
import io.weir.dataplane.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** Counts, logs and traces the requests of one event loop. */
final class Observer {
  private final LoopTraffic traffic;
  private final @Nullable AccessRecord record;
  private final @Nullable Tracing tracing;

  Observer(Telemetry telemetry, EventLoop loop) {
    traffic = telemetry.traffic().loop();
    LoopLog log = telemetry.accessLog().on(loop);
    record = log == null ? null : new AccessRecord(log, telemetry.logQuery());
    tracing = telemetry.tracing();
  }

  /** A request has arrived: its headers are there now, and may not be at its end. */
  void began(Exchange exchange) {
    traffic.begun();
    Headers headers = exchange.head().headers();
    if (record != null) {
      exchange.userAgent(headers.get(HeaderName.USER_AGENT));
    }
    if (tracing != null) {
      exchange.trace(tracing.begin(headers));
    }
  }

  /** It is over. */
  void ended(Exchange exchange) {
    traffic.ended(exchange);
    if (record != null) {
      record.of(exchange);
    }
    RequestTrace trace = exchange.trace();
    if (trace != null) {
      TraceRecord.end(trace, exchange);
    }
  }

  LoopTraffic traffic() {
    return traffic;
  }
}
