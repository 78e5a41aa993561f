package io.weir.dataplane.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;

/** How IP addresses are written for nodes, logs and people: as RFC 5952 says. */
public final class IpText {
  private IpText() {}

  /**
   * The text of an address, without the zone of a link-local one, which means nothing to another
   * host (RFC 4007, 11.2; RFC 3986, 3.2.2 has no room for it).
   */
  public static String of(InetAddress address) {
    return NetUtil.toAddressString(address);
  }
}
