package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The Host header sent to nodes: a host name or IP address (IPv6 in brackets), optionally with
 * :port.
 */
public record HostHeader(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HostHeader {
    if (!HostSyntax.isAuthority(value)) {
      throw new InvalidValueException(
          "must be a host name or IP address, optionally followed by :port");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
