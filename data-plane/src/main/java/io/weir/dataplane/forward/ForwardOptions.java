package io.weir.dataplane.forward;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How requests are forwarded.
 *
 * @param connectTimeoutMillis how long one connection to a node may take to be made
 * @param attemptTimeoutMillis how long one attempt may wait for a response, 0 for no limit but the
 *     API's timeout
 * @param replayLimitBytes how much of a request body is kept for another attempt
 * @param maxHeaderBytes how large the header section of a request may be
 * @param trustAll whether the certificates of HTTPS nodes are not verified at all
 * @param caFile PEM certificates that HTTPS nodes may be signed by, besides the system's, or null
 */
public record ForwardOptions(
    int connectTimeoutMillis,
    int attemptTimeoutMillis,
    int replayLimitBytes,
    int maxHeaderBytes,
    boolean trustAll,
    @Nullable Path caFile) {
  /**
   * After how many seconds without a byte either way a connection is ended, whatever state it is
   * in; longer than the longest timeout an API can have, which ends requests before.
   */
  static final int IDLE_SECONDS = 1_860;

  /** What a node does unless told otherwise. */
  public static final ForwardOptions DEFAULT =
      new ForwardOptions(2_000, 0, 64 * 1024, 32 * 1024, false, null);
}
