package io.weir.dataplane.route;

import io.weir.contracts.image.Provenance;
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
  private final Connectivity connectivity;

  RouteTable(
      @Nullable Provenance provenance,
      KeyMap<ServiceRoutes> services,
      KeyMap<UpstreamPool> upstreams,
      Connectivity connectivity) {
    this.provenance = provenance;
    this.services = services;
    this.upstreams = upstreams;
    this.connectivity = connectivity;
  }

  /** The table of a node that has no configuration yet: it answers nothing. */
  public static RouteTable empty() {
    return new RouteTable(null, KeyMap.empty(), KeyMap.empty(), Connectivity.NONE);
  }

  /** The position of the ledger it was compiled from, 0 if none. */
  public long position() {
    return provenance == null ? 0 : provenance.position();
  }

  /** Which history it was compiled from, or null if none. */
  public @Nullable Provenance provenance() {
    return provenance;
  }

  /** The service that a Host header, with or without port, names by its first label, or null. */
  public @Nullable ServiceRoutes service(String host) {
    long key = IdKey.ofHost(host);
    return key == IdKey.NONE ? null : services.get(key);
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
