package io.weir.contracts.image;

import static io.weir.contracts.image.Story.API;
import static io.weir.contracts.image.Story.OTHER_API;
import static io.weir.contracts.image.Story.OTHER_RELEASE;
import static io.weir.contracts.image.Story.OTHER_SERVICE;
import static io.weir.contracts.image.Story.OTHER_UPSTREAM;
import static io.weir.contracts.image.Story.RELEASE;
import static io.weir.contracts.image.Story.SERVICE;
import static io.weir.contracts.image.Story.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleasedApi;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever would miss an upstream is named: drafts, and what environments answer with. */
class AssociatedApiTest {
  private final Story story = Story.begun();

  @Test
  void nobodyUsesANewUpstream() {
    assertThat(story.image().associatedApis(UPSTREAM)).isEmpty();
  }

  @Test
  void aDraftCounts() {
    story.tell(new ApiCreated(API, SERVICE, Story.api("one", "/one", UPSTREAM)));
    assertThat(story.image().associatedApis(UPSTREAM))
        .containsExactly(new AssociatedApi(SERVICE, API, new Name("one"), true, Set.of()));
    assertThat(story.image().associatedApis(OTHER_UPSTREAM)).isEmpty();
  }

  @Test
  void aReleaseCountsWhileAnEnvironmentPointsToIt() {
    var api = new ReleasedApi(API, Story.api("one", "/one", UPSTREAM));
    story.tell(
        new ApiCreated(API, SERVICE, api.definition()),
        Story.released(RELEASE, Environment.TEST, api),
        new EnvironmentSwitched(SERVICE, Environment.RELEASE, RELEASE),
        new ApiDeleted(API, SERVICE));
    var both = Set.of(Environment.TEST, Environment.RELEASE);
    assertThat(story.image().associatedApis(UPSTREAM))
        .containsExactly(new AssociatedApi(SERVICE, API, new Name("one"), false, both));
    assertThat(story.image().associatedApis(UPSTREAM).getFirst().environments())
        .containsExactly(Environment.RELEASE, Environment.TEST);

    story.tell(
        Story.released(OTHER_RELEASE, Environment.RELEASE),
        new EnvironmentUnreleased(SERVICE, Environment.TEST));
    assertThat(story.image().associatedApis(UPSTREAM)).isEmpty();
    assertThat(story.image().services().get(SERVICE).release(RELEASE)).isPresent();
  }

  @Test
  void theDraftGivesTheNameIfItUsesTheUpstreamItself() {
    story.tell(
        new ApiCreated(API, SERVICE, Story.api("old", "/one", UPSTREAM)),
        Story.released(
            RELEASE, Environment.TEST, new ReleasedApi(API, Story.api("old", "/one", UPSTREAM))),
        new ApiChanged(API, SERVICE, Story.api("new", "/one", UPSTREAM)));
    assertThat(story.image().associatedApis(UPSTREAM))
        .containsExactly(
            new AssociatedApi(SERVICE, API, new Name("new"), true, Set.of(Environment.TEST)));

    story.tell(new ApiChanged(API, SERVICE, Story.api("moved", "/one", OTHER_UPSTREAM)));
    assertThat(story.image().associatedApis(UPSTREAM))
        .containsExactly(
            new AssociatedApi(SERVICE, API, new Name("old"), false, Set.of(Environment.TEST)));
  }

  @Test
  void theFirstEnvironmentGivesTheNameIfTheDraftDoesNot() {
    story.tell(
        Story.released(
            RELEASE, Environment.TEST, new ReleasedApi(API, Story.api("fresh", "/x", UPSTREAM))),
        Story.released(
            OTHER_RELEASE,
            Environment.RELEASE,
            new ReleasedApi(API, Story.api("stable", "/x", UPSTREAM))));
    assertThat(story.image().associatedApis(UPSTREAM))
        .singleElement()
        .extracting(AssociatedApi::name)
        .isEqualTo(new Name("stable"));
  }

  @Test
  void theyAreSortedByServiceAndApi() {
    ApiId first = new ApiId("api-00000000");
    story.tell(
        new ServiceCreated(OTHER_SERVICE, Story.dedicated("other")),
        new ApiCreated(first, OTHER_SERVICE, Story.api("three", "/3", UPSTREAM)),
        new ApiCreated(OTHER_API, SERVICE, Story.api("two", "/2", UPSTREAM)),
        new ApiCreated(API, SERVICE, Story.api("one", "/1", UPSTREAM)));
    assertThat(story.image().associatedApis(UPSTREAM))
        .extracting(AssociatedApi::apiId)
        .containsExactly(API, OTHER_API, first);
  }
}
