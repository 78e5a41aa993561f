package io.weir.dataplane.nodes;

import io.weir.contracts.value.HostAddresses;
import java.net.InetAddress;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which addresses requests may be forwarded to: unless the operator allows it, not {@link
 * HostAddresses} nor those of this very host's interfaces.
 *
 * @param local whether all addresses may
 * @param own gives the addresses of this host's interfaces
 */
record NodeAddresses(boolean local, Supplier<Set<InetAddress>> own) {
  /** Whether a node may have this address. */
  boolean allows(InetAddress address) {
    return local || (!HostAddresses.contain(address) && !isOwn(address));
  }

  private boolean isOwn(InetAddress address) {
    InetAddress embedded = HostAddresses.embedded(address);
    return own.get().contains(address) || (embedded != null && own.get().contains(embedded));
  }
}
