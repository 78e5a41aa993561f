package io.weir.dataplane.route;

import io.weir.contracts.image.Provenance;
import io.weir.contracts.value.ServiceId;
import io.weir.dataplane.balance.UpstreamPool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a request needs to be forwarded, as of one position of the ledger. Immutable: a
 * request reads the current table once and keeps it to its end, retries included.
 */
public final class RouteTable {
  private final @Nullable Provenance provenance;
  private final KeyMap<ServiceRoutes> services;
  private final KeyMap<UpstreamPool> upstreams;
  private final Domains domains;
  private final Connectivity connectivity;

  RouteTable(
      @Nullable Provenance provenance,
      KeyMap<ServiceRoutes> services,
      KeyMap<UpstreamPool> upstreams,
      Domains domains,
      Connectivity connectivity) {
    this.provenance = provenance;
    this.services = services;
    this.upstreams = upstreams;
    this.domains = domains;
    this.connectivity = connectivity;
  }

  /** The table of a replica that has no configuration yet: it answers nothing. */
  public static RouteTable empty() {
    return new RouteTable(null, KeyMap.empty(), KeyMap.empty(), Domains.NONE, Connectivity.NONE);
  }

  /** The position of the ledger it was compiled from, 0 if none. */
  public long position() {
    return provenance == null ? 0 : provenance.position();
  }

  /** Which history it was compiled from, or null if none. */
  public @Nullable Provenance provenance() {
    return provenance;
  }

  /**
   * The custom domain that a host is, in any case, with or without port and final dot, or null. A
   * custom domain goes before a service that the first label names.
   */
  public @Nullable DomainRoute domain(byte[] host, int from, int to) {
    return domains.find(host, from, to);
  }

  /** The same of a text, such as the name a TLS client asks for. */
  public @Nullable DomainRoute domain(String host) {
    byte[] bytes = Ascii.bytes(host);
    return domains.find(bytes, 0, bytes.length);
  }

  /** The service a custom domain leads to, or null if nothing of it is released here. */
  public @Nullable ServiceRoutes service(DomainRoute domain) {
    return services.get(domain.serviceKey());
  }

  /** The service that a host, with or without port, names by its first label, or null. */
  public @Nullable ServiceRoutes service(byte[] host, int from, int to) {
    long key = IdKey.ofHost(host, from, to);
    return key == IdKey.NONE ? null : services.get(key);
  }

  /** The same of a text. */
  public @Nullable ServiceRoutes service(String host) {
    long key = IdKey.ofHost(host);
    return key == IdKey.NONE ? null : services.get(key);
  }

  /** The service with this id, or null. */
  public @Nullable ServiceRoutes service(ServiceId id) {
    return services.get(IdKey.of(id));
  }

  /** Where a route's requests go, or null if the configuration lacks the upstream. */
  public @Nullable UpstreamPool upstream(Route route) {
    return upstreams.get(route.upstreamKey());
  }

  /** Whether the instance a service is mounted on reaches the VPC of an upstream. */
  public boolean reaches(ServiceRoutes service, UpstreamPool upstream) {
    return connectivity.reaches(service.instanceId(), upstream.vpcId());
  }

  /** All services it answers for. */
  public List<ServiceRoutes> services() {
    return services.values();
  }

  /** All upstreams of the configuration. */
  public List<UpstreamPool> upstreams() {
    return upstreams.values();
  }

  /** All custom domains, of whatever instance. */
  public List<DomainRoute> domains() {
    return domains.all();
  }

  Domains domainMap() {
    return domains;
  }

  KeyMap<ServiceRoutes> serviceMap() {
    return services;
  }

  KeyMap<UpstreamPool> upstreamMap() {
    return upstreams;
  }

  Connectivity connectivity() {
    return connectivity;
  }
}
