package io.weir.rest.dryrun;

import static io.weir.testing.event.EventMother.api;
import static io.weir.testing.event.EventMother.definition;
import static io.weir.testing.event.EventMother.instance;
import static io.weir.testing.event.EventMother.network;
import static io.weir.testing.event.EventMother.node;
import static io.weir.testing.event.EventMother.released;
import static io.weir.testing.event.EventMother.service;
import static io.weir.testing.event.EventMother.upstream;
import static io.weir.testing.event.EventMother.upstreamSettings;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.VpcSettings;
import io.weir.rest.dryrun.Effect.Code;
import io.weir.testing.event.FakeLedger;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EffectsTest {
  private final FakeLedger ledger = new FakeLedger();
  private final VpcCreated edge = vpc("edge");
  private final VpcCreated shop = vpc("shop");
  private final NetworkCreated all = network("all");
  private final InstanceCreated front = instance("front", edge.id());
  private final InstanceCreated near = instance("near", shop.id());
  private final UpstreamCreated pets =
      upstream("pets", shop.id(), node("a", 80, 5), node("b", 80, 5));
  private final UpstreamCreated cats = upstream("cats", edge.id(), node("c", 80, 1));
  private final ServiceCreated one = service("one", front.id());
  private final ApiCreated list = api(one.id(), "list", "/a", pets.id());

  /** A service with one API, released, its upstream joined. */
  @BeforeEach
  void happened() {
    ledger.append(edge, shop, all, front, near, pets, cats, one, list);
    ledger.append(new LinkAttached(all.id(), edge.id()));
    ledger.append(new LinkAttached(all.id(), shop.id()));
    ledger.append(released(one.id(), Environment.RELEASE, list));
  }

  private List<Effect> effects(GatewayEvent... events) {
    GatewayImage before = ledger.image();
    ledger.append(events);
    return Effects.between(before, ledger.image());
  }

  private static List<String> told(List<Effect> effects) {
    return effects.stream()
        .map(effect -> effect.code() + " " + effect.name() + " " + effect.id())
        .toList();
  }

  @Test
  void aLinkThatIsDetachedDisconnectsWhatNeedsItAndAttachedAgainItConnects() {
    var gone = effects(new LinkDetached(all.id(), shop.id()));
    assertThat(told(gone)).containsExactly("API_DISCONNECTED list " + list.id());
    assertThat(gone.getFirst().serviceId()).isEqualTo(one.id());
    assertThat(gone.getFirst().detail()).endsWith("instance: in release, as a draft");
    assertThat(told(effects(new LinkAttached(all.id(), shop.id()))))
        .containsExactly("API_CONNECTED list " + list.id());
  }

  @Test
  void anUpstreamOrAServiceThatMovesTakesItsConnectionsAlong() {
    ledger.append(new LinkDetached(all.id(), shop.id()));
    assertThat(told(effects(new ServiceChanged(one.id(), settings(near)))))
        .containsExactly("API_CONNECTED list " + list.id());
    var moved = new UpstreamSettingsChanged(pets.id(), upstreamSettings("pets", edge.id()));
    assertThat(told(effects(moved)))
        .containsExactly("API_DISCONNECTED list " + list.id(), "LIVE_AT_ONCE one release");
  }

  private static ServiceSettings settings(InstanceCreated on) {
    return new ServiceSettings(new Name("one"), Description.NONE, on.id());
  }

  @Test
  void theDraftAndWhatIsReleasedAreConnectedEachByItself() {
    ledger.append(new LinkDetached(all.id(), shop.id()));
    var effects = effects(new ApiChanged(list.id(), one.id(), definition("list", "/a", cats.id())));
    assertThat(effects)
        .extracting(Effect::code, Effect::id)
        .containsExactly(
            tuple(Code.API_CONNECTED, list.id().value()), tuple(Code.NEEDS_RELEASE, "release"));
    assertThat(effects.getFirst().detail()).endsWith("instance: as a draft");
  }

  @Test
  void whatComesOrGoesIsNotDisconnectedByThat() {
    ledger.append(new LinkDetached(all.id(), shop.id()));
    assertThat(told(effects(new ApiDeleted(list.id(), one.id()))))
        .containsExactly("NEEDS_RELEASE one release");
    assertThat(told(effects(api(one.id(), "more", "/b", pets.id()))))
        .containsExactly("NEEDS_RELEASE one release");
  }

  @Test
  void nodesAreLiveAtOnceWithTheirShares() {
    var effects =
        effects(
            new UpstreamNodesChanged(
                pets.id(),
                new Nodes(
                    List.of(
                        new Node(
                            node("A", 80, 5).address(),
                            node("A", 80, 5).port(),
                            node("A", 80, 5).weight(),
                            true),
                        node("d", 80, 1),
                        node("e", 80, 3)))));
    assertThat(effects)
        .extracting(Effect::code, Effect::id, Effect::from, Effect::to)
        .containsExactly(
            tuple(Code.LIVE_AT_ONCE, "release", null, null),
            tuple(Code.SHARE, "A:80", 0.5, 0.0),
            tuple(Code.SHARE, "b:80", 0.5, 0.0),
            tuple(Code.SHARE, "d:80", 0.0, 0.25),
            tuple(Code.SHARE, "e:80", 0.0, 0.75));
    assertThat(effects.getFirst().serviceId()).isEqualTo(one.id());
    assertThat(effects.getLast().upstreamId()).isEqualTo(pets.id());
    assertThat(effects(new UpstreamNodesChanged(cats.id(), new Nodes(List.of(node("c", 80, 7))))))
        .as("one alone has all of it, and nobody answers with it")
        .isEmpty();
  }

  @Test
  void whereNothingIsReleasedEveryEnvironmentNeedsARelease() {
    ledger.append(new EnvironmentUnreleased(one.id(), Environment.RELEASE));
    assertThat(told(effects(api(one.id(), "more", "/b", pets.id()))))
        .containsExactly(
            "NEEDS_RELEASE one prepub", "NEEDS_RELEASE one release", "NEEDS_RELEASE one test");
  }

  @Test
  void aDraftThatAnEnvironmentAnswersWithAgainNeedsNoReleaseThere() {
    ledger.append(new ApiChanged(list.id(), one.id(), definition("list", "/b", pets.id())));
    assertThat(told(effects(new ApiChanged(list.id(), one.id(), list.definition())))).isEmpty();
  }

  @Test
  void anEnvironmentThatPointsElsewhereDoesSoAtOnce() {
    assertThat(told(effects(released(one.id(), Environment.TEST, list))))
        .containsExactly("LIVE_AT_ONCE one test");
    var gone = effects(new EnvironmentUnreleased(one.id(), Environment.TEST));
    assertThat(told(gone)).containsExactly("LIVE_AT_ONCE one test");
    assertThat(gone.getFirst().detail()).isEqualTo("answers nothing");
  }

  @Test
  void whatMattersToNobodyElseHasNoEffect() {
    assertThat(effects(new VpcChanged(shop.id(), new VpcSettings(new Name("x"), Description.NONE))))
        .isEmpty();
    assertThat(effects(vpc("other"))).isEmpty();
    assertThat(effects(upstream("dogs", shop.id(), node("d", 80, 1)))).isEmpty();
    assertThat(Effects.between(ledger.image(), ledger.image())).isEmpty();
  }

  @Test
  void thereAreAsManyAsAnybodyReads() {
    for (int i = 0; i < 1_200; i++) {
      ledger.append(api(one.id(), "n" + i, "/n" + i, pets.id()));
    }
    assertThat(effects(new LinkDetached(all.id(), edge.id()))).hasSize(1_000);
  }
}
