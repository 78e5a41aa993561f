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
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NetworkSettings;
import io.weir.contracts.value.PublicKey;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ReleasesKept;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A history that keeps every rule of the gateway: objects come, change and go; services are
 * released, some more often than releases are kept; networks are linked and taken apart; domains
 * are bound; commands write one event or several. The same seed gives the same history.
 */
public final class RandomHistory {
  private final Random random;
  private final RandomValues values;
  private final Recorder recorder;
  private final World world = new World();
  private @Nullable ServiceId busy;

  /** A history with nothing in it yet. */
  public RandomHistory(long seed) {
    random = new Random(seed);
    values = new RandomValues(random);
    recorder = new Recorder(new UUID(random.nextLong(), random.nextLong()));
  }

  /** The events of a whole history of so many commands. */
  public static List<Recorded> of(long seed, int commands) {
    RandomHistory history = new RandomHistory(seed);
    List<Recorded> all = new ArrayList<>();
    for (int i = 0; i < commands; i++) {
      all.addAll(history.next());
    }
    return all;
  }

  /** The ledger all events belong to. */
  public UUID ledgerId() {
    return recorder.chain().ledgerId();
  }

  /** What all events so far come to, told without the fold under test. */
  public World world() {
    return world;
  }

  /** The events of one more command, at least one. */
  public List<Recorded> next() {
    List<GatewayEvent> events = List.of();
    while (events.isEmpty()) {
      events = command();
    }
    events.forEach(world::apply);
    var caller =
        new Recorder.Caller(
            values.one(List.of("ada", "ci@example.com", "李")),
            values.authentication(),
            values.reason(),
            "trace-" + random.nextInt(1_000_000));
    return recorder.record(events, caller, Duration.ofNanos(random.nextInt(2_000_000) * 1_000L));
  }

  /** The events of a random command, none if it is not possible now. */
  private List<GatewayEvent> command() {
    if (busy != null && values.chance(80)) {
      return release();
    }
    return switch (random.nextInt(49)) {
      case 0, 1 -> createVpc();
      case 2 -> changeVpc();
      case 3 -> deleteVpc();
      case 4 -> createNetwork();
      case 5 -> changeNetwork();
      case 6 -> deleteNetwork();
      case 7, 8, 9 -> attach();
      case 10, 11 -> detach();
      case 12, 13 -> createInstance();
      case 14 -> changeInstance();
      case 15 -> deleteInstance();
      case 16, 17 -> createUpstream();
      case 18, 19 -> changeUpstream();
      case 20, 21 -> changeNodes();
      case 22 -> deleteUpstream();
      case 23, 24 -> createService();
      case 25 -> changeService();
      case 26 -> deleteService();
      case 27, 28, 29, 30 -> createApi();
      case 31, 32 -> changeApi();
      case 33 -> deleteApi();
      case 34, 35, 36 -> release();
      case 37, 38 -> switchEnvironment();
      case 39 -> unrelease();
      case 40, 41 -> bindDomain();
      case 42 -> changeDomain();
      case 43 -> unbindDomain();
      case 44, 45 -> createKey();
      case 46 -> changeKey();
      case 47 -> revokeKey();
      default -> rotateLedgerKey();
    };
  }

  private List<GatewayEvent> createVpc() {
    Name name = fresh(world.vpcs.values().stream().map(VpcSettings::name));
    return List.of(
        new VpcCreated(new VpcId(values.id("vpc-")), new VpcSettings(name, values.description())));
  }

  private List<GatewayEvent> changeVpc() {
    return withOne(
        world.vpcs,
        (id, vpc) ->
            List.of(new VpcChanged(id, new VpcSettings(vpc.name(), values.description()))));
  }

  private List<GatewayEvent> deleteVpc() {
    return withOne(
        world.vpcs,
        (id, _) -> {
          if (world.isInhabited(id)) {
            return List.of();
          }
          List<GatewayEvent> events = new ArrayList<>();
          world.attached.forEach(
              (network, vpcs) -> {
                if (vpcs.contains(id)) {
                  events.add(new LinkDetached(network, id));
                }
              });
          events.add(new VpcDeleted(id));
          return events;
        });
  }

  private List<GatewayEvent> createNetwork() {
    Name name = fresh(world.networks.values().stream().map(NetworkSettings::name));
    return List.of(
        new NetworkCreated(
            new CcnId(values.id("ccn-")), new NetworkSettings(name, values.description())));
  }

  private List<GatewayEvent> changeNetwork() {
    Name name = fresh(world.networks.values().stream().map(NetworkSettings::name));
    return withOne(
        world.networks,
        (id, _) ->
            List.of(new NetworkChanged(id, new NetworkSettings(name, values.description()))));
  }

  private List<GatewayEvent> deleteNetwork() {
    return withOne(
        world.attached,
        (id, vpcs) -> {
          List<GatewayEvent> events = new ArrayList<>();
          vpcs.forEach(vpc -> events.add(new LinkDetached(id, vpc)));
          events.add(new NetworkDeleted(id));
          return events;
        });
  }

  private List<GatewayEvent> attach() {
    return withOne(
        world.attached,
        (id, vpcs) ->
            withOne(
                world.vpcs,
                (vpc, _) -> vpcs.contains(vpc) ? List.of() : List.of(new LinkAttached(id, vpc))));
  }

  private List<GatewayEvent> detach() {
    return withOne(
        world.attached,
        (id, vpcs) ->
            vpcs.isEmpty()
                ? List.of()
                : List.of(new LinkDetached(id, values.one(List.copyOf(vpcs)))));
  }

  private List<GatewayEvent> createInstance() {
    Name name = fresh(world.instances.values().stream().map(InstanceSettings::name));
    return withOne(
        world.vpcs,
        (vpc, _) ->
            List.of(
                new InstanceCreated(
                    new InstanceId(values.id("instance-")),
                    new InstanceSettings(name, values.description(), vpc))));
  }

  private List<GatewayEvent> changeInstance() {
    return withOne(
        world.instances,
        (id, instance) ->
            withOne(
                world.vpcs,
                (vpc, _) ->
                    List.of(
                        new InstanceChanged(
                            id,
                            new InstanceSettings(instance.name(), values.description(), vpc)))));
  }

  private List<GatewayEvent> deleteInstance() {
    return withOne(
        world.instances,
        (id, _) -> world.isUsed(id) ? List.of() : List.of(new InstanceDeleted(id)));
  }

  private List<GatewayEvent> createUpstream() {
    return withOne(
        world.vpcs,
        (vpc, _) ->
            List.of(
                new UpstreamCreated(
                    new UpstreamId(values.id("upstream-")),
                    upstreamSettings(vpc),
                    values.nodes())));
  }

  /** Settings alone, or settings and nodes by one command. */
  private List<GatewayEvent> changeUpstream() {
    return withOne(
        world.upstreams,
        (id, _) ->
            withOne(
                world.vpcs,
                (vpc, _) -> {
                  var settings = new UpstreamSettingsChanged(id, upstreamSettings(vpc));
                  return values.chance(50)
                      ? List.of(settings)
                      : List.of(settings, new UpstreamNodesChanged(id, values.nodes()));
                }));
  }

  private UpstreamSettings upstreamSettings(VpcId vpc) {
    Name name = fresh(world.upstreams.values().stream().map(u -> u.settings().name()));
    return values.upstreamSettings(values.chance(20) ? null : name, vpc);
  }

  private List<GatewayEvent> changeNodes() {
    return withOne(
        world.upstreams, (id, _) -> List.of(new UpstreamNodesChanged(id, values.nodes())));
  }

  private List<GatewayEvent> deleteUpstream() {
    return withOne(
        world.upstreams,
        (id, _) -> world.isUsed(id) ? List.of() : List.of(new UpstreamDeleted(id)));
  }

  private List<GatewayEvent> createService() {
    return List.of(
        new ServiceCreated(
            new ServiceId(values.id("service-")),
            new ServiceSettings(serviceName(), values.description(), instance(20))));
  }

  private List<GatewayEvent> changeService() {
    return withOne(
        world.services,
        (id, service) -> {
          boolean mayShare =
              service.apis.isEmpty() && service.environments.isEmpty() && !world.hasDomains(id);
          InstanceId instance = mayShare ? instance(30) : instance(0);
          return List.of(
              new ServiceChanged(
                  id,
                  new ServiceSettings(
                      values.chance(50) ? service.settings.name() : serviceName(),
                      values.description(),
                      mayShare || instance != null ? instance : service.settings.instanceId())));
        });
  }

  /** With or without taking it apart first. */
  private List<GatewayEvent> deleteService() {
    return withOne(
        world.services,
        (id, service) -> {
          List<GatewayEvent> events = new ArrayList<>();
          if (values.chance(50)) {
            service
                .environments
                .keySet()
                .forEach(e -> events.add(new EnvironmentUnreleased(id, e)));
            service.apis.keySet().forEach(api -> events.add(new ApiDeleted(api, id)));
          }
          world.domains.forEach(
              (domain, settings) -> {
                if (settings.serviceId().equals(id)) {
                  events.add(new DomainUnbound(domain));
                }
              });
          events.add(new ServiceDeleted(id));
          return events;
        });
  }

  private Name serviceName() {
    return fresh(world.services.values().stream().map(s -> s.settings.name()));
  }

  private @Nullable InstanceId instance(int percentShared) {
    return world.instances.isEmpty() || values.chance(percentShared)
        ? null
        : values.one(List.copyOf(world.instances.keySet()));
  }

  private List<GatewayEvent> createApi() {
    return withOne(
        world.services,
        (id, service) -> {
          ApiDefinition definition = definition(service, service.apis.values());
          return definition == null
              ? List.of()
              : List.of(new ApiCreated(new ApiId(values.id("api-")), id, definition));
        });
  }

  private List<GatewayEvent> changeApi() {
    return withOne(
        world.services,
        (id, service) ->
            withOne(
                service.apis,
                (api, before) -> {
                  List<ApiDefinition> others = new ArrayList<>(service.apis.values());
                  others.remove(before);
                  ApiDefinition definition = definition(service, others);
                  return definition == null
                      ? List.of()
                      : List.of(new ApiChanged(api, id, definition));
                }));
  }

  /** A definition the service may have beside the others, or null if there is none now. */
  private @Nullable ApiDefinition definition(
      World.Group service, Collection<ApiDefinition> others) {
    if (service.settings.instanceId() == null || world.upstreams.isEmpty()) {
      return null;
    }
    Name name = fresh(others.stream().map(ApiDefinition::name));
    ApiDefinition definition = values.api(name, values.one(List.copyOf(world.upstreams.keySet())));
    boolean taken =
        others.stream().anyMatch(o -> o.frontEnd().key().equals(definition.frontEnd().key()));
    return taken ? null : definition;
  }

  private List<GatewayEvent> deleteApi() {
    return withOne(
        world.services,
        (id, service) -> withOne(service.apis, (api, _) -> List.of(new ApiDeleted(api, id))));
  }

  /**
   * One service in a few is released over and over, until more releases were made than are kept.
   */
  private List<GatewayEvent> release() {
    if (busy != null && values.chance(1)) {
      busy = null;
    }
    World.Group busyOne = busy == null ? null : world.services.get(busy);
    if (busy != null && busyOne != null && !busyOne.apis.isEmpty()) {
      return List.of(release(busy, busyOne));
    }
    busy = null;
    return withOne(
        world.services,
        (id, service) -> {
          if (service.apis.isEmpty()) {
            return List.of();
          }
          busy = values.chance(5) ? id : null;
          return List.of(release(id, service));
        });
  }

  private GatewayEvent release(ServiceId id, World.Group service) {
    List<ReleasedApi> apis = new ArrayList<>();
    service.apis.forEach((api, definition) -> apis.add(new ReleasedApi(api, definition)));
    ServiceReleased whole =
        new ServiceReleased(
            id,
            new ReleaseId(values.id("release-")),
            values.one(Environment.values()),
            values.description(),
            apis,
            values.chance(2) ? new ReleasesKept(1 + random.nextInt(60)) : ReleasesKept.DEFAULT);
    return service.releases.isEmpty() || values.chance(3)
        ? whole
        : World.since(values.one(service.releases), whole);
  }

  private List<GatewayEvent> switchEnvironment() {
    return withOne(
        world.services,
        (id, service) -> {
          Environment environment = values.one(Environment.values());
          ReleaseId now = service.environments.get(environment);
          List<ServiceReleased> targets =
              service.settings.instanceId() == null
                  ? List.of()
                  : service.releases.stream()
                      .filter(r -> !r.releaseId().equals(now))
                      .filter(this::isWhole)
                      .toList();
          return targets.isEmpty()
              ? List.of()
              : List.of(new EnvironmentSwitched(id, environment, values.one(targets).releaseId()));
        });
  }

  /** An old release may use an upstream that is gone since. */
  private boolean isWhole(ServiceReleased release) {
    return release.apis().stream()
        .allMatch(api -> world.upstreams.containsKey(api.definition().backEnd().upstreamId()));
  }

  private List<GatewayEvent> unrelease() {
    return withOne(
        world.services,
        (id, service) ->
            withOne(
                service.environments,
                (environment, _) -> List.of(new EnvironmentUnreleased(id, environment))));
  }

  private List<GatewayEvent> bindDomain() {
    Domain domain = values.domain();
    return world.domains.containsKey(domain)
        ? List.of()
        : toSomeService(settings -> new DomainBound(domain, settings));
  }

  /** Its service may be another from now on. */
  private List<GatewayEvent> changeDomain() {
    return withOne(
        world.domains,
        (domain, _) -> toSomeService(settings -> new DomainChanged(domain, settings)));
  }

  private List<GatewayEvent> toSomeService(Function<DomainSettings, GatewayEvent> event) {
    return withOne(
        world.services,
        (id, service) ->
            service.settings.instanceId() == null
                ? List.of()
                : List.of(event.apply(values.domainSettings(id))));
  }

  /** A new key, and those that signed before sign no more. */
  private List<GatewayEvent> rotateLedgerKey() {
    List<GatewayEvent> events = new ArrayList<>();
    byte[] key = new byte[32];
    random.nextBytes(key);
    events.add(
        new LedgerKeyCreated(
            new LedgerKeyId(values.id("ledger-key-")),
            new PublicKey(Base64.getEncoder().encodeToString(key))));
    world.ledgerKeys.forEach(
        (id, current) -> {
          if (current) {
            events.add(new LedgerKeyRetired(id));
          }
        });
    return events;
  }

  private List<GatewayEvent> unbindDomain() {
    return withOne(world.domains, (domain, _) -> List.of(new DomainUnbound(domain)));
  }

  private List<GatewayEvent> createKey() {
    Name name = fresh(world.keys.values().stream().map(key -> key.settings().name()));
    List<String> ids = new ArrayList<>();
    world.vpcs.keySet().stream().limit(2).forEach(id -> ids.add(id.value()));
    world.services.keySet().stream().limit(2).forEach(id -> ids.add(id.value()));
    world.instances.keySet().stream().limit(1).forEach(id -> ids.add(id.value()));
    return List.of(new KeyCreated(new KeyId(values.id("key-")), values.key(name, ids)));
  }

  private List<GatewayEvent> changeKey() {
    return withOne(
        world.keys, (id, _) -> List.of(values.chance(50) ? new KeyUsed(id) : new KeyExpired(id)));
  }

  private List<GatewayEvent> revokeKey() {
    return withOne(world.keys, (id, _) -> List.of(new KeyRevoked(id)));
  }

  private Name fresh(Stream<@Nullable Name> taken) {
    List<Name> names = taken.filter(Objects::nonNull).toList();
    Name name = values.name();
    while (names.contains(name)) {
      name = values.name();
    }
    return name;
  }

  private interface Choice<K, V> {
    List<GatewayEvent> events(K key, V value);
  }

  /** What the choice makes of a random entry; nothing if there is none. */
  private <K, V> List<GatewayEvent> withOne(Map<K, V> map, Choice<K, V> choice) {
    if (map.isEmpty()) {
      return List.of();
    }
    var entry = values.one(List.copyOf(map.entrySet()));
    return choice.events(entry.getKey(), entry.getValue());
  }
}
