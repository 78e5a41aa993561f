package io.weir.dataplane.server;

/**
 * Where traffic is listened for.
 *
 * @param http without encryption
 * @param https over TLS, or {@link #OFF}
 */
public record Ports(int http, int https) {
  /** No port. */
  public static final int OFF = -1;
}
