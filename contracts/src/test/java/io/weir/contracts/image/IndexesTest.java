package io.weir.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.image.Indexes.InService;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleasedApi;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every index holds what a plain scan of the image finds, however the image came to be. */
class IndexesTest {
  @Property(tries = 60)
  void indexesThatFollowedAHistoryFindWhatAScanFinds(
      @ForAll long seed, @ForAll @IntRange(max = 400) int commands, @ForAll long cuts) {
    RandomHistory history = new RandomHistory(seed);
    GatewayImage image = GatewayImage.genesis(history.ledgerId());
    Random random = new Random(cuts);
    GatewayDelta delta = new GatewayDelta(image);
    for (int i = 0; i < commands; i++) {
      for (var recorded : history.next()) {
        FoldTest.replay(delta, recorded);
        if (random.nextInt(4) == 0) {
          image = delta.apply();
          image.indexes();
          delta = new GatewayDelta(image);
        }
      }
    }
    compare(delta.apply());
  }

  @Property(tries = 30)
  void indexesMadeAtOnceFindWhatAScanFinds(
      @ForAll long seed, @ForAll @IntRange(max = 400) int commands) {
    GatewayImage genesis = GatewayImage.genesis(new RandomHistory(seed).ledgerId());
    compare(FoldTest.fold(genesis, RandomHistory.of(seed, commands)));
  }

  @Test
  void whoeverAskedAnImageItsIndexesAreHandedOnAndWhoDidNotPaysNothing() {
    GatewayImage silent = GatewayImage.genesis(new RandomHistory(3).ledgerId());
    GatewayImage asked = GatewayImage.genesis(new RandomHistory(3).ledgerId());
    asked.indexes();
    var events = RandomHistory.of(3, 50);
    assertThat(FoldTest.fold(asked, events).lookup().isMade()).isTrue();
    assertThat(FoldTest.fold(silent, events).lookup().isMade()).isFalse();
    assertThat(FoldTest.fold(silent, events)).isEqualTo(FoldTest.fold(asked, events));
  }

  /** Also the indexes that nothing is found in: they are empty, not full of empty sets. */
  private static void compare(GatewayImage image) {
    Indexes found = image.indexes();
    var upstreams = image.upstreams().values();
    var services = image.services().values();
    var links = image.links().values();
    same(found.upstreamNames(), upstreams, u -> u.settings().name(), Upstream::id);
    same(found.serviceNames(), services, s -> s.settings().name(), Service::id);
    same(found.vpcNames(), image.vpcs().values(), v -> v.settings().name(), Vpc::id);
    same(found.networkNames(), image.networks().values(), n -> n.settings().name(), Network::id);
    same(found.instanceNames(), image.instances().values(), i -> i.settings().name(), Instance::id);
    same(found.upstreamsByVpc(), upstreams, u -> u.settings().vpcId(), Upstream::id);
    same(
        found.instancesByVpc(),
        image.instances().values(),
        i -> i.settings().vpcId(),
        Instance::id);
    same(found.linksByVpc(), links, l -> l.key().vpcId(), Link::key);
    same(found.linksByNetwork(), links, l -> l.key().networkId(), Link::key);
    same(found.servicesByInstance(), services, s -> s.settings().instanceId(), Service::id);
    same(
        found.domainsByService(),
        image.domains().values(),
        d -> d.settings().serviceId(),
        CustomDomain::domain);
    var drafts = services.stream().flatMap(s -> s.apis().values().stream()).toList();
    same(found.draftNames(), drafts, a -> inService(a, a.definition().name()), Api::id);
    same(
        found.draftFrontEnds(),
        drafts,
        a -> inService(a, a.definition().frontEnd().requests()),
        Api::id);
    associatedApis(image);
  }

  private static <T> InService<T> inService(Api api, T key) {
    return new InService<>(api.serviceId(), key);
  }

  private static <K, V extends Comparable<? super V>, T> void same(
      Index<K, V> index,
      Collection<T> objects,
      Function<T, @Nullable K> key,
      Function<T, V> value) {
    Map<K, TreeSet<V>> scanned = new HashMap<>();
    for (T object : objects) {
      K one = key.apply(object);
      if (one != null) {
        scanned.computeIfAbsent(one, _ -> new TreeSet<>()).add(value.apply(object));
      }
    }
    assertThat(index.found()).isEqualTo(scanned);
  }

  private static void associatedApis(GatewayImage image) {
    for (var upstream : image.upstreams().keySet()) {
      Map<ApiId, AssociatedApi> scanned = new HashMap<>();
      for (Service service : image.services().values()) {
        for (Environment environment : Environment.values()) {
          service.released(environment).stream()
              .flatMap(release -> release.apis().stream())
              .filter(api -> api.definition().backEnd().upstreamId().equals(upstream))
              .forEach(api -> add(scanned, service, api, environment));
        }
        service.apis().values().stream()
            .filter(api -> api.definition().backEnd().upstreamId().equals(upstream))
            .forEach(
                api -> add(scanned, service, new ReleasedApi(api.id(), api.definition()), null));
      }
      assertThat(image.associatedApis(upstream))
          .containsExactlyInAnyOrderElementsOf(scanned.values());
      assertThat(image.associatedApis(upstream))
          .isSortedAccordingTo(
              Comparator.comparing(AssociatedApi::serviceId).thenComparing(AssociatedApi::apiId));
    }
  }

  /** The draft comes last and has the last word on the name. */
  private static void add(
      Map<ApiId, AssociatedApi> all,
      Service service,
      ReleasedApi api,
      @Nullable Environment environment) {
    AssociatedApi known = all.get(api.id());
    var environments = new TreeSet<Environment>();
    if (known != null) {
      environments.addAll(known.environments());
    }
    if (environment != null) {
      environments.add(environment);
    }
    var name = known != null && environment != null ? known.name() : api.definition().name();
    all.put(
        api.id(),
        new AssociatedApi(service.id(), api.id(), name, environment == null, environments));
  }
}
