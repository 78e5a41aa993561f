package io.weir.dataplane.route;

import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.dataplane.balance.UpstreamPool;
import org.jspecify.annotations.Nullable;

/**
 * Makes route tables: the next one from the last one and what changed, touching nothing else, so
 * that a change costs what it concerns and pickers and node health outlive it. Accepts every image
 * that {@link GatewayImage#check()} accepts.
 *
 * @param instance the dedicated instance whose services to serve, or null for those of every one
 * @param seed where this process starts its rotations; the same seed, the same sequences
 * @param loops how many event loops pick nodes, at least 1
 */
public record RouteCompiler(@Nullable InstanceId instance, long seed, int loops) {

  /** The table of an image, whatever table was before; what stays the same keeps its state. */
  public RouteTable compile(RouteTable last, GatewayImage image) {
    KeyMap<UpstreamPool> upstreams = KeyMap.empty();
    for (Upstream upstream : image.upstreams().values()) {
      long key = IdKey.of(upstream.id());
      upstreams = upstreams.with(key, pool(last.upstreamMap().get(key), upstream));
    }
    KeyMap<ServiceRoutes> services = last.serviceMap();
    for (ServiceRoutes old : services.values()) {
      if (!image.services().containsKey(old.id())) {
        services = services.without(IdKey.of(old.id()));
      }
    }
    for (Service service : image.services().values()) {
      services = with(services, service.id(), service);
    }
    Domains domains = last.domainMap();
    for (DomainRoute old : domains.all()) {
      if (!image.domains().containsKey(old.domain())) {
        domains = domains.with(old.domain(), null);
      }
    }
    for (CustomDomain custom : image.domains().values()) {
      domains = domains.with(custom.domain(), custom);
    }
    return new RouteTable(image.provenance(), services, upstreams, domains, Connectivity.of(image));
  }

  /** The table of {@code image}, which {@code delta} made of the image {@code last} stands for. */
  public RouteTable compile(RouteTable last, GatewayImage image, GatewayDelta delta) {
    KeyMap<UpstreamPool> upstreams = last.upstreamMap();
    for (UpstreamId id : delta.touchedUpstreams()) {
      long key = IdKey.of(id);
      Upstream upstream = image.upstreams().get(id);
      upstreams =
          upstream == null
              ? upstreams.without(key)
              : upstreams.with(key, pool(upstreams.get(key), upstream));
    }
    KeyMap<ServiceRoutes> services = last.serviceMap();
    for (ServiceId id : delta.touchedServices()) {
      services = with(services, id, image.services().get(id));
    }
    Domains domains = last.domainMap();
    for (Domain domain : delta.touchedDomains()) {
      domains = domains.with(domain, image.domains().get(domain));
    }
    boolean network = !delta.touchedLinks().isEmpty() || !delta.touchedInstances().isEmpty();
    return new RouteTable(
        image.provenance(),
        services,
        upstreams,
        domains,
        network ? Connectivity.of(image) : last.connectivity());
  }

  private UpstreamPool pool(@Nullable UpstreamPool old, Upstream upstream) {
    return old == null ? UpstreamPool.of(upstream, seed, loops) : old.changedTo(upstream);
  }

  private KeyMap<ServiceRoutes> with(
      KeyMap<ServiceRoutes> services, ServiceId id, @Nullable Service service) {
    long key = IdKey.of(id);
    InstanceId mountedOn = service == null ? null : service.settings().instanceId();
    if (service == null
        || mountedOn == null
        || (instance != null && !instance.equals(mountedOn))
        || service.environments().isEmpty()) {
      return services.without(key);
    }
    ServiceRoutes old = services.get(key);
    return old != null && old.isStill(service, mountedOn)
        ? services
        : services.with(key, new ServiceRoutes(service, mountedOn, old));
  }
}
