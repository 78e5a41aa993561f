package io.weir.contracts.value;

/**
 * How much of an upstream may be under way at a time. Each replica counts for itself, so an
 * upstream behind three of them may get three times as much.
 *
 * @param maxConnectionsPerNode most connections to one node, idle ones among them, 1 to 1,000,000
 * @param maxRequestsPerNode most requests that one node has not finished with, tunnels among them,
 *     1 to 1,000,000
 * @param maxRequests most requests for the upstream that are not over, those that wait to be
 *     repeated among them, 1 to 1,000,000
 */
public record UpstreamLimits(int maxConnectionsPerNode, int maxRequestsPerNode, int maxRequests) {
  /** Of every limit. */
  public static final Range RANGE = new Range(1, 1_000_000);

  /** What an upstream gets when it does not say. */
  public static final UpstreamLimits DEFAULT = new UpstreamLimits(1_024, 1_024, 10_000);

  public UpstreamLimits {
    RANGE.check("maxConnectionsPerNode", maxConnectionsPerNode);
    RANGE.check("maxRequestsPerNode", maxRequestsPerNode);
    RANGE.check("maxRequests", maxRequests);
  }
}
