package io.weir.dataplane.telemetry;

import io.weir.dataplane.exchange.Attempt;
import io.weir.dataplane.exchange.AttemptResult;
import io.weir.dataplane.exchange.Destination;
import io.weir.dataplane.exchange.Failure;
import io.weir.dataplane.exchange.Finished;
import io.weir.dataplane.exchange.Flag;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.metrics.Cells;
import io.weir.dataplane.metrics.Exemplar;
import io.weir.dataplane.metrics.Exemplars;
import io.weir.dataplane.metrics.Latency;
import io.weir.dataplane.trace.RequestTrace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The counts of one event loop. Written by that loop's thread alone, read by any. */
public final class LoopTraffic {
  static final int CLASSES = 6;

  /** By version, then by class of status; the cells before this say nothing else. */
  static final int REQUESTS = 0;

  static final int BEGUN = REQUESTS + Version.values().length * CLASSES;
  static final int RETRIES = BEGUN + 1;
  static final int BUDGET_REFUSALS = RETRIES + 1;
  static final int FAIL_OPEN = BUDGET_REFUSALS + 1;
  static final int RECEIVED = FAIL_OPEN + 1;
  static final int SENT = RECEIVED + 1;
  static final int ACCEPTED = SENT + 1;
  static final int REFUSED = ACCEPTED + 1;
  static final int CLOSED = REFUSED + 1;
  static final int FAILURES = CLOSED + 1;
  static final int ATTEMPTS = FAILURES + Failure.values().length;
  static final int DURATION = ATTEMPTS + AttemptResult.values().length;
  static final int CONNECT = DURATION + Latency.CELLS;
  static final int FIRST_BYTE = CONNECT + Latency.CELLS;
  private static final int SIZE = FIRST_BYTE + Latency.CELLS;

  /** Of one upstream. */
  static final int UPSTREAM_REQUESTS = 0;

  static final int UPSTREAM_FAILURES = 1;
  static final int UPSTREAM_DURATION = 2;
  private static final int UPSTREAM_SIZE = UPSTREAM_DURATION + Latency.CELLS;

  private final Cells cells = new Cells(SIZE);
  private final Exemplars exemplars = new Exemplars();
  private final @Nullable Map<String, Cells> upstreams;

  LoopTraffic(boolean perUpstream) {
    upstreams = perUpstream ? new ConcurrentHashMap<>() : null;
  }

  void begun() {
    cells.increment(BEGUN);
  }

  public void accepted() {
    cells.increment(ACCEPTED);
  }

  public void refused() {
    cells.increment(REFUSED);
  }

  public void closed() {
    cells.increment(CLOSED);
  }

  /** The first digit of a status, 0 of one that begins with none from 1 to 5. */
  static int statusClass(int status) {
    return status >= 100 && status < 600 ? status / 100 : 0;
  }

  void ended(Finished request) {
    int status = request.status();
    int version = request.head().version().ordinal();
    cells.increment(REQUESTS + version * CLASSES + statusClass(status));
    long micros = request.totalMicros();
    Latency.record(cells, DURATION, micros);
    RequestTrace trace = request.trace();
    if (trace != null) {
      exemplars.put(new Exemplar(trace.id(), micros, System.currentTimeMillis()));
    }
    long received = request.bytesReceived();
    if (received > 0) {
      cells.add(RECEIVED, received);
    }
    cells.add(SENT, request.bytesSent());
    Failure failure = request.failure();
    if (failure != null) {
      cells.increment(FAILURES + failure.ordinal());
    }
    attempts(request.attempts());
    if (request.retries() > 0) {
      cells.add(RETRIES, request.retries());
    }
    if (Flag.RETRY_BUDGET.isIn(request.flags())) {
      cells.increment(BUDGET_REFUSALS);
    }
    if (request.failOpenPicks() > 0) {
      cells.add(FAIL_OPEN, request.failOpenPicks());
    }
    Destination destination = request.destination();
    if (upstreams != null && destination != null) {
      String upstream = destination.route().upstreamId().value();
      upstream(upstreams, upstream, failure != null || status >= 500, micros);
    }
  }

  private void attempts(List<Attempt> attempts) {
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      cells.increment(ATTEMPTS + attempt.result().ordinal());
      long connect = attempt.timeline().connectMicros();
      if (connect >= 0 && !attempt.reused()) {
        Latency.record(cells, CONNECT, connect);
      }
      long firstByte = attempt.timeline().firstByteMicros();
      if (firstByte >= 0) {
        Latency.record(cells, FIRST_BYTE, firstByte);
      }
    }
  }

  private static void upstream(
      Map<String, Cells> upstreams, String id, boolean failed, long micros) {
    Cells of = upstreams.get(id);
    if (of == null) {
      of = new Cells(UPSTREAM_SIZE);
      upstreams.put(id, of);
    }
    of.increment(UPSTREAM_REQUESTS);
    if (failed) {
      of.increment(UPSTREAM_FAILURES);
    }
    Latency.record(of, UPSTREAM_DURATION, micros);
  }

  Cells cells() {
    return cells;
  }

  /** Of how long requests took. */
  Exemplars exemplars() {
    return exemplars;
  }

  /** By id those with traffic, or null if upstreams are not told apart. */
  @Nullable Map<String, Cells> upstreams() {
    return upstreams;
  }
}
