package io.weir.dataplane.http;

/** How large the head of a node's response may be, whatever version the node speaks. */
public final class ResponseLimits {
  /**
   * Most bytes of a head, and most bytes of the trailers: far more than any server sends on
   * purpose.
   */
  public static final int HEAD_BYTES = 128 * 1024;

  /** Most fields of a head, and most fields of the trailers. */
  public static final int FIELDS = 1_000;

  private ResponseLimits() {}
}
