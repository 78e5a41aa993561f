package io.weir.rest;

import io.quarkus.runtime.Startup;
import io.weir.contracts.value.Domain;
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
public class DataPlaneOrigin {
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
  public @Nullable String of(ServiceId service, Environment environment) {
    String root = at(host(service));
    return root == null ? null : root + environment.value() + "/";
  }

  /** The URL below which the environment answers that a domain leads to, or null likewise. */
  public @Nullable String of(Domain domain) {
    return at(domain.value());
  }

  /** A host that leads to a service, with {@code *} for what nobody has said. */
  public String host(ServiceId service) {
    return service + "." + base.map(URI::getHost).orElse("*");
  }

  private @Nullable String at(String host) {
    return base.map(
            url ->
                "%s://%s%s/"
                    .formatted(url.getScheme(), host, url.getPort() < 0 ? "" : ":" + url.getPort()))
        .orElse(null);
  }
}
