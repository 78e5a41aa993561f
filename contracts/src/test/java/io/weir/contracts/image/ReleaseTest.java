package io.weir.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ReleasesKept;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a release says of its difference to another leads from that one to it. */
class ReleaseTest {
  private static final ServiceId SERVICE = ServiceId.random();
  private static final ReleaseId BASE = ReleaseId.random();
  private static final ApiId A = new ApiId("api-aaaaaaaa");
  private static final ApiId B = new ApiId("api-bbbbbbbb");

  @Property(tries = 300)
  void theDifferenceToAnyBaseMakesTheRelease(
      @ForAll long seed, @ForAll @IntRange(max = 12) int many) {
    Random random = new Random(seed);
    List<ReleasedApi> earlier = some(random, many);
    List<ReleasedApi> later = some(random, many);
    Release base = release(BASE, earlier);
    Release whole = release(ReleaseId.random(), later);
    ServiceReleased since = Release.since(base, event(whole.id(), whole.apis()));
    Service made = released(event(BASE, earlier), since);
    assertThat(made.releases().getLast().apis()).isEqualTo(whole.apis());
    assertThat(since.apis()).noneMatch(earlier::contains).isSubsetOf(later);
    assertThat(since.removedApis())
        .allMatch(gone -> base.api(gone).isPresent() && whole.api(gone).isEmpty());
    assertThat(ReleasedChange.between(base, whole))
        .hasSize(since.apis().size() + since.removedApis().size())
        .allSatisfy(
            change -> {
              assertThat(change.was()).isEqualTo(base.api(change.id()).orElse(null));
              assertThat(change.is()).isEqualTo(whole.api(change.id()).orElse(null));
              assertThat(change.was()).isNotEqualTo(change.is());
            });
  }

  /** Of twenty APIs those that chance picks, each in one of three forms, in any order. */
  private static List<ReleasedApi> some(Random random, int many) {
    List<ReleasedApi> apis = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      if (random.nextInt(20) < many) {
        apis.add(api(new ApiId("api-%08d".formatted(i)), "/" + random.nextInt(3)));
      }
    }
    Collections.shuffle(apis, random);
    return apis;
  }

  @Test
  void anApiIsFoundByItsId() {
    Release release = release(BASE, List.of(api(B, "/b"), api(A, "/a")));
    assertThat(release.apis()).extracting(ReleasedApi::id).containsExactly(A, B);
    assertThat(release.api(B)).contains(api(B, "/b"));
    assertThat(release.api(new ApiId("api-00000000"))).isEmpty();
    assertThat(release.api(new ApiId("api-zzzzzzzz"))).isEmpty();
  }

  @Test
  void whatCannotBeMadeIsNoHistory() {
    ServiceReleased base = event(BASE, List.of(api(A, "/a")));
    assertThatThrownBy(() -> released(base, since(ReleaseId.random(), List.of(), 1)))
        .isInstanceOf(FoldException.class)
        .hasMessageContaining("has no release-");
    assertThatThrownBy(() -> released(base, since(BASE, List.of(B), 1)))
        .isInstanceOf(FoldException.class)
        .hasMessageContaining("[api-bbbbbbbb]");
    assertThatThrownBy(() -> released(base, since(BASE, List.of(A), 1)))
        .isInstanceOf(FoldException.class)
        .hasMessageContaining("has 0 APIs and says that it has 1");
    assertThatThrownBy(() -> released(event(BASE, List.of(api(A, "/a"), api(A, "/b")))))
        .isInstanceOf(FoldException.class)
        .hasMessageContaining("has an API twice");
  }

  private static ServiceReleased since(ReleaseId base, List<ApiId> removed, int count) {
    return new ServiceReleased(
        SERVICE,
        ReleaseId.random(),
        Environment.TEST,
        Description.NONE,
        base,
        List.of(),
        removed,
        count,
        ReleasesKept.DEFAULT);
  }

  private static ServiceReleased event(ReleaseId id, List<ReleasedApi> apis) {
    return new ServiceReleased(SERVICE, id, Environment.RELEASE, Description.NONE, apis);
  }

  private static Release release(ReleaseId id, List<ReleasedApi> apis) {
    return new Release(
        id, Environment.RELEASE, Description.NONE, apis, new Revision(1, 1, Instant.EPOCH));
  }

  private static ReleasedApi api(ApiId id, String path) {
    return new ReleasedApi(id, Story.api("api", path, Story.UPSTREAM));
  }

  private static Service released(ServiceReleased... events) {
    var delta = new GatewayDelta(GatewayImage.genesis(UUID.randomUUID()));
    delta.replay(
        new Revision(1, 1, Instant.EPOCH),
        new ServiceCreated(SERVICE, new ServiceSettings(new Name("s"), Description.NONE, null)));
    long position = 1;
    for (ServiceReleased event : events) {
      position++;
      delta.replay(new Revision(position, position, Instant.EPOCH), event);
    }
    Service service = delta.apply().services().get(SERVICE);
    assertThat(service).isNotNull();
    return service;
  }
}
