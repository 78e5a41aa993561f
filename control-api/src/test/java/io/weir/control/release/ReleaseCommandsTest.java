package io.weir.control.release;

import static io.weir.control.Scenario.given;
import static io.weir.control.Scenario.json;
import static io.weir.testing.event.EventMother.api;
import static io.weir.testing.event.EventMother.node;
import static io.weir.testing.event.EventMother.released;
import static io.weir.testing.event.EventMother.service;
import static io.weir.testing.event.EventMother.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.control.Scenario;
import io.weir.control.upstream.NodeWarnings;
import io.weir.ledger.Decision;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Precondition;
import io.weir.testing.event.SampleGateway;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseCommandsTest {
  private static final Precondition STALE = Precondition.match("4711");

  private final SampleGateway sample = SampleGateway.withNodes(node(8001, 1));
  private final ServiceId shop = sample.service().id();
  private final ReleaseId first = sample.release().releaseId();

  private Scenario releasedOnce() {
    return given(sample.unconnected());
  }

  private SwitchEnvironment point(Environment environment, ReleaseId release) {
    return point(environment, release, Precondition.NONE);
  }

  private SwitchEnvironment point(
      Environment environment, ReleaseId release, Precondition precondition) {
    return new SwitchEnvironment(
        shop, environment, json("{\"releaseId\":\"" + release + "\"}"), precondition);
  }

  private static ReleaseService release(ServiceId service, Precondition precondition) {
    return new ReleaseService(
        service, ReleaseId.random(), json("{\"environment\":\"test\"}"), precondition);
  }

  @Test
  void aReleaseSaysWhatOfTheDraftsIsOtherwiseThanInTheLast() {
    var cats = api(shop, "cats", "/cats", sample.upstream().id());
    var id = ReleaseId.random();
    var decision =
        releasedOnce()
            .and(cats)
            .when(
                new ReleaseService(
                    shop,
                    id,
                    json("{\"environment\":\"test\",\"description\":\"two\"}"),
                    Precondition.NONE))
            .decision();
    var accepted = (Decision.Accepted) decision;
    var event = (ServiceReleased) accepted.events().getFirst();
    assertThat(event.releaseId()).isEqualTo(id);
    assertThat(event.environment()).isEqualTo(Environment.TEST);
    assertThat(event.description()).isEqualTo(new Description("two"));
    assertThat(event.baseReleaseId()).isEqualTo(sample.release().releaseId());
    assertThat(event.apis()).containsExactly(new ReleasedApi(cats.id(), cats.definition()));
    assertThat(event.removedApis()).isEmpty();
    assertThat(event.apiCount()).isEqualTo(2);
  }

  @Test
  void aServiceWithoutApisHasNothingToRelease() {
    var empty = service("empty", sample.instance().id());
    releasedOnce()
        .and(empty)
        .when(release(empty.id(), Precondition.NONE))
        .thenRefused(RefusalCode.NOTHING_TO_RELEASE);
    releasedOnce()
        .when(release(ServiceId.random(), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void aReleaseOfAServiceThatHasChangedSinceIsRefused() {
    releasedOnce().when(release(shop, STALE)).thenRefused(RefusalCode.PRECONDITION_FAILED);
  }

  @Test
  void anEnvironmentIsPointedToAnEarlierRelease() {
    var second = released(shop, Environment.RELEASE, sample.api());
    releasedOnce()
        .and(second)
        .when(point(Environment.RELEASE, first))
        .then(new EnvironmentSwitched(shop, Environment.RELEASE, first));
    releasedOnce()
        .when(point(Environment.PREPUB, first))
        .then(new EnvironmentSwitched(shop, Environment.PREPUB, first));
  }

  @Test
  void pointingToWhatIsAnsweredAlreadyIsNoEvent() {
    releasedOnce().when(point(Environment.RELEASE, first)).thenNothing();
  }

  @Test
  void anUnknownReleaseIsRefused() {
    var refusals =
        releasedOnce()
            .when(point(Environment.RELEASE, ReleaseId.random()))
            .thenRefused(RefusalCode.UNKNOWN_RELEASE);
    assertThat(refusals.getFirst().pointer()).isEqualTo("/releaseId");
  }

  @Test
  void aReleaseWhoseUpstreamIsGoneCannotComeBack() {
    var cats = upstream("cats", sample.instanceVpc().id(), node(8002, 1));
    var feed = api(shop, "feed", "/feed", cats.id());
    var second = released(shop, Environment.RELEASE, feed);
    var refusals =
        releasedOnce()
            .and(cats, feed, new ApiDeleted(sample.api().id(), shop), second)
            .and(new UpstreamDeleted(sample.upstream().id()))
            .when(point(Environment.RELEASE, first))
            .thenRefused(RefusalCode.UNKNOWN_UPSTREAM);
    assertThat(refusals.getFirst().related())
        .containsExactly(sample.api().id().value(), sample.upstream().id().value());
  }

  @Test
  void aServiceThatMovedToTheSharedInstanceAnswersNoVpcUpstream() {
    var shared = new ServiceSettings(new Name("shop"), Description.NONE, null);
    releasedOnce()
        .and(
            new ApiDeleted(sample.api().id(), shop),
            new EnvironmentUnreleased(shop, Environment.RELEASE),
            new ServiceChanged(shop, shared))
        .when(point(Environment.RELEASE, first))
        .thenRefused(RefusalCode.SHARED_INSTANCE);
  }

  @Test
  void aStaleVersionOfTheServiceIsRefused() {
    releasedOnce()
        .when(point(Environment.TEST, first, STALE))
        .thenRefused(RefusalCode.PRECONDITION_FAILED);
  }

  @Test
  void unreleasingIsIdempotent() {
    releasedOnce()
        .when(new UnreleaseEnvironment(shop, Environment.RELEASE, Precondition.NONE))
        .then(new EnvironmentUnreleased(shop, Environment.RELEASE));
    releasedOnce()
        .when(new UnreleaseEnvironment(shop, Environment.TEST, Precondition.NONE))
        .thenNothing();
    releasedOnce()
        .when(new UnreleaseEnvironment(ServiceId.random(), Environment.TEST, Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void whoHasNothingToReleaseHearsHowToEndWhatIsReleased() {
    var refusals =
        releasedOnce()
            .and(new ApiDeleted(sample.api().id(), shop))
            .when(release(shop, Precondition.NONE))
            .thenRefused(RefusalCode.NOTHING_TO_RELEASE);
    assertThat(refusals.getFirst().detail())
        .endsWith("DELETE /v1/services/" + shop + "/environments/release");
    assertThat(refusals.getFirst().related()).containsExactly(shop.value(), first.value());
  }

  @Test
  void everyReasonIsGivenAtOnceUnlessTheServiceIsMissing() {
    var empty = service("empty", null);
    var wrong = json("{\"environment\":\"prod\",\"x\":1}");
    releasedOnce()
        .and(empty)
        .when(new ReleaseService(empty.id(), ReleaseId.random(), wrong, STALE))
        .thenRefused(
            RefusalCode.PRECONDITION_FAILED,
            RefusalCode.NOTHING_TO_RELEASE,
            RefusalCode.VALIDATION_FAILED,
            RefusalCode.VALIDATION_FAILED);
    releasedOnce()
        .and(empty)
        .when(new SwitchEnvironment(empty.id(), Environment.TEST, wrong, STALE))
        .thenRefused(
            RefusalCode.PRECONDITION_FAILED,
            RefusalCode.SHARED_INSTANCE,
            RefusalCode.VALIDATION_FAILED,
            RefusalCode.VALIDATION_FAILED,
            RefusalCode.VALIDATION_FAILED);
    var nowhere = ServiceId.random();
    releasedOnce()
        .when(new ReleaseService(nowhere, ReleaseId.random(), wrong, STALE))
        .thenRefused(RefusalCode.NOT_FOUND);
    releasedOnce()
        .when(new SwitchEnvironment(nowhere, Environment.TEST, wrong, STALE))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void aReleaseWarnsOfWhatItWouldNotAnswer() {
    var scenario = releasedOnce().and(sample.connect().toArray(GatewayEvent[]::new));
    assertThat(warnings(scenario)).containsExactly("LOCAL_NODE");
    scenario.and(sample.disconnect());
    assertThat(warnings(scenario)).containsExactly("VPC_NOT_CONNECTED", "LOCAL_NODE");
  }

  private List<String> warnings(Scenario scenario) {
    var service = scenario.image().services().get(shop);
    var release = service.release(first).orElseThrow();
    return ReleaseView.of(scenario.image(), service, release, new NodeWarnings(false))
        .warnings()
        .stream()
        .map(ReleaseView.Warning::code)
        .toList();
  }
}
