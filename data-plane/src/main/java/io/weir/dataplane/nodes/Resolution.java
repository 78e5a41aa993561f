package io.weir.dataplane.nodes;

import java.nio.file.Path;

/**
 * Where it is written how names are resolved. Both files are read again when they change, within
 * {@link NodeNames#LOOK_SECONDS} seconds.
 *
 * @param hosts names that need no name server, as hosts(5) says
 * @param resolvConf which name servers there are, as resolv.conf(5) says
 * @param port the port of the name servers
 */
public record Resolution(Path hosts, Path resolvConf, int port) {
  /** That of this host. */
  public static final Resolution OF_HOST =
      new Resolution(Path.of("/etc/hosts"), Path.of("/etc/resolv.conf"), 53);
}
