package io.weir.contracts.image;

import io.weir.contracts.event.ApiEvent;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.DomainEvent;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent;
import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.NetworkEvent;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.event.UpstreamEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The step from one image to the next: replays events in order, remembers which objects they
 * touched, and makes the new image. One thread, one use. The fold is assignment, never arithmetic,
 * so that a snapshot's events, which leave out what was superseded, give the same image.
 */
public final class GatewayDelta {
  private final GatewayImage base;
  private Provenance provenance;
  private TreePMap<UpstreamId, Upstream> upstreams;
  private TreePMap<ServiceId, Service> services;
  private TreePMap<VpcId, Vpc> vpcs;
  private TreePMap<CcnId, Network> networks;
  private TreePMap<Link.Key, Link> links;
  private TreePMap<InstanceId, Instance> instances;
  private TreePMap<Domain, CustomDomain> domains;
  private final Set<UpstreamId> touchedUpstreams = new LinkedHashSet<>();
  private final Set<ServiceId> touchedServices = new LinkedHashSet<>();
  private final Set<VpcId> touchedVpcs = new LinkedHashSet<>();
  private final Set<CcnId> touchedNetworks = new LinkedHashSet<>();
  private final Set<Link.Key> touchedLinks = new LinkedHashSet<>();
  private final Set<InstanceId> touchedInstances = new LinkedHashSet<>();
  private final Set<Domain> touchedDomains = new LinkedHashSet<>();

  public GatewayDelta(GatewayImage base) {
    this.base = base;
    provenance = base.provenance();
    upstreams = base.upstreams();
    services = base.services();
    vpcs = base.vpcs();
    networks = base.networks();
    links = base.links();
    instances = base.instances();
    domains = base.domains();
  }

  /**
   * Applies the next event of the ledger; the caller has checked that it is next.
   *
   * @throws FoldException if it changes something that does not exist, or creates what does
   */
  public void replay(Recorded recorded, GatewayEvent event) {
    var envelope = recorded.envelope();
    replay(new Revision(envelope.version(), envelope.position(), envelope.recordedAt()), event);
    provenance = Provenance.of(recorded);
  }

  /**
   * Applies an event of a snapshot, which stands for all that led to it.
   *
   * @throws FoldException if it changes something that does not exist, or creates what does
   */
  public void replay(Revision revision, GatewayEvent event) {
    switch (event) {
      case UpstreamEvent upstream -> replay(revision, upstream);
      case ServiceEvent service -> replay(revision, service);
      case ReleaseEvent release -> replay(revision, release);
      case ApiEvent api -> replay(revision, api);
      case VpcEvent vpc -> replay(revision, vpc);
      case NetworkEvent network -> replay(revision, network);
      case InstanceEvent instance -> replay(revision, instance);
      case DomainEvent domain -> replay(revision, domain);
    }
  }

  private void replay(Revision revision, UpstreamEvent event) {
    touchedUpstreams.add(event.id());
    switch (event) {
      case UpstreamCreated(var id, var settings, var nodes) ->
          upstreams = with(upstreams, id, new Upstream(id, settings, nodes, revision));
      case UpstreamSettingsChanged(var id, var settings) ->
          upstreams =
              upstreams.plus(
                  id, new Upstream(id, settings, known(upstreams, id).nodes(), revision));
      case UpstreamNodesChanged(var id, var nodes) ->
          upstreams =
              upstreams.plus(
                  id, new Upstream(id, known(upstreams, id).settings(), nodes, revision));
      case UpstreamDeleted(var id) -> upstreams = without(upstreams, id);
    }
  }

  private void replay(Revision revision, ServiceEvent event) {
    touchedServices.add(event.id());
    switch (event) {
      case ServiceCreated(var id, var settings) ->
          services =
              with(
                  services,
                  id,
                  new Service(
                      id,
                      settings,
                      TreePMap.empty(),
                      TreePVector.empty(),
                      TreePMap.empty(),
                      revision));
      case ServiceChanged(var id, var settings) ->
          put(known(services, id).with(settings, revision));
      case ServiceDeleted(var id) -> services = without(services, id);
    }
  }

  private void replay(Revision revision, ReleaseEvent event) {
    touchedServices.add(event.serviceId());
    Service service = known(services, event.serviceId());
    switch (event) {
      case ServiceReleased(var _, var id, var environment, var description, var apis) ->
          put(service.with(new Release(id, environment, description, apis, revision), revision));
      case EnvironmentSwitched(var _, var environment, var release) ->
          put(service.with(service.environments().plus(environment, release), revision));
      case EnvironmentUnreleased(var _, var environment) ->
          put(service.with(without(service.environments(), environment), revision));
    }
  }

  private void replay(Revision revision, ApiEvent event) {
    touchedServices.add(event.serviceId());
    Service service = known(services, event.serviceId());
    var apis = service.apis();
    switch (event) {
      case ApiCreated(var id, var serviceId, var definition) ->
          put(service.with(with(apis, id, new Api(id, serviceId, definition, revision))));
      case ApiChanged(var id, var serviceId, var definition) -> {
        known(apis, id);
        put(service.with(apis.plus(id, new Api(id, serviceId, definition, revision))));
      }
      case ApiDeleted(var id, var _) -> put(service.with(without(apis, id)));
    }
  }

  private void replay(Revision revision, VpcEvent event) {
    touchedVpcs.add(event.id());
    switch (event) {
      case VpcCreated(var id, var settings) ->
          vpcs = with(vpcs, id, new Vpc(id, settings, revision));
      case VpcChanged(var id, var settings) -> {
        known(vpcs, id);
        vpcs = vpcs.plus(id, new Vpc(id, settings, revision));
      }
      case VpcDeleted(var id) -> {
        vpcs = without(vpcs, id);
        for (Link.Key link : links.keySet()) {
          if (link.vpcId().equals(id)) {
            touchedLinks.add(link);
            links = links.minus(link);
          }
        }
      }
    }
  }

  private void replay(Revision revision, NetworkEvent event) {
    switch (event) {
      case NetworkCreated(var id, var settings) -> {
        touchedNetworks.add(id);
        networks = with(networks, id, new Network(id, settings, revision));
      }
      case NetworkChanged(var id, var settings) -> {
        touchedNetworks.add(id);
        known(networks, id);
        networks = networks.plus(id, new Network(id, settings, revision));
      }
      case NetworkDeleted(var id) -> {
        touchedNetworks.add(id);
        networks = without(networks, id);
      }
      case LinkAttached(var id, var vpcId) ->
          put(new Link(new Link.Key(id, vpcId), true, revision));
      case LinkDetached(var id, var vpcId) ->
          put(new Link(new Link.Key(id, vpcId), false, revision));
    }
  }

  private void replay(Revision revision, InstanceEvent event) {
    touchedInstances.add(event.id());
    switch (event) {
      case InstanceCreated(var id, var settings) ->
          instances = with(instances, id, new Instance(id, settings, revision));
      case InstanceChanged(var id, var settings) -> {
        known(instances, id);
        instances = instances.plus(id, new Instance(id, settings, revision));
      }
      case InstanceDeleted(var id) -> instances = without(instances, id);
    }
  }

  private void replay(Revision revision, DomainEvent event) {
    touchedDomains.add(event.domain());
    switch (event) {
      case DomainBound(var domain, var settings) ->
          domains = with(domains, domain, new CustomDomain(domain, settings, revision));
      case DomainChanged(var domain, var settings) -> {
        known(domains, domain);
        domains = domains.plus(domain, new CustomDomain(domain, settings, revision));
      }
      case DomainUnbound(var domain) -> domains = without(domains, domain);
    }
  }

  private void put(Service service) {
    services = services.plus(service.id(), service);
  }

  private void put(Link link) {
    touchedLinks.add(link.key());
    links = links.plus(link.key(), link);
  }

  private static <K, V> V known(PMap<K, V> map, K id) {
    V value = map.get(id);
    if (value == null) {
      throw new FoldException(id + " does not exist");
    }
    return value;
  }

  private static <K, V> TreePMap<K, V> with(TreePMap<K, V> map, K id, V created) {
    if (map.containsKey(id)) {
      throw new FoldException(id + " exists already");
    }
    return map.plus(id, created);
  }

  private static <K, V> TreePMap<K, V> without(TreePMap<K, V> map, K id) {
    known(map, id);
    return map.minus(id);
  }

  /** The image after all events replayed so far. */
  public GatewayImage apply() {
    return apply(provenance);
  }

  /** The image after all events of a snapshot, which says itself what history it is of. */
  GatewayImage apply(Provenance of) {
    return new GatewayImage(of, upstreams, services, vpcs, networks, links, instances, domains);
  }

  /** The image this step started from. */
  public GatewayImage base() {
    return base;
  }

  /** Upstreams created, changed or deleted. */
  public Set<UpstreamId> touchedUpstreams() {
    return Collections.unmodifiableSet(touchedUpstreams);
  }

  /** Services created, changed, released or deleted, or with an API that was. */
  public Set<ServiceId> touchedServices() {
    return Collections.unmodifiableSet(touchedServices);
  }

  /** VPCs created, changed or deleted. */
  public Set<VpcId> touchedVpcs() {
    return Collections.unmodifiableSet(touchedVpcs);
  }

  /** Cloud Connect Networks created, changed or deleted. */
  public Set<CcnId> touchedNetworks() {
    return Collections.unmodifiableSet(touchedNetworks);
  }

  /** Links attached, detached or forgotten: any reachability may have changed if there is one. */
  public Set<Link.Key> touchedLinks() {
    return Collections.unmodifiableSet(touchedLinks);
  }

  /** Instances created, changed or deleted. */
  public Set<InstanceId> touchedInstances() {
    return Collections.unmodifiableSet(touchedInstances);
  }

  /** Custom domains bound, changed or unbound. */
  public Set<Domain> touchedDomains() {
    return Collections.unmodifiableSet(touchedDomains);
  }

  /**
   * What the new image has wrong, given that the base was right: looks at the touched objects only,
   * unless something was deleted, which anything may have referred to. Names that must differ
   * across services, upstreams and so on are compared by {@link GatewayImage#check()} alone: no
   * reader depends on them.
   */
  public List<Inconsistency> check() {
    GatewayImage image = apply();
    if (deleted(touchedUpstreams, upstreams)
        || deleted(touchedVpcs, vpcs)
        || deleted(touchedInstances, instances)
        || deleted(touchedNetworks, networks)
        || domainsMayDangle()
        || !touchedLinks.isEmpty()) {
      return image.check();
    }
    return new Consistency(image)
        .of(
            present(touchedUpstreams, upstreams),
            present(touchedServices, services),
            present(touchedInstances, instances),
            present(touchedDomains, domains));
  }

  /** A domain leads to a service that exists and is on a dedicated instance. */
  private boolean domainsMayDangle() {
    return !domains.isEmpty()
        && touchedServices.stream()
            .map(services::get)
            .anyMatch(service -> service == null || service.settings().instanceId() == null);
  }

  private static <K, V> boolean deleted(Set<K> touched, PMap<K, V> now) {
    return touched.stream().anyMatch(id -> !now.containsKey(id));
  }

  private static <K, V> List<V> present(Set<K> touched, PMap<K, V> now) {
    return touched.stream().map(now::get).filter(Objects::nonNull).toList();
  }
}
