package io.weir.registry.network;

import static io.weir.registry.Given.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NetworkSettings;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.registry.Given;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Violation;
import io.weir.testing.event.EventMother;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NetworkCommandsTest {
  private static final Precondition STALE = new Precondition(Set.of("7"));

  private final VpcCreated edge = EventMother.vpc("edge");
  private final VpcCreated shop = EventMother.vpc("shop");
  private final NetworkCreated backbone = EventMother.network("backbone");
  private final NetworkCreated ring = EventMother.network("ring");

  private static NetworkSettings named(String name) {
    return new NetworkSettings(new Name(name), Description.NONE);
  }

  private static Refusal staleVersion(CcnId id) {
    return Refusal.of(
        RefusalCode.PRECONDITION_FAILED,
        id + " has version 1 now, not what If-Match expects",
        id.value());
  }

  private static Refusal nameTaken(NetworkCreated by) {
    return Refusal.at(
        "/name",
        RefusalCode.NAME_TAKEN,
        "the name " + by.settings().name() + " is taken by " + by.id(),
        by.id().value());
  }

  private static Refusal unknown(String id) {
    return Refusal.of(RefusalCode.NOT_FOUND, "there is no " + id, id);
  }

  @Nested
  class Create {
    private final CcnId id = CcnId.random();

    @Test
    void aNetworkWithANameNobodyHasIsMade() {
      assertThat(new CreateNetwork(id, named("ring")).decide(events(backbone)))
          .isEqualTo(Decision.accept(new NetworkCreated(id, named("ring"))));
    }

    @Test
    void aNameOfAnotherNetworkIsTaken() {
      assertThat(new CreateNetwork(id, named("backbone")).decide(events(backbone)))
          .isEqualTo(Decision.refuse(nameTaken(backbone)));
    }

    @Test
    void aVpcMayHaveTheSameName() {
      assertThat(new CreateNetwork(id, named("edge")).decide(events(edge)))
          .isInstanceOf(Decision.Accepted.class);
    }
  }

  @Nested
  class Replace {
    @Test
    void newSettingsReplaceTheOldOnes() {
      var command = new ReplaceNetwork(ring.id(), named("loop"), Precondition.NONE);

      assertThat(command.decide(events(ring)))
          .isEqualTo(Decision.accept(new NetworkChanged(ring.id(), named("loop"))));
    }

    @Test
    void theSameSettingsChangeNothing() {
      var command = new ReplaceNetwork(ring.id(), named("ring"), Precondition.NONE);

      assertThat(command.decide(events(ring))).isEqualTo(Decision.accept());
    }

    @Test
    void linksAreNoReasonToCallAVersionStale() {
      var command = new ReplaceNetwork(ring.id(), named("loop"), new Precondition(Set.of("1")));

      assertThat(command.decide(events(edge, ring, new LinkAttached(ring.id(), edge.id()))))
          .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aNetworkThatDoesNotExistIsNotFound() {
      var command = new ReplaceNetwork(ring.id(), named("ring"), STALE);

      assertThat(command.decide(events(backbone)))
          .isEqualTo(Decision.refuse(unknown(ring.id().value())));
    }

    @Test
    void aStaleVersionAndATakenNameAreBothNamed() {
      var command = new ReplaceNetwork(ring.id(), named("backbone"), STALE);

      assertThat(command.decide(events(ring, backbone)))
          .isEqualTo(Decision.refuse(staleVersion(ring.id()), nameTaken(backbone)));
    }
  }

  @Nested
  class Patch {
    @Test
    void whatThePatchLeavesOutStays() {
      var newest = new NetworkSettings(new Name("border"), new Description("the outside"));
      var image = events(ring, new NetworkChanged(ring.id(), newest));

      assertThat(patch("{'name':'rim','version':9}").decide(image))
          .isEqualTo(
              Decision.accept(
                  new NetworkChanged(
                      ring.id(),
                      new NetworkSettings(new Name("rim"), new Description("the outside")))));
    }

    @Test
    void aPatchToTheSameSettingsChangesNothing() {
      assertThat(patch("{'name':'ring','description':null}").decide(events(ring)))
          .isEqualTo(Decision.accept());
    }

    @Test
    void everyViolationOfTheResultIsNamed() {
      var command = patch("{'name':'a-b','id':'ccn-00000000','colour':'red'}");

      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> command.decide(events(ring)))
          .satisfies(
              refused ->
                  assertThat(refused.problem().errors())
                      .extracting(Violation::pointer)
                      .containsExactlyInAnyOrder("/name", "/id", "/colour"));
    }

    @Test
    void whatDoesNotExistIsNotFound() {
      assertThat(patch("{}").decide(events()))
          .isEqualTo(Decision.refuse(unknown(ring.id().value())));
    }

    private PatchNetwork patch(String json) {
      return new PatchNetwork(ring.id(), Given.patch(json), Precondition.NONE);
    }
  }

  @Nested
  class Delete {
    private final DeleteNetwork command = new DeleteNetwork(ring.id(), Precondition.NONE);

    @Test
    void aNetworkWithoutVpcsIsDeleted() {
      var image =
          events(
              edge,
              ring,
              new LinkAttached(ring.id(), edge.id()),
              new LinkDetached(ring.id(), edge.id()));

      assertThat(command.decide(image)).isEqualTo(Decision.accept(new NetworkDeleted(ring.id())));
    }

    @Test
    void everyAttachedVpcIsNamedAndSoIsAStaleVersion() {
      var image =
          events(
              edge,
              shop,
              ring,
              backbone,
              new LinkAttached(ring.id(), edge.id()),
              new LinkAttached(backbone.id(), shop.id()));

      assertThat(new DeleteNetwork(ring.id(), STALE).decide(image))
          .isEqualTo(
              Decision.refuse(
                  staleVersion(ring.id()),
                  Refusal.of(
                      RefusalCode.IN_USE,
                      ring.id() + " still has attached " + edge.id(),
                      edge.id().value())));
    }

    @Test
    void aNetworkThatDoesNotExistIsNotFound() {
      assertThat(command.decide(events(backbone)))
          .isEqualTo(Decision.refuse(unknown(ring.id().value())));
    }
  }

  @Nested
  class Attach {
    private final AttachVpc command = new AttachVpc(ring.id(), edge.id(), Precondition.NONE);
    private final LinkAttached attached = new LinkAttached(ring.id(), edge.id());

    @Test
    void aVpcIsAttached() {
      assertThat(command.decide(events(edge, ring))).isEqualTo(Decision.accept(attached));
    }

    @Test
    void anAttachedVpcStaysAttached() {
      assertThat(command.decide(events(edge, ring, attached))).isEqualTo(Decision.accept());
    }

    @Test
    void aDetachedVpcIsAttachedAgain() {
      var detached = new LinkDetached(ring.id(), edge.id());

      assertThat(command.decide(events(edge, ring, attached, detached)))
          .isEqualTo(Decision.accept(attached));
    }

    @Test
    void bothTheNetworkAndTheVpcMustExist() {
      assertThat(command.decide(events()))
          .isEqualTo(Decision.refuse(unknown(ring.id().value()), unknown(edge.id().value())));
    }
  }

  @Nested
  class Detach {
    private final DetachVpc command = new DetachVpc(ring.id(), edge.id(), Precondition.NONE);
    private final LinkAttached attached = new LinkAttached(ring.id(), edge.id());
    private final LinkDetached detached = new LinkDetached(ring.id(), edge.id());

    @Test
    void anAttachedVpcIsDetachedWhateverDependsOnIt() {
      var instance = EventMother.instance("front", edge.id());
      var upstream = EventMother.upstream("pets", shop.id(), EventMother.node(8080, 1));
      var service = EventMother.service("pets", instance.id());
      var api = EventMother.api(service.id(), "pets", "/pets", upstream.id());

      assertThat(
              command.decide(
                  events(
                      edge,
                      shop,
                      ring,
                      attached,
                      new LinkAttached(ring.id(), shop.id()),
                      instance,
                      upstream,
                      service,
                      api)))
          .isEqualTo(Decision.accept(detached));
    }

    @Test
    void aLinkThatHasChangedSinceIsLeftAlone() {
      var stale = new DetachVpc(ring.id(), edge.id(), new Precondition(Set.of("4711")));
      var refused = (Decision.Refused) stale.decide(events(edge, ring, attached));
      assertThat(refused.refusals())
          .extracting(Refusal::code)
          .containsExactly(RefusalCode.PRECONDITION_FAILED);
    }

    @Test
    void aVpcThatIsNotAttachedStaysSo() {
      assertThat(command.decide(events(edge, ring))).isEqualTo(Decision.accept());
      assertThat(command.decide(events(edge, ring, attached, detached)))
          .isEqualTo(Decision.accept());
    }

    @Test
    void bothTheNetworkAndTheVpcMustExist() {
      assertThat(command.decide(events()))
          .isEqualTo(Decision.refuse(unknown(ring.id().value()), unknown(edge.id().value())));
    }
  }
}
