package io.weir.dataplane.tls;

import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.NodeTls;
import io.weir.dataplane.route.DomainRoute;
import io.weir.dataplane.route.RouteTable;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The names of the certificates that the configuration needs, gathered once for each route table.
 */
public final class ConfiguredCertificates implements Supplier<Collection<CertificateName>> {
  private final Supplier<RouteTable> routes;
  private final @Nullable CertificateName fallback;
  private @Nullable RouteTable seen;
  private Set<CertificateName> names = Set.of();

  /** Those of the table that {@code routes} gives, and one more if it is not null. */
  public ConfiguredCertificates(Supplier<RouteTable> routes, @Nullable CertificateName fallback) {
    this.routes = routes;
    this.fallback = fallback;
  }

  @Override
  public synchronized Collection<CertificateName> get() {
    RouteTable table = routes.get();
    if (table != seen) {
      seen = table;
      names = gather(table);
    }
    return names;
  }

  private Set<CertificateName> gather(RouteTable table) {
    Set<CertificateName> found = new HashSet<>();
    add(found, fallback);
    for (DomainRoute domain : table.domains()) {
      add(found, domain.certificate());
    }
    for (var upstream : table.upstreams()) {
      NodeTls tls = upstream.settings().tls();
      if (tls != null) {
        add(found, tls.caCertificate());
        add(found, tls.clientCertificate());
      }
    }
    return Set.copyOf(found);
  }

  private static void add(Set<CertificateName> to, @Nullable CertificateName name) {
    if (name != null) {
      to.add(name);
    }
  }
}
