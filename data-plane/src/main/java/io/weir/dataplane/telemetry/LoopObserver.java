package io.weir.dataplane.telemetry;

import io.netty.channel.EventLoop;
import io.weir.dataplane.accesslog.LoopLog;
import io.weir.dataplane.accesslog.SingleLine;
import io.weir.dataplane.exchange.Finished;
import io.weir.dataplane.exchange.Observer;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.trace.RequestTrace;
import io.weir.dataplane.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** Counts, logs, keeps and traces the requests of one event loop. */
public final class LoopObserver implements Observer {
  private final LoopTraffic traffic;
  private final AccessRecord record;
  private final @Nullable LoopLog log;
  private final @Nullable LoopTally tally;
  private final @Nullable RequestSample sample;
  private final SingleLine kept = new SingleLine();
  private final @Nullable Tracing tracing;

  /** Tells what a process tells. */
  public LoopObserver(Telemetry telemetry, EventLoop loop) {
    traffic = telemetry.traffic().loop();
    record = new AccessRecord(telemetry.logQuery());
    log = telemetry.accessLog().on(loop);
    Reported reported = telemetry.reported();
    tally = reported == null ? null : reported.on(loop);
    sample = reported == null ? null : reported.sample();
    tracing = telemetry.tracing();
  }

  @Override
  public @Nullable RequestTrace began(RequestHead head) {
    traffic.begun();
    return tracing == null ? null : tracing.begin(head.headers());
  }

  @Override
  public void ended(Finished request) {
    traffic.ended(request);
    if (tally != null) {
      tally.count(request);
    }
    write(request);
    RequestTrace trace = request.trace();
    if (trace != null) {
      TraceRecord.end(trace, request);
    }
  }

  /** The same line wherever it is wanted. */
  private void write(Finished request) {
    RequestSample.Sort room = sample == null ? null : sample.room(request);
    if (log == null && room == null) {
      return;
    }
    long now = System.currentTimeMillis();
    if (log != null) {
      record.write(log.begin(now), request);
      log.end();
    }
    if (room != null) {
      record.write(kept.begin(now), request);
      room.keep(kept.end());
    }
  }

  /** The counts. */
  public LoopTraffic traffic() {
    return traffic;
  }
}
