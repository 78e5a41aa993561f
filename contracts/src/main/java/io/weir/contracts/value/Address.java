package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a node listens: an IPv4 or IPv6 address (without brackets), or an RFC 1123 host name. */
public record Address(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Address {
    if (!HostSyntax.isIpv4(value) && !HostSyntax.isIpv6(value) && !HostSyntax.isHostName(value)) {
      throw new InvalidValueException("must be a host name or an IP address");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
