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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Create;
import io.weir.ledger.command.Delete;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Replace;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpstreamKindTest {
  private final VpcCreated shop = vpc("shop");
  private final UpstreamCreated pets = upstream("pets", shop.id(), node(8001, 5));
  private final Nodes otherNodes = new Nodes(List.of(node(8001, 1), node(8002, 9)));

  private static final Kind<UpstreamId, Upstream, UpstreamContent> KIND =
      UpstreamKind.of(new NodeWarnings(false));

  private static Command create(UpstreamCreated created) {
    var content = new UpstreamContent(created.settings(), created.nodes());
    return new Create<>(KIND, created.id(), content);
  }

  private Command replace(UpstreamSettings settings, Nodes nodes) {
    ObjectNode body = Json.MAPPER.valueToTree(new UpstreamContent(settings, nodes));
    return new Replace<>(KIND, pets.id(), body, Precondition.NONE);
  }

  private Command delete() {
    return new Delete<>(KIND, pets.id(), Precondition.NONE);
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
  void settingsAndNodesAreEventsOfTheirOwn() {
    var renamed = upstreamSettings("animals", shop.id());
    given(shop, pets)
        .when(replace(renamed, otherNodes))
        .then(
            new UpstreamSettingsChanged(pets.id(), renamed),
            new UpstreamNodesChanged(pets.id(), otherNodes));
    given(shop, pets)
        .when(replace(pets.settings(), otherNodes))
        .then(new UpstreamNodesChanged(pets.id(), otherNodes));
    given(shop, pets)
        .when(replace(renamed, pets.nodes()))
        .then(new UpstreamSettingsChanged(pets.id(), renamed));
  }

  @Test
  void anUpstreamInUseStaysAndAllItsUsersAreNamed() {
    var front = instance("front", shop.id());
    var one = service("one", front.id());
    var two = service("two", front.id());
    var drafted = api(one.id(), "drafted", "/a", pets.id());
    var released = api(two.id(), "released", "/b", pets.id());
    var release = released(two.id(), Environment.TEST, released);
    var refusals =
        given(shop, front, pets, one, two, drafted, released)
            .and(release)
            .and(new ApiDeleted(released.id(), two.id()))
            .when(delete())
            .thenRefused(RefusalCode.IN_USE);
    assertThat(refusals.getFirst().related())
        .containsExactlyInAnyOrder(
            drafted.id().value(),
            released.id().value(),
            two.id().value(),
            release.releaseId().value());
    assertThat(refusals.getFirst().detail())
        .contains(drafted.id() + " drafted of " + one.id() + " (draft)")
        .contains(released.id() + " released of " + two.id() + " (released in test)")
        .endsWith("or until DELETE /v1/services/" + two.id() + "/environments/test");
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
        .when(delete())
        .then(new UpstreamDeleted(pets.id()));
  }

  @Test
  void whatOnlyDraftsUseNeedsNoUnreleasing() {
    var front = instance("front", shop.id());
    var one = service("one", front.id());
    var drafted = api(one.id(), "drafted", "/a", pets.id());
    var refusals =
        given(shop, front, pets, one, drafted).when(delete()).thenRefused(RefusalCode.IN_USE);
    assertThat(refusals.getFirst().detail()).endsWith("(draft)");
    assertThat(refusals.getFirst().related()).containsExactly(drafted.id().value());
  }
}
