package io.weir.dataplane;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Whether ports are free. The event loops of a process share their ports (SO_REUSEPORT); two
 * processes could do so by mistake, and nobody would notice but the clients.
 */
final class PortCheck {
  private PortCheck() {}

  /**
   * Checks ports; those that are 0 or less name none.
   *
   * @throws BindException saying which one is taken
   */
  static void free(String host, int... ports) throws IOException {
    for (int port : ports) {
      if (port > 0) {
        try (ServerSocket socket = new ServerSocket()) {
          socket.setReuseAddress(true);
          socket.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
          throw new BindException("port " + port + ": " + e.getMessage());
        }
      }
    }
  }
}
