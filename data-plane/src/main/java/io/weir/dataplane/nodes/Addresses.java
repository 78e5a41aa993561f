package io.weir.dataplane.nodes;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a name leads as far as is known.
 *
 * @param all every address of both families in a steady order; empty if there is none
 * @param problem why there is none, or null if there are some
 * @param lack whether that is because this process lacks files, ports or memory
 */
record Addresses(List<InetAddress> all, @Nullable String problem, boolean lack) {
  static Addresses of(List<InetAddress> all) {
    return new Addresses(all, null, false);
  }

  static Addresses none(String problem, boolean lack) {
    return new Addresses(List.of(), problem, lack);
  }
}
