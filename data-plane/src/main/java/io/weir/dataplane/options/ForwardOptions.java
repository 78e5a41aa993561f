package io.weir.dataplane.options;

import io.weir.contracts.value.AddressRanges;
import io.weir.dataplane.http.HttpLimits;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How requests are forwarded.
 *
 * @param connectTimeoutMillis how long one connection to a node may take to be made: name,
 *     addresses and TLS together
 * @param connectionLife how long connections to nodes are kept
 * @param attemptTimeoutMillis how long one attempt may wait for a response, 0 for no limit but the
 *     API's timeout
 * @param tunnelIdleMillis how long a connection that has been switched to another protocol may be
 *     idle
 * @param replayLimitBytes how much of a request body is kept for another attempt
 * @param limits what a client may ask of one connection
 * @param maxConnections most connections of clients at a time
 * @param trustedProxies whose X-Forwarded-* and Forwarded are believed
 * @param localNodes whether nodes may have addresses of this very host and its link
 * @param trustAll whether the certificates of HTTPS nodes are not verified at all
 * @param caFile PEM certificates that HTTPS nodes may be signed by, besides the system's, or null
 */
public record ForwardOptions(
    int connectTimeoutMillis,
    ConnectionLife connectionLife,
    int attemptTimeoutMillis,
    int tunnelIdleMillis,
    int replayLimitBytes,
    HttpLimits limits,
    int maxConnections,
    AddressRanges trustedProxies,
    boolean localNodes,
    boolean trustAll,
    @Nullable Path caFile) {
  /** What a replica does unless told otherwise. */
  public static final ForwardOptions DEFAULT =
      new ForwardOptions(
          2_000,
          ConnectionLife.DEFAULT,
          0,
          600_000,
          64 * 1024,
          HttpLimits.DEFAULT,
          20_000,
          AddressRanges.NONE,
          false,
          false,
          null);
}
