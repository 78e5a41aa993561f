package io.weir.control.release;

import io.quarkus.runtime.Startup;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where clients reach the data plane, which only those know who deployed it. */
@Startup
@Singleton
class DataPlaneOrigin {
  private final Optional<URI> base;

  /**
   * As configured.
   *
   * @param base scheme, host and port, such as {@code http://localhost:8000}; hosts below it lead
   *     to the data plane, too
   * @throws IllegalArgumentException if it is no such URL
   */
  DataPlaneOrigin(@ConfigProperty(name = "weir.data.plane.origin") Optional<URI> base) {
    this.base = base;
    if (base.isPresent() && base.get().getHost() == null) {
      throw new IllegalArgumentException(
          "WEIR_DATA_PLANE_ORIGIN must be a URL such as http://localhost:8000: " + base.get());
    }
  }

  /** The URL below which an environment of a service answers, or null if nobody has said. */
  @Nullable String of(ServiceId service, Environment environment) {
    return base.map(
            url ->
                "%s://%s.%s%s/%s/"
                    .formatted(
                        url.getScheme(),
                        service,
                        url.getHost(),
                        url.getPort() < 0 ? "" : ":" + url.getPort(),
                        environment.value()))
        .orElse(null);
  }
}
