package io.weir.control.upstream;

import static io.weir.control.Scenario.given;
import static io.weir.testing.event.EventMother.api;
import static io.weir.testing.event.EventMother.instance;
import static io.weir.testing.event.EventMother.node;
import static io.weir.testing.event.EventMother.released;
import static io.weir.testing.event.EventMother.service;
import static io.weir.testing.event.EventMother.upstream;
import static io.weir.testing.event.EventMother.upstreamSettings;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.MergePatch;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpstreamCommandsTest {
  private final VpcCreated shop = vpc("shop");
  private final UpstreamCreated pets = upstream("pets", shop.id(), node(8001, 5));
  private final Nodes otherNodes = new Nodes(List.of(node(8001, 1), node(8002, 9)));

  private static UpstreamContent content(UpstreamCreated created) {
    return new UpstreamContent(created.settings(), created.nodes());
  }

  private static CreateUpstream create(UpstreamCreated created) {
    return new CreateUpstream(created.id(), content(created));
  }

  private static Precondition version(long version) {
    return Precondition.ifMatch(List.of("\"" + version + "\""));
  }

  private static MergePatch patch(String json) throws Exception {
    return new MergePatch((ObjectNode) Json.MAPPER.readTree(json));
  }

  @Test
  void anUpstreamIsCreatedInItsVpc() {
    given(shop).when(create(pets)).then(pets);
  }

  @Test
  void namesAreUniqueAndUpstreamsWithoutOneAreMany() {
    var twin = upstream("pets", shop.id(), node(8001, 5));
    List<Refusal> refusals =
        given(shop, pets).when(create(twin)).thenRefused(RefusalCode.NAME_TAKEN);
    assertThat(refusals.getFirst().pointer()).isEqualTo("/name");
    assertThat(refusals.getFirst().related()).containsExactly(pets.id().value());

    var nameless =
        new UpstreamCreated(UpstreamId.random(), upstreamSettings(null, shop.id()), pets.nodes());
    var other =
        new UpstreamCreated(UpstreamId.random(), upstreamSettings(null, shop.id()), pets.nodes());
    given(shop, nameless).when(create(other)).then(other);
  }

  @Test
  void everyReasonIsGivenAtOnce() {
    var lost = upstream("pets", VpcId.random(), node(8001, 5));
    given(shop, pets)
        .when(create(lost))
        .thenRefused(RefusalCode.NAME_TAKEN, RefusalCode.UNKNOWN_VPC);
    given(shop, pets)
        .when(new ReplaceUpstream(pets.id(), content(lost), version(7)))
        .thenRefused(RefusalCode.PRECONDITION_FAILED, RefusalCode.UNKNOWN_VPC);
  }

  @Test
  void settingsAndNodesAreEventsOfTheirOwn() {
    var renamed = upstreamSettings("animals", shop.id());
    given(shop, pets)
        .when(
            new ReplaceUpstream(
                pets.id(), new UpstreamContent(renamed, otherNodes), Precondition.NONE))
        .then(
            new UpstreamSettingsChanged(pets.id(), renamed),
            new UpstreamNodesChanged(pets.id(), otherNodes));
    given(shop, pets)
        .when(
            new ReplaceUpstream(
                pets.id(), new UpstreamContent(pets.settings(), otherNodes), version(1)))
        .then(new UpstreamNodesChanged(pets.id(), otherNodes));
  }

  @Test
  void whatIsEqualAlreadyIsNoEvent() {
    given(shop, pets)
        .when(new ReplaceUpstream(pets.id(), content(pets), Precondition.NONE))
        .thenNothing();
  }

  @Test
  void aStaleVersionIsToldTheCurrentOne() {
    var history = given(shop, pets, new UpstreamNodesChanged(pets.id(), otherNodes));
    var refusals =
        history
            .when(new ReplaceUpstream(pets.id(), content(pets), version(1)))
            .thenRefused(RefusalCode.PRECONDITION_FAILED);
    assertThat(refusals.getFirst().detail()).contains("has version 2");
    history
        .when(new DeleteUpstream(pets.id(), version(1)))
        .thenRefused(RefusalCode.PRECONDITION_FAILED);
  }

  @Test
  void whatDoesNotExistCannotBeChanged() throws Exception {
    given(shop)
        .when(new ReplaceUpstream(pets.id(), content(pets), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
    given(shop)
        .when(new PatchUpstream(pets.id(), patch("{}"), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
    given(shop)
        .when(new DeleteUpstream(pets.id(), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void aPatchChangesWhatIsThereAtTheMomentOfTheDecision() throws Exception {
    given(shop, pets, new UpstreamNodesChanged(pets.id(), otherNodes))
        .when(new PatchUpstream(pets.id(), patch("{\"name\":null}"), Precondition.NONE))
        .then(new UpstreamSettingsChanged(pets.id(), upstreamSettings(null, shop.id())));
  }

  @Test
  void aPatchThatLeavesSomethingInvalidIsAProblem() throws Exception {
    var image = given(shop, pets).image();
    var patch =
        new PatchUpstream(pets.id(), patch("{\"vpcId\":null,\"retries\":0}"), Precondition.NONE);
    var thrown = catchThrowableOfType(ProblemException.class, () -> patch.decide(image));
    assertThat(thrown.problem().errors())
        .extracting(Violation::pointer)
        .containsExactly("/vpcId", "/retries");
  }

  @Test
  void anUpstreamNobodyUsesIsDeleted() {
    given(shop, pets)
        .when(new DeleteUpstream(pets.id(), version(1)))
        .then(new UpstreamDeleted(pets.id()));
  }

  @Test
  void anUpstreamInUseStaysAndAllItsUsersAreNamed() {
    var front = instance("front", shop.id());
    var one = service("one", front.id());
    var two = service("two", front.id());
    var drafted = api(one.id(), "drafted", "/a", pets.id());
    var released = api(two.id(), "released", "/b", pets.id());
    var refusals =
        given(shop, front, pets, one, two, drafted, released)
            .and(released(two.id(), Environment.TEST, released))
            .and(new ApiDeleted(released.id(), two.id()))
            .when(new DeleteUpstream(pets.id(), Precondition.NONE))
            .thenRefused(RefusalCode.IN_USE);
    assertThat(refusals.getFirst().related())
        .containsExactlyInAnyOrder(drafted.id().value(), released.id().value());
    assertThat(refusals.getFirst().detail())
        .contains(drafted.id() + " drafted of " + one.id() + " (draft)")
        .contains(released.id() + " released of " + two.id() + " (released in test)");
  }

  @Test
  void aReleaseThatNoEnvironmentAnswersWithDoesNotKeepAnUpstream() {
    var front = instance("front", shop.id());
    var one = service("one", front.id());
    var cats = upstream("cats", shop.id(), node(8003, 1));
    var first = api(one.id(), "first", "/a", pets.id());
    var second = api(one.id(), "second", "/b", cats.id());
    given(shop, front, pets, cats, one, first)
        .and(released(one.id(), Environment.RELEASE, first))
        .and(new ApiDeleted(first.id(), one.id()), second)
        .and(released(one.id(), Environment.RELEASE, second))
        .when(new DeleteUpstream(pets.id(), Precondition.NONE))
        .then(new UpstreamDeleted(pets.id()));
  }
}
