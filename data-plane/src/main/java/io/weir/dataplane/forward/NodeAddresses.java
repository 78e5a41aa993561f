package io.weir.dataplane.forward;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Which addresses requests may be forwarded to. Unless the operator allows it, not those of this
 * very host and its link, where administration ports and the metadata services of clouds live: a
 * gateway that anybody may configure must not be a way into them.
 *
 * @param local whether loopback, link-local, multicast, unspecified and metadata addresses may
 */
record NodeAddresses(boolean local) {
  /** Metadata services outside the link-local range. */
  private static final Set<InetAddress> METADATA =
      Set.of(address("fd00:ec2::254"), address("100.100.100.200"), address("192.0.0.192"));

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  boolean allows(InetAddress address) {
    return local
        || !(address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isAnyLocalAddress()
            || address.isMulticastAddress()
            || METADATA.contains(address));
  }
}
