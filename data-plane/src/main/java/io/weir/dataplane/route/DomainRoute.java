package io.weir.dataplane.route;

import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import org.jspecify.annotations.Nullable;

/** Where a custom domain leads. Immutable. */
public final class DomainRoute {
  private final CustomDomain custom;
  private final byte[] name;
  private final long serviceKey;

  DomainRoute(CustomDomain custom) {
    this.custom = custom;
    name = Ascii.bytes(custom.domain().value());
    serviceKey = IdKey.of(custom.settings().serviceId());
  }

  /** The domain. */
  public Domain domain() {
    return custom.domain();
  }

  /** The service it leads to. */
  public ServiceId serviceId() {
    return custom.settings().serviceId();
  }

  /** The environment that answers, without its segment in the path. */
  public Environment environment() {
    return custom.settings().environment();
  }

  /** The certificate shown to clients that ask for the domain over TLS, or null for none. */
  public @Nullable CertificateName certificate() {
    return custom.settings().certificate();
  }

  long serviceKey() {
    return serviceKey;
  }

  boolean isOf(CustomDomain other) {
    return custom.equals(other);
  }

  /** Whether these bytes are its name, in any case. */
  boolean isNamed(byte[] host, int from, int to) {
    if (to - from != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (Ascii.lower(host[from + i]) != name[i]) {
        return false;
      }
    }
    return true;
  }
}
