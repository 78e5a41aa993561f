package io.weir.contracts.image;

import static io.weir.contracts.image.Story.API;
import static io.weir.contracts.image.Story.CCN_1;
import static io.weir.contracts.image.Story.CCN_2;
import static io.weir.contracts.image.Story.DOMAIN;
import static io.weir.contracts.image.Story.INSTANCE;
import static io.weir.contracts.image.Story.OTHER_API;
import static io.weir.contracts.image.Story.OTHER_SERVICE;
import static io.weir.contracts.image.Story.OTHER_UPSTREAM;
import static io.weir.contracts.image.Story.RELEASE;
import static io.weir.contracts.image.Story.SERVICE;
import static io.weir.contracts.image.Story.UPSTREAM;
import static io.weir.contracts.image.Story.VPC_A;
import static io.weir.contracts.image.Story.VPC_B;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way in which a history can contradict itself is found and named. */
class ConsistencyTest {
  private static final VpcId NOWHERE = new VpcId("vpc-00000000");

  private final Story story = Story.begun();

  @Test
  void anUpstreamInNoVpc() {
    after(new UpstreamSettingsChanged(UPSTREAM, Story.settings("one", NOWHERE)))
        .finds(UPSTREAM.value(), "is in vpc-00000000, which does not exist");
  }

  @Test
  void aVpcThatWasDeletedUnderItsInstances() {
    after(new VpcDeleted(VPC_A))
        .finds(INSTANCE.value(), "is in vpc-aaaaaaaa, which does not exist");
  }

  @Test
  void aVpcThatWasDeletedUnderItsUpstreams() {
    after(new VpcDeleted(VPC_B))
        .finds(
            UPSTREAM.value(),
            "is in vpc-bbbbbbbb, which does not exist",
            OTHER_UPSTREAM.value(),
            "is in vpc-bbbbbbbb, which does not exist");
  }

  @Test
  void anInstanceInNoVpc() {
    after(
            new InstanceChanged(
                INSTANCE, new InstanceSettings(new Name("edge"), Description.NONE, NOWHERE)))
        .finds(INSTANCE.value(), "is in vpc-00000000, which does not exist");
  }

  @Test
  void aLinkOfANetworkThatIsGone() {
    after(Story.network(CCN_1, "n"), new LinkAttached(CCN_1, VPC_A)).findsNothing();
    after(new NetworkDeleted(CCN_1))
        .finds(VPC_A.value(), "is attached to ccn-11111111, which does not exist");
    after(new LinkDetached(CCN_1, VPC_A)).findsNothing();
  }

  @Test
  void aLinkToAVpcThatDoesNotExist() {
    after(Story.network(CCN_1, "n"), new LinkAttached(CCN_1, NOWHERE))
        .finds(CCN_1.value(), "has vpc-00000000 attached, which does not exist");
  }

  @Test
  void aServiceOnNoInstance() {
    after(new InstanceDeleted(INSTANCE))
        .finds(SERVICE.value(), "is on instance-aaaaaaaa, which does not exist");
  }

  @Test
  void aVpcUpstreamOnTheSharedInstance() {
    after(
            new ApiCreated(API, SERVICE, Story.api("one", "/one", UPSTREAM)),
            new ServiceChanged(
                SERVICE, new ServiceSettings(new Name("shop"), Description.NONE, null)))
        .finds(SERVICE.value(), "uses VPC upstreams on the shared instance");
  }

  @Test
  void aDomainOfAServiceThatIsGone() {
    after(Story.bound(SERVICE)).findsNothing();
    after(new ServiceDeleted(SERVICE))
        .finds("api.example.com", "leads to service-aaaaaaaa, which does not exist");
    after(new DomainUnbound(DOMAIN)).findsNothing();
  }

  @Test
  void aDomainThatIsBoundToNoService() {
    after(Story.bound(OTHER_SERVICE))
        .finds("api.example.com", "leads to service-bbbbbbbb, which does not exist");
  }

  @Test
  void aDomainOnTheSharedInstance() {
    after(
            Story.bound(SERVICE),
            new ServiceChanged(
                SERVICE, new ServiceSettings(new Name("shop"), Description.NONE, null)))
        .finds("api.example.com", "leads to service-aaaaaaaa on the shared instance");
  }

  @Test
  void aDraftOnAnUpstreamThatIsGone() {
    after(
            new ApiCreated(API, SERVICE, Story.api("one", "/one", UPSTREAM)),
            new UpstreamDeleted(UPSTREAM))
        .finds(API.value(), "uses upstream-aaaaaaaa, which does not exist");
  }

  @Test
  void aReleaseThatAnswersFromAnUpstreamThatIsGone() {
    var api = new ReleasedApi(API, Story.api("one", "/one", UPSTREAM));
    after(
            new ApiCreated(API, SERVICE, api.definition()),
            Story.released(RELEASE, Environment.TEST, api),
            new ApiDeleted(API, SERVICE),
            new UpstreamDeleted(UPSTREAM))
        .finds(API.value(), "as released to test uses upstream-aaaaaaaa, which does not exist");
  }

  @Test
  void twoApisOfOneServiceWithTheSameFrontEndOrName() {
    after(
            new ApiCreated(API, SERVICE, Story.api("one", "/{id}", UPSTREAM)),
            new ApiCreated(OTHER_API, SERVICE, Story.api("other", "/{name}", UPSTREAM)))
        .finds(OTHER_API.value(), "shares the front end GET /{} with api-aaaaaaaa");
    after(
            new ApiDeleted(OTHER_API, SERVICE),
            new ApiCreated(OTHER_API, SERVICE, Story.api("one", "/x", UPSTREAM)))
        .finds(OTHER_API.value(), "shares its name with api-aaaaaaaa");
  }

  @Test
  void twoApisOfOneReleaseWithTheSameFrontEnd() {
    after(
            Story.released(
                RELEASE,
                Environment.PREPUB,
                new ReleasedApi(API, Story.api("one", "/x", UPSTREAM)),
                new ReleasedApi(OTHER_API, Story.api("other", "/x", UPSTREAM))))
        .finds(
            OTHER_API.value(),
            "as released to prepub shares the front end GET /x with api-aaaaaaaa");
  }

  @Test
  void anEnvironmentThatPointsToNoReleaseOfItsService() {
    after(new EnvironmentSwitched(SERVICE, Environment.RELEASE, RELEASE))
        .finds(SERVICE.value(), "points release to a release it lacks");
  }

  @Test
  void twoObjectsOfAKindWithOneName() {
    after(Story.network(CCN_1, "n"), Story.network(CCN_2, "n"))
        .finds(CCN_2.value(), "shares its name with ccn-11111111");
    after(new VpcCreated(NOWHERE, new VpcSettings(new Name("b"), Description.NONE)))
        .finds(
            VPC_B.value(), "shares its name with vpc-00000000",
            CCN_2.value(), "shares its name with ccn-11111111");
    Story second = Story.begun();
    second.tell(
        new UpstreamSettingsChanged(OTHER_UPSTREAM, Story.settings("one", VPC_B)),
        new ServiceCreated(OTHER_SERVICE, Story.dedicated("shop")),
        new InstanceCreated(
            new InstanceId("instance-bbbbbbbb"),
            new InstanceSettings(new Name("edge"), Description.NONE, VPC_A)));
    assertThat(second.image().check())
        .containsExactlyInAnyOrder(
            new Inconsistency(OTHER_UPSTREAM.value(), "shares its name with upstream-aaaaaaaa"),
            new Inconsistency(OTHER_SERVICE.value(), "shares its name with service-aaaaaaaa"),
            new Inconsistency("instance-bbbbbbbb", "shares its name with instance-aaaaaaaa"));
  }

  @Test
  void upstreamsWithoutANameShareNone() {
    var nameless = Story.settings("x", VPC_B);
    nameless =
        new UpstreamSettings(
            null,
            nameless.vpcId(),
            nameless.description(),
            nameless.algorithm(),
            nameless.protocol(),
            null,
            nameless.retries());
    after(
            new UpstreamSettingsChanged(UPSTREAM, nameless),
            new UpstreamSettingsChanged(OTHER_UPSTREAM, nameless))
        .findsNothing();
  }

  private Check after(GatewayEvent... events) {
    GatewayDelta delta = story.tell(events);
    return new Check(story.image(), delta);
  }

  /** The image finds all of it; the delta at least whatever does not come from names. */
  private record Check(GatewayImage image, GatewayDelta delta) {
    void finds(String... subjectsAndProblems) {
      var expected = new ArrayList<Inconsistency>();
      for (int i = 0; i < subjectsAndProblems.length; i += 2) {
        expected.add(new Inconsistency(subjectsAndProblems[i], subjectsAndProblems[i + 1]));
      }
      assertThat(image.check()).containsExactlyInAnyOrderElementsOf(expected);
      List<Inconsistency> ofDelta =
          expected.stream()
              .filter(one -> !one.problem().startsWith("shares its name") || isOfApi(one))
              .toList();
      assertThat(delta.check()).containsAll(ofDelta);
    }

    private static boolean isOfApi(Inconsistency one) {
      return one.subject().startsWith("api-");
    }

    void findsNothing() {
      assertThat(image.check()).isEmpty();
      assertThat(delta.check()).isEmpty();
    }
  }
}
