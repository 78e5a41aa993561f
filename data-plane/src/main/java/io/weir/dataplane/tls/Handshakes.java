package io.weir.dataplane.tls;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts of the TLS handshakes of clients since the start. Thread-safe. */
public final class Handshakes {
  private final LongAdder completed = new LongAdder();
  private final Map<Failure, LongAdder> failed = new EnumMap<>(Failure.class);

  /** Why a handshake came to nothing. */
  enum Failure {
    /** There is no certificate to show for the name the client asked for. */
    NO_CERTIFICATE,
    TIMEOUT,
    /**
     * Not TLS, an old version, no common cipher, our certificate not trusted, a broken connection.
     */
    PROTOCOL
  }

  /** Starts at zero. */
  public Handshakes() {
    for (Failure failure : Failure.values()) {
      failed.put(failure, new LongAdder());
    }
  }

  void completed() {
    completed.increment();
  }

  void failed(Failure why) {
    LongAdder counter = failed.get(why);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Handshakes that led to a connection. */
  public long completions() {
    return completed.sum();
  }

  /** Handshakes that came to nothing, by the name of the reason. */
  public Map<String, Long> failures() {
    Map<String, Long> counts = new TreeMap<>();
    failed.forEach((why, count) -> counts.put(why.name(), count.sum()));
    return counts;
  }
}
