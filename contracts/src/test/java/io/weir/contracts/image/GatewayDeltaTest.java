package io.weir.contracts.image;

import static io.weir.contracts.image.Story.API;
import static io.weir.contracts.image.Story.CCN_1;
import static io.weir.contracts.image.Story.DOMAIN;
import static io.weir.contracts.image.Story.INSTANCE;
import static io.weir.contracts.image.Story.OTHER_SERVICE;
import static io.weir.contracts.image.Story.RELEASE;
import static io.weir.contracts.image.Story.SERVICE;
import static io.weir.contracts.image.Story.UPSTREAM;
import static io.weir.contracts.image.Story.VPC_A;
import static io.weir.contracts.image.Story.VPC_B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyRetired;
import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NetworkSettings;
import io.weir.contracts.value.PublicKey;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ReleasesKept;
import io.weir.contracts.value.VpcSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What single events do to the image, and which cannot be of its history. */
class GatewayDeltaTest {
  private final Story story = Story.begun();

  static List<GatewayEvent> changesOfWhatDoesNotExist() {
    Story empty = new Story();
    assertThat(empty.image().position()).isZero();
    return List.of(
        new UpstreamSettingsChanged(UPSTREAM, Story.settings("x", VPC_A)),
        new UpstreamNodesChanged(UPSTREAM, Story.nodes()),
        new UpstreamDeleted(UPSTREAM),
        new ServiceChanged(SERVICE, Story.dedicated("x")),
        new ServiceDeleted(SERVICE),
        Story.released(RELEASE, Environment.TEST),
        new EnvironmentSwitched(SERVICE, Environment.TEST, RELEASE),
        new EnvironmentUnreleased(SERVICE, Environment.TEST),
        new ApiCreated(API, SERVICE, Story.api("x", "/", UPSTREAM)),
        new ApiChanged(API, SERVICE, Story.api("x", "/", UPSTREAM)),
        new ApiDeleted(API, SERVICE),
        new VpcChanged(VPC_A, new VpcSettings(new Name("x"), Description.NONE)),
        new VpcDeleted(VPC_A),
        new NetworkChanged(CCN_1, new NetworkSettings(new Name("x"), Description.NONE)),
        new NetworkDeleted(CCN_1),
        new InstanceChanged(INSTANCE, new InstanceSettings(new Name("x"), Description.NONE, VPC_A)),
        new InstanceDeleted(INSTANCE),
        new DomainChanged(DOMAIN, Story.bound(SERVICE).settings()),
        new DomainUnbound(DOMAIN));
  }

  @ParameterizedTest
  @MethodSource("changesOfWhatDoesNotExist")
  void whatDoesNotExistCannotChange(GatewayEvent event) {
    assertThatThrownBy(() -> new Story().tell(event))
        .isInstanceOf(FoldException.class)
        .hasMessageEndingWith(" does not exist");
  }

  @Test
  void whatAServiceLacksCannotChange() {
    for (GatewayEvent event :
        List.of(
            new ApiChanged(API, SERVICE, Story.api("x", "/", UPSTREAM)),
            new ApiDeleted(API, SERVICE))) {
      assertThatThrownBy(() -> Story.begun().tell(event))
          .isInstanceOf(FoldException.class)
          .hasMessage("api-aaaaaaaa does not exist");
    }
    assertThatThrownBy(() -> story.tell(new EnvironmentUnreleased(SERVICE, Environment.TEST)))
        .isInstanceOf(FoldException.class);
  }

  static List<GatewayEvent> creationsOfWhatExists() {
    return List.of(
        new VpcCreated(VPC_B, new VpcSettings(new Name("x"), Description.NONE)),
        Story.network(CCN_1, "x"),
        Story.instance(),
        Story.upstream(UPSTREAM, "x"),
        new ServiceCreated(SERVICE, Story.dedicated("x")),
        new ApiCreated(API, SERVICE, Story.api("x", "/x", UPSTREAM)),
        Story.bound(SERVICE));
  }

  @ParameterizedTest
  @MethodSource("creationsOfWhatExists")
  void whatExistsCannotBeCreated(GatewayEvent event) {
    story.tell(
        Story.network(CCN_1, "one"),
        new ApiCreated(API, SERVICE, Story.api("one", "/", UPSTREAM)),
        Story.bound(SERVICE));
    assertThatThrownBy(() -> story.tell(event))
        .isInstanceOf(FoldException.class)
        .hasMessage(event.subjects().getFirst() + " exists already");
  }

  @Test
  void everyObjectBearsTheRevisionOfItsOwnStream() {
    story.tell(new ApiCreated(API, SERVICE, Story.api("one", "/", UPSTREAM)));
    story.tell(new UpstreamNodesChanged(UPSTREAM, Story.nodes()));
    GatewayImage image = story.image();
    assertThat(image.services().get(SERVICE).revision().position()).isEqualTo(6);
    assertThat(image.api(SERVICE, API).revision())
        .extracting(Revision::version, Revision::position)
        .containsExactly(1L, 7L);
    assertThat(image.upstreams().get(UPSTREAM).revision())
        .extracting(Revision::version, Revision::position)
        .containsExactly(2L, 8L);
    assertThat(image.position()).isEqualTo(8);
  }

  @Test
  void theDomainsOfAServiceAreThoseThatLeadToIt() {
    story.tell(new ServiceCreated(OTHER_SERVICE, Story.dedicated("other")), Story.bound(SERVICE));
    assertThat(story.image().domainsOf(SERVICE))
        .extracting(CustomDomain::domain)
        .containsExactly(DOMAIN);
    story.tell(new DomainChanged(DOMAIN, Story.bound(OTHER_SERVICE).settings()));
    assertThat(story.image().domainsOf(SERVICE)).isEmpty();
    assertThat(story.image().domainsOf(OTHER_SERVICE))
        .extracting(domain -> domain.revision().version())
        .containsExactly(2L);
    story.tell(new DomainUnbound(DOMAIN));
    assertThat(story.image().domains()).isEmpty();
  }

  @Test
  void theOldestReleaseThatIsNotInUseGivesWay() {
    story.tell(Story.released(release(0), Environment.RELEASE));
    for (int i = 1; i < 60; i++) {
      story.tell(Story.released(release(i), Environment.TEST));
    }
    Service service = story.image().services().get(SERVICE);
    assertThat(service.releases()).hasSize(ReleasesKept.DEFAULT.value());
    assertThat(service.releases().getFirst().id()).isEqualTo(release(0));
    assertThat(service.releases().get(1).id()).isEqualTo(release(11));
    assertThat(service.released(Environment.RELEASE)).map(Release::id).contains(release(0));
    assertThat(service.released(Environment.TEST)).map(Release::id).contains(release(59));
    assertThat(service.released(Environment.PREPUB)).isEmpty();
    assertThat(story.image().isReleased(SERVICE, Environment.TEST)).isTrue();
    assertThat(story.image().isReleased(SERVICE, Environment.PREPUB)).isFalse();
  }

  @Test
  void howManyReleasesAreKeptIsWhatTheLastOneSays() {
    for (int i = 0; i < 60; i++) {
      story.tell(kept(100, release(i)));
    }
    assertThat(releases()).hasSize(60);
    story.tell(kept(3, release(60)));
    assertThat(releases())
        .extracting(Release::id)
        .containsExactly(release(58), release(59), release(60));
    story.tell(kept(4, release(61)));
    assertThat(releases()).hasSize(4);
  }

  /** Whatever this version keeps: the events of the first said nothing, and meant 50. */
  @Test
  void aReleaseThatDoesNotSayKeepsFifty() {
    String apart =
        EventCodec.CURRENT.encode(kept(70, release(0))).replace(",\"releasesKept\":70", "");
    assertThat(apart).doesNotContain("releasesKept");
    for (int i = 1; i <= 60; i++) {
      String data = apart.replace(release(0).value(), release(i).value());
      story.tell(EventCodec.CURRENT.decode("service.released.v1", data));
    }
    assertThat(releases()).hasSize(50);
    assertThat(releases().getFirst().id()).isEqualTo(release(11));
  }

  private static ServiceReleased kept(int releases, ReleaseId id) {
    return new ServiceReleased(
        SERVICE,
        id,
        Environment.TEST,
        Description.NONE,
        List.of(new ReleasedApi(API, Story.api("one", "/one", UPSTREAM))),
        new ReleasesKept(releases));
  }

  private List<Release> releases() {
    return Table.known(story.image().services(), SERVICE).releases();
  }

  @Test
  void anImageIsNeverChangedByWhatFollows() {
    GatewayImage before = story.image();
    GatewayImage copy = FoldTest.throughEvents(before);
    story.tell(new ServiceDeleted(SERVICE), new UpstreamDeleted(UPSTREAM));
    assertThat(before).isEqualTo(copy).isNotEqualTo(story.image());
  }

  private static ReleaseId release(int number) {
    return new ReleaseId("release-%08d".formatted(number));
  }

  @Test
  void aRetiredLedgerKeyStaysToBeVerifiedWith() {
    var first = new LedgerKeyId("ledger-key-aaaaaaaa");
    var second = new LedgerKeyId("ledger-key-bbbbbbbb");
    var key = new PublicKey("KWNh5r5y2cy5R6VpYzVwbvx0VbQXlDKYtL7Ry4dHdAk=");
    var recorder = new Recorder(new UUID(1, 2));
    var delta = new GatewayDelta(GatewayImage.genesis(new UUID(1, 2)));
    List<Recorded> events = new ArrayList<>(recorder.record(new LedgerKeyCreated(first, key)));
    events.addAll(recorder.record(new LedgerKeyCreated(second, key), new LedgerKeyRetired(first)));
    events.forEach(event -> delta.replay(event, EventCodec.CURRENT.decode(event)));

    var keys = delta.apply().ledgerKeys();

    assertThat(keys.values()).extracting(LedgerKey::current).containsExactly(false, true);
    assertThat(keys.values()).extracting(k -> k.created().position()).containsExactly(1L, 2L);
    assertThat(keys.values())
        .extracting(LedgerKey::retired)
        .containsExactly(new Revision(2, 3, events.getLast().envelope().recordedAt()), null);
  }
}
