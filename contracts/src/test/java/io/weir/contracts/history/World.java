package io.weir.contracts.history;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.KeyEvent.KeyCreated;
import io.weir.contracts.event.KeyEvent.KeyExpired;
import io.weir.contracts.event.KeyEvent.KeyRevoked;
import io.weir.contracts.event.KeyEvent.KeyUsed;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyRetired;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.NetworkSettings;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a history comes to, written a second time, plainly and mutably: it tells the generator what
 * may happen next, and the tests what the fold must give.
 */
public final class World {
  /** An upstream. */
  public record Pool(UpstreamSettings settings, Nodes nodes) {}

  /** A service and all that is in it. */
  public static final class Group {
    public ServiceSettings settings;
    public final Map<ApiId, ApiDefinition> apis = new TreeMap<>();
    public final List<ServiceReleased> releases = new ArrayList<>();
    public final Map<Environment, ReleaseId> environments = new TreeMap<>();

    Group(ServiceSettings settings) {
      this.settings = settings;
    }

    ServiceReleased release(ReleaseId id) {
      return releases.stream().filter(r -> r.releaseId().equals(id)).findFirst().orElseThrow();
    }

    /** Drafts and what environments answer with. */
    Stream<ApiDefinition> used() {
      return Stream.concat(
          apis.values().stream(),
          environments.values().stream()
              .flatMap(id -> release(id).apis().stream())
              .map(ReleasedApi::definition));
    }
  }

  public final Map<VpcId, VpcSettings> vpcs = new TreeMap<>();
  public final Map<CcnId, NetworkSettings> networks = new TreeMap<>();
  public final Map<CcnId, Set<VpcId>> attached = new TreeMap<>();
  public final Map<InstanceId, InstanceSettings> instances = new TreeMap<>();
  public final Map<UpstreamId, Pool> upstreams = new TreeMap<>();
  public final Map<ServiceId, Group> services = new TreeMap<>();
  public final Map<Domain, DomainSettings> domains = new TreeMap<>();
  public final Map<KeyId, KeyState> keys = new TreeMap<>();

  /** An API key. */
  public record KeyState(KeySettings settings, boolean used, boolean expired) {}

  /** Whether each signs. */
  public final Map<LedgerKeyId, Boolean> ledgerKeys = new TreeMap<>();

  /** Lets an event happen. */
  public void apply(GatewayEvent event) {
    switch (event) {
      case VpcCreated(var id, var settings) -> vpcs.put(id, settings);
      case VpcChanged(var id, var settings) -> vpcs.put(id, settings);
      case VpcDeleted(var id) -> vpcs.remove(id);
      case NetworkCreated(var id, var settings) -> {
        networks.put(id, settings);
        attached.put(id, new TreeSet<>());
      }
      case NetworkChanged(var id, var settings) -> networks.put(id, settings);
      case NetworkDeleted(var id) -> {
        networks.remove(id);
        attached.remove(id);
      }
      case LinkAttached(var id, var vpc) -> attachedTo(id).add(vpc);
      case LinkDetached(var id, var vpc) -> attachedTo(id).remove(vpc);
      case InstanceCreated(var id, var settings) -> instances.put(id, settings);
      case InstanceChanged(var id, var settings) -> instances.put(id, settings);
      case InstanceDeleted(var id) -> instances.remove(id);
      case UpstreamCreated(var id, var settings, var nodes) ->
          upstreams.put(id, new Pool(settings, nodes));
      case UpstreamSettingsChanged(var id, var settings) ->
          upstreams.computeIfPresent(id, (_, pool) -> new Pool(settings, pool.nodes()));
      case UpstreamNodesChanged(var id, var nodes) ->
          upstreams.computeIfPresent(id, (_, pool) -> new Pool(pool.settings(), nodes));
      case UpstreamDeleted(var id) -> upstreams.remove(id);
      case ServiceCreated(var id, var settings) -> services.put(id, new Group(settings));
      case ServiceChanged(var id, var settings) -> service(id).settings = settings;
      case ServiceDeleted(var id) -> services.remove(id);
      case ApiCreated(var id, var service, var definition) ->
          service(service).apis.put(id, definition);
      case ApiChanged(var id, var service, var definition) ->
          service(service).apis.put(id, definition);
      case ApiDeleted(var id, var service) -> service(service).apis.remove(id);
      case ServiceReleased released -> release(service(released.serviceId()), released);
      case EnvironmentSwitched(var service, var environment, var release) ->
          service(service).environments.put(environment, release);
      case EnvironmentUnreleased(var service, var environment) ->
          service(service).environments.remove(environment);
      case DomainBound(var domain, var settings) -> domains.put(domain, settings);
      case DomainChanged(var domain, var settings) -> domains.put(domain, settings);
      case DomainUnbound(var domain) -> domains.remove(domain);
      case LedgerKeyCreated(var id, var _) -> ledgerKeys.put(id, true);
      case LedgerKeyRetired(var id) -> ledgerKeys.put(id, false);
      case KeyCreated(var id, var settings) -> keys.put(id, new KeyState(settings, false, false));
      case KeyUsed(var id) ->
          keys.computeIfPresent(id, (_, key) -> new KeyState(key.settings, true, key.expired));
      case KeyExpired(var id) ->
          keys.computeIfPresent(id, (_, key) -> new KeyState(key.settings, key.used, true));
      case KeyRevoked(var id) -> keys.remove(id);
    }
  }

  /** Of more releases than are kept the oldest that no environment points to is forgotten. */
  private static void release(Group service, ServiceReleased released) {
    service.releases.add(whole(service, released));
    service.environments.put(released.environment(), released.releaseId());
    int tooMany = Math.max(0, service.releases.size() - released.releasesKept().value());
    service.releases.removeAll(
        service.releases.stream()
            .filter(r -> !service.environments.containsValue(r.releaseId()))
            .limit(tooMany)
            .toList());
  }

  /** As if it had said all its APIs. */
  private static ServiceReleased whole(Group service, ServiceReleased released) {
    Map<ApiId, ReleasedApi> all = new TreeMap<>();
    if (released.baseReleaseId() != null) {
      service.release(released.baseReleaseId()).apis().forEach(api -> all.put(api.id(), api));
    }
    released.apis().forEach(api -> all.put(api.id(), api));
    all.keySet().removeAll(released.removedApis());
    return new ServiceReleased(
        released.serviceId(),
        released.releaseId(),
        released.environment(),
        released.description(),
        List.copyOf(all.values()),
        released.releasesKept());
  }

  /** What a release says that stands upon another, which the service has. */
  static ServiceReleased since(ServiceReleased base, ServiceReleased whole) {
    Set<ApiId> gone = new TreeSet<>();
    base.apis().forEach(api -> gone.add(api.id()));
    whole.apis().forEach(api -> gone.remove(api.id()));
    List<ReleasedApi> others = new ArrayList<>(whole.apis());
    others.removeAll(base.apis());
    return new ServiceReleased(
        whole.serviceId(),
        whole.releaseId(),
        whole.environment(),
        whole.description(),
        base.releaseId(),
        others,
        List.copyOf(gone),
        whole.apis().size(),
        whole.releasesKept());
  }

  Group service(ServiceId id) {
    return Objects.requireNonNull(services.get(id));
  }

  Set<VpcId> attachedTo(CcnId id) {
    return Objects.requireNonNull(attached.get(id));
  }

  boolean isInhabited(VpcId vpc) {
    return upstreams.values().stream().anyMatch(u -> u.settings().vpcId().equals(vpc))
        || instances.values().stream().anyMatch(i -> i.vpcId().equals(vpc));
  }

  boolean isUsed(UpstreamId upstream) {
    return services.values().stream()
        .flatMap(Group::used)
        .anyMatch(api -> api.backEnd().upstreamId().equals(upstream));
  }

  boolean hasDomains(ServiceId service) {
    return domains.values().stream().anyMatch(settings -> settings.serviceId().equals(service));
  }

  boolean isUsed(InstanceId instance) {
    return services.values().stream().anyMatch(s -> instance.equals(s.settings.instanceId()));
  }
}
