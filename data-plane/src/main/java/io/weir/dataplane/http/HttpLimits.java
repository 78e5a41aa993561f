package io.weir.dataplane.http;

import java.util.concurrent.TimeUnit;

/**
 * What a client may ask of one connection.
 *
 * @param requestLineBytes longest request line, 414 beyond
 * @param headerBytes largest header section, trailers likewise, 431 beyond
 * @param headerCount most header fields, 431 beyond
 * @param bodyBytes largest request body, 413 beyond; 0 for no limit
 * @param headerMillis how long a head may take from its first byte to its end, 408 beyond
 * @param bodyIdleMillis how long a body may stand still: one that the client sends while it is
 *     waited for, and one that the client takes; what it takes below {@link
 *     #LEAST_BYTES_PER_SECOND} is no movement
 * @param keepAliveMillis how long a connection may be idle between requests
 * @param streams most concurrent HTTP/2 streams of a connection
 * @param resetsPerHalfMinute most streams a client may reset in 30 seconds before its connection
 *     ends
 */
public record HttpLimits(
    int requestLineBytes,
    int headerBytes,
    int headerCount,
    long bodyBytes,
    int headerMillis,
    int bodyIdleMillis,
    int keepAliveMillis,
    int streams,
    int resetsPerHalfMinute) {
  /**
   * What a client has to take at least of a response that waits for it. A few bytes now and then
   * would keep the rest in memory for ever, which costs the client next to nothing; the slowest of
   * mobile networks carry several times as much.
   */
  public static final int LEAST_BYTES_PER_SECOND = 100;

  /** What a replica allows unless told otherwise. */
  public static final HttpLimits DEFAULT =
      new HttpLimits(8 * 1024, 32 * 1024, 100, 0, 30_000, 60_000, 75_000, 100, 200);

  /** {@link #bodyIdleMillis}, in nanoseconds. */
  public long bodyIdleNanos() {
    return TimeUnit.MILLISECONDS.toNanos(bodyIdleMillis);
  }

  /** Whether a client that took so many bytes in that time, while more waited, stands still. */
  public boolean isStandstill(long bytes, long nanos) {
    return nanos >= bodyIdleNanos() && bytes < Math.max(1, LEAST_BYTES_PER_SECOND * (nanos / 1e9));
  }
}
