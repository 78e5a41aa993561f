package io.weir.dataplane.http;

/**
 * What a client may ask of one connection.
 *
 * @param requestLineBytes longest request line, 414 beyond
 * @param headerBytes largest header section, trailers likewise, 431 beyond
 * @param headerCount most header fields, 431 beyond
 * @param bodyBytes largest request body, 413 beyond; 0 for no limit
 * @param headerMillis how long a head may take from its first byte to its end, 408 beyond
 * @param bodyIdleMillis how long a request body may stand still while it is waited for
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
  /** What a node allows unless told otherwise. */
  public static final HttpLimits DEFAULT =
      new HttpLimits(8 * 1024, 32 * 1024, 100, 0, 30_000, 60_000, 75_000, 100, 200);
}
