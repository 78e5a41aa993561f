package io.weir.dataplane.nodes;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The addresses of this host's interfaces as of the last look: to enumerate them for every
 * connection would cost more than the connection. Thread-safe.
 */
final class OwnAddresses implements Supplier<Set<InetAddress>> {
  private static final System.Logger LOG = System.getLogger(OwnAddresses.class.getName());

  private volatile Set<InetAddress> addresses = Set.of();

  OwnAddresses() {
    look();
  }

  /** Looks which they are now; what was known stays if that cannot be found out. */
  void look() {
    try {
      addresses =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .collect(Collectors.toUnmodifiableSet());
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.DEBUG, "cannot tell the addresses of this host", e);
    }
  }

  @Override
  public Set<InetAddress> get() {
    return addresses;
  }
}
