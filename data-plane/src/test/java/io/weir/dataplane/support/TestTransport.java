package io.weir.dataplane.support;

import io.weir.dataplane.SocketTransport;

/**
 * How the data planes of a test run speak to sockets: {@code -Dweir.transport=NAME}, as the option
 * {@code --transport} names it.
 */
public final class TestTransport {
  public static final SocketTransport ASKED_FOR =
      SocketTransport.valueOf(System.getProperty("weir.transport", "auto"));

  private TestTransport() {}
}
