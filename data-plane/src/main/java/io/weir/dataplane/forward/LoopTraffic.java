package io.weir.dataplane.forward;

import io.weir.dataplane.http.Version;
import io.weir.dataplane.metrics.Cells;
import io.weir.dataplane.metrics.Latency;
import io.weir.dataplane.route.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The counts of one event loop. Written by that loop's thread alone, read by any. */
final class LoopTraffic {
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
  private final @Nullable Map<String, Cells> upstreams;

  LoopTraffic(boolean perUpstream) {
    upstreams = perUpstream ? new ConcurrentHashMap<>() : null;
  }

  void begun() {
    cells.increment(BEGUN);
  }

  void retried() {
    cells.increment(RETRIES);
  }

  void accepted() {
    cells.increment(ACCEPTED);
  }

  void refused() {
    cells.increment(REFUSED);
  }

  void closed() {
    cells.increment(CLOSED);
  }

  void ended(Exchange exchange) {
    int status = exchange.status();
    int statusClass = status >= 100 && status < 600 ? status / 100 : 0;
    cells.increment(REQUESTS + exchange.head().version().ordinal() * CLASSES + statusClass);
    long micros = exchange.totalMicros();
    Latency.record(cells, DURATION, micros);
    long received = exchange.bytesReceived();
    if (received > 0) {
      cells.add(RECEIVED, received);
    }
    cells.add(SENT, exchange.bytesSent());
    Failure failure = exchange.failure();
    if (failure != null) {
      cells.increment(FAILURES + failure.ordinal());
    }
    attempts(exchange.attempts());
    Candidates nodes = exchange.candidates();
    if (nodes != null) {
      if (nodes.refusedByBudget()) {
        cells.increment(BUDGET_REFUSALS);
      }
      if (nodes.failOpenPicks() > 0) {
        cells.add(FAIL_OPEN, nodes.failOpenPicks());
      }
    }
    Route route = exchange.route();
    if (upstreams != null && route != null) {
      upstream(upstreams, route.upstreamId().value(), failure != null || status >= 500, micros);
    }
  }

  private void attempts(List<Attempt> attempts) {
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      cells.increment(ATTEMPTS + attempt.result().ordinal());
      long connect = attempt.connectMicros();
      if (connect >= 0 && !attempt.reused()) {
        Latency.record(cells, CONNECT, connect);
      }
      long firstByte = attempt.firstByteMicros();
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

  /** By id those with traffic, or null if upstreams are not told apart. */
  @Nullable Map<String, Cells> upstreams() {
    return upstreams;
  }
}
