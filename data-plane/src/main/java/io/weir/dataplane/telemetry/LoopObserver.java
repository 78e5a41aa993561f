package io.weir.dataplane.telemetry;

import io.netty.channel.EventLoop;
import io.weir.dataplane.accesslog.LoopLog;
import io.weir.dataplane.exchange.Finished;
import io.weir.dataplane.exchange.Observer;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.trace.RequestTrace;
import io.weir.dataplane.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** Counts, logs and traces the requests of one event loop. */
public final class LoopObserver implements Observer {
  private final LoopTraffic traffic;
  private final @Nullable AccessRecord record;
  private final @Nullable Tracing tracing;

  /** Tells what a process tells. */
  public LoopObserver(Telemetry telemetry, EventLoop loop) {
    traffic = telemetry.traffic().loop();
    LoopLog log = telemetry.accessLog().on(loop);
    record = log == null ? null : new AccessRecord(log, telemetry.logQuery());
    tracing = telemetry.tracing();
  }

  @Override
  public @Nullable RequestTrace began(RequestHead head) {
    traffic.begun();
    return tracing == null ? null : tracing.begin(head.headers());
  }

  @Override
  public void retried() {
    traffic.retried();
  }

  @Override
  public void ended(Finished request) {
    traffic.ended(request);
    if (record != null) {
      record.of(request);
    }
    RequestTrace trace = request.trace();
    if (trace != null) {
      TraceRecord.end(trace, request);
    }
  }

  /** The counts. */
  public LoopTraffic traffic() {
    return traffic;
  }
}
