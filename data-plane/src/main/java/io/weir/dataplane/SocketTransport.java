package io.weir.dataplane;

import io.vertx.core.transport.Transport;
import org.jspecify.annotations.Nullable;

/** The ways to speak to sockets that an operator can ask for; the names are those of the option. */
enum SocketTransport {
  auto(null),
  epoll(Transport.EPOLL),
  io_uring(Transport.IO_URING),
  nio(Transport.NIO);

  private final @Nullable Transport transport;

  SocketTransport(@Nullable Transport transport) {
    this.transport = transport;
  }

  /**
   * The transport to use.
   *
   * @throws IllegalArgumentException if this system does not have the one asked for
   */
  Transport choose() {
    if (this == auto) {
      return available(Transport.EPOLL) ? Transport.EPOLL : Transport.NIO;
    }
    if (transport == null || !available(transport)) {
      Throwable why = transport == null ? null : transport.unavailabilityCause();
      throw new IllegalArgumentException("--transport " + name() + " is not available: " + why);
    }
    return transport;
  }

  private static boolean available(@Nullable Transport candidate) {
    return candidate != null && candidate.available();
  }
}
