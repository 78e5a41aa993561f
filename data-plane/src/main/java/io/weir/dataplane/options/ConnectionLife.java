package io.weir.dataplane.options;

/**
 * How long a connection to a node is kept.
 *
 * @param idleMillis without a request, at least 1
 * @param maxAgeMillis since it was made, at least 1; requests that are under way then finish on it,
 *     new ones go to another
 */
public record ConnectionLife(int idleMillis, int maxAgeMillis) {
  /**
   * Idle for less than the keep-alive of the usual servers, so that we rather close than are closed
   * on; old enough that making connections costs nothing to speak of.
   */
  public static final ConnectionLife DEFAULT = new ConnectionLife(50_000, 600_000);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException naming the one that is less than 1
   */
  public ConnectionLife {
    if (idleMillis < 1 || maxAgeMillis < 1) {
      throw new IllegalArgumentException(
          "a connection to a node must be kept for at least 1 ms, not %d ms idle, %d ms in all"
              .formatted(idleMillis, maxAgeMillis));
    }
  }
}
