package io.weir.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.value.ApiDefinition;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An image keeps what drafts and releases have in common once. */
class ReleaseSharingTest {
  private final ServiceId service = ServiceId.random();
  private final List<ApiId> ids = Stream.generate(ApiId::random).limit(3).sorted().toList();
  private final List<String> paths = new ArrayList<>(List.of("/a", "/b", "/c"));
  private GatewayImage image = GatewayImage.genesis(UUID.randomUUID());
  private long position;

  ReleaseSharingTest() {
    replay(new ServiceCreated(service, new ServiceSettings(new Name("s"), Description.NONE, null)));
    for (int i = 0; i < ids.size(); i++) {
      replay(new ApiCreated(ids.get(i), service, api(i)));
    }
  }

  /**
   * Every event comes as JSON, as a reader of the ledger gets it: no object is shared by itself.
   */
  private void replay(GatewayEvent event) {
    GatewayDelta delta = new GatewayDelta(image);
    String json = EventCodec.CURRENT.encode(event);
    position++;
    delta.replay(
        new Revision(position, position, Instant.EPOCH),
        EventCodec.CURRENT.decode(EventTypes.nameOf(event), json));
    image = delta.apply();
  }

  private ApiDefinition api(int i) {
    return Story.api("api" + i, paths.get(i), Story.UPSTREAM);
  }

  private void release(Environment environment) {
    List<ReleasedApi> apis = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      apis.add(new ReleasedApi(ids.get(i), api(i)));
    }
    replay(new ServiceReleased(service, ReleaseId.random(), environment, Description.NONE, apis));
  }

  private List<ReleasedApi> released(Environment environment) {
    return image.services().get(service).released(environment).orElseThrow().apis();
  }

  @Test
  void aReleaseHoldsTheDraftsThemselves() {
    release(Environment.RELEASE);
    for (ReleasedApi api : released(Environment.RELEASE)) {
      assertThat(api.definition()).isSameAs(image.api(service, api.id()).definition());
    }
  }

  @Test
  void theNextReleaseHoldsWhatDidNotChange() {
    release(Environment.RELEASE);
    paths.set(1, "/other");
    replay(new ApiChanged(ids.get(1), service, api(1)));
    release(Environment.TEST);
    List<ReleasedApi> first = released(Environment.RELEASE);
    List<ReleasedApi> second = released(Environment.TEST);
    assertThat(second.get(0)).isSameAs(first.get(0));
    assertThat(second.get(1)).isNotEqualTo(first.get(1));
    assertThat(second.get(1).definition()).isSameAs(image.api(service, ids.get(1)).definition());
    assertThat(second.get(2)).isSameAs(first.get(2));
  }

  @Test
  void versionsOfAnApiShareTheirEqualParts() {
    release(Environment.RELEASE);
    ReleasedApi before = released(Environment.RELEASE).get(0);
    ApiDefinition was = before.definition();
    var changed =
        new ApiDefinition(
            api(0).name(), new Description("another"), api(0).frontEnd(), api(0).backEnd());
    replay(new ApiChanged(ids.get(0), service, changed));
    ApiDefinition is = image.api(service, ids.get(0)).definition();
    assertThat(is).isEqualTo(changed);
    assertThat(is.name()).isSameAs(was.name());
    assertThat(is.frontEnd()).isSameAs(was.frontEnd());
    assertThat(is.backEnd()).isSameAs(was.backEnd());
    assertThat(released(Environment.RELEASE).get(0)).isSameAs(before);
  }

  @Test
  void soDoesOneThatOnlySaysWhatChanged() {
    release(Environment.RELEASE);
    ReleaseId first = image.services().get(service).releases().getLast().id();
    paths.set(1, "/other");
    replay(new ApiChanged(ids.get(1), service, api(1)));
    ServiceReleased since =
        new ServiceReleased(
            service,
            ReleaseId.random(),
            Environment.TEST,
            Description.NONE,
            first,
            List.of(new ReleasedApi(ids.get(1), api(1))),
            List.of(ids.get(0)),
            2,
            ReleasesKept.DEFAULT);
    replay(since);
    List<ReleasedApi> second = released(Environment.TEST);
    assertThat(second).extracting(ReleasedApi::id).containsExactly(ids.get(1), ids.get(2));
    assertThat(second.get(0).definition()).isSameAs(image.api(service, ids.get(1)).definition());
    assertThat(second.get(1)).isSameAs(released(Environment.RELEASE).get(2));
  }

  @Test
  void whatNeitherDraftNorReleaseHoldsIsKeptAsItIs() {
    paths.set(2, "/never/drafted");
    release(Environment.RELEASE);
    assertThat(released(Environment.RELEASE).get(2).definition()).isEqualTo(api(2));
  }
}
