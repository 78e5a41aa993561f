package io.weir.dataplane.telemetry;

import io.weir.dataplane.exchange.AttemptResult;
import io.weir.dataplane.exchange.Failure;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.metrics.Cells;
import io.weir.dataplane.metrics.Latency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Counts of all requests since the start: each event loop counts for itself, who asks adds up.
 * Thread-safe.
 */
public final class Traffic {
  private final List<LoopTraffic> loops = new CopyOnWriteArrayList<>();
  private final boolean perUpstream;

  /** Starts at zero, upstreams not told apart. */
  public Traffic() {
    this(false);
  }

  /** Starts at zero. */
  public Traffic(boolean perUpstream) {
    this.perUpstream = perUpstream;
  }

  /** The counts of one more event loop. */
  LoopTraffic loop() {
    LoopTraffic loop = new LoopTraffic(perUpstream);
    loops.add(loop);
    return loop;
  }

  private long sum(int cell) {
    long sum = 0;
    for (LoopTraffic loop : loops) {
      sum += loop.cells().get(cell);
    }
    return sum;
  }

  private Latency latency(int from) {
    Latency latency = new Latency();
    loops.forEach(loop -> latency.addAll(loop.cells(), from));
    return latency;
  }

  /** Requests that are being served. */
  public long active() {
    // in this order, so that a request which ends meanwhile does not make it negative
    long ended = 0;
    for (int i = LoopTraffic.REQUESTS; i < LoopTraffic.BEGUN; i++) {
      ended += sum(i);
    }
    return sum(LoopTraffic.BEGUN) - ended;
  }

  /** Requests answered with a status of a class, 1 to 5; 4 includes clients that left. */
  public long requests(int statusClass) {
    long sum = 0;
    for (Version version : Version.values()) {
      sum += requests(version, statusClass);
    }
    return sum;
  }

  /** Those of a version of HTTP. */
  public long requests(Version version, int statusClass) {
    return sum(LoopTraffic.REQUESTS + version.ordinal() * LoopTraffic.CLASSES + statusClass);
  }

  /** Attempts at nodes. */
  public long attempts() {
    return attemptsByResult().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Attempts at nodes by how they went, in one word. */
  public Map<String, Long> attemptsByResult() {
    Map<String, Long> counts = new TreeMap<>();
    for (AttemptResult result : AttemptResult.values()) {
      if (result != AttemptResult.PENDING) {
        counts.put(result.text(), sum(LoopTraffic.ATTEMPTS + result.ordinal()));
      }
    }
    return counts;
  }

  /** Attempts that repeated a failed one. */
  public long retries() {
    return sum(LoopTraffic.RETRIES);
  }

  /** Requests that were not repeated because their upstream had too many retries under way. */
  public long budgetRefusals() {
    return sum(LoopTraffic.BUDGET_REFUSALS);
  }

  /** Picks of a node while too few of the upstream were healthy. */
  public long failOpenPicks() {
    return sum(LoopTraffic.FAIL_OPEN);
  }

  /** Bytes of bodies that came from clients. */
  public long bytesReceived() {
    return sum(LoopTraffic.RECEIVED);
  }

  /** Bytes of bodies that went to clients, without those of the gateway's own answers. */
  public long bytesSent() {
    return sum(LoopTraffic.SENT);
  }

  /** Connections of clients that were accepted. */
  public long connectionsAccepted() {
    return sum(LoopTraffic.ACCEPTED);
  }

  /** Connections of clients that were closed at once because there were too many. */
  public long connectionsRefused() {
    return sum(LoopTraffic.REFUSED);
  }

  /** Connections of clients that are open. */
  public long connectionsOpen() {
    long closed = sum(LoopTraffic.CLOSED);
    return sum(LoopTraffic.ACCEPTED) - closed;
  }

  /** Requests that failed in the gateway, by the code told to the client. */
  public Map<String, Long> failures() {
    Map<String, Long> counts = new TreeMap<>();
    for (Failure failure : Failure.values()) {
      counts.put(failure.name(), sum(LoopTraffic.FAILURES + failure.ordinal()));
    }
    return counts;
  }

  /** How long requests took, from their head to the last byte of the response. */
  public Latency duration() {
    Latency latency = latency(LoopTraffic.DURATION);
    loops.forEach(loop -> latency.addAll(loop.exemplars()));
    return latency;
  }

  /** How long it took to connect to nodes; connections that were waiting do not count. */
  public Latency connect() {
    return latency(LoopTraffic.CONNECT);
  }

  /** How long attempts waited for the head of a response, connecting included. */
  public Latency firstByte() {
    return latency(LoopTraffic.FIRST_BYTE);
  }

  /** What is counted of one upstream. */
  public record OfUpstream(long requests, long failures, Latency duration) {}

  /** By id, if upstreams are told apart: those with traffic among the known. Forgets the others. */
  public Map<String, OfUpstream> upstreams(Set<String> known) {
    Map<String, OfUpstream> sums = new TreeMap<>();
    Map<String, Latency> latencies = new HashMap<>();
    for (LoopTraffic loop : loops) {
      Map<String, Cells> upstreams = loop.upstreams();
      if (upstreams == null) {
        continue;
      }
      upstreams.keySet().removeIf(id -> !known.contains(id));
      upstreams.forEach(
          (id, cells) -> {
            Latency latency = latencies.computeIfAbsent(id, _ -> new Latency());
            latency.addAll(cells, LoopTraffic.UPSTREAM_DURATION);
            OfUpstream before = sums.getOrDefault(id, new OfUpstream(0, 0, latency));
            sums.put(
                id,
                new OfUpstream(
                    before.requests() + cells.get(LoopTraffic.UPSTREAM_REQUESTS),
                    before.failures() + cells.get(LoopTraffic.UPSTREAM_FAILURES),
                    latency));
          });
    }
    return sums;
  }
}
