package io.weir.dataplane.forward;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts of all requests since the start. Thread-safe. */
public final class Traffic {
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder attempts = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder[] byClass = new LongAdder[6];
  private final Map<Failure, LongAdder> failures = new EnumMap<>(Failure.class);

  /** Starts at zero. */
  public Traffic() {
    for (int i = 0; i < byClass.length; i++) {
      byClass[i] = new LongAdder();
    }
    for (Failure failure : Failure.values()) {
      failures.put(failure, new LongAdder());
    }
  }

  void begun() {
    begun.increment();
  }

  void retried() {
    retries.increment();
  }

  void ended(Exchange exchange) {
    ended.increment();
    attempts.add(exchange.attempts().size());
    byClass[Math.clamp(exchange.status() / 100, 0, 5)].increment();
    Failure failure = exchange.failure();
    LongAdder counter = failure == null ? null : failures.get(failure);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Requests that are being served. */
  public long active() {
    return begun.sum() - ended.sum();
  }

  /** Requests answered with a status of a class, 1 to 5; 4 includes clients that left. */
  public long requests(int statusClass) {
    return byClass[statusClass].sum();
  }

  /** Attempts at nodes. */
  public long attempts() {
    return attempts.sum();
  }

  /** Attempts that repeated a failed one. */
  public long retries() {
    return retries.sum();
  }

  /** Requests that failed in the gateway, by the code told to the client. */
  public Map<String, Long> failures() {
    Map<String, Long> counts = new TreeMap<>();
    failures.forEach((failure, count) -> counts.put(failure.name(), count.sum()));
    return counts;
  }
}
