package io.weir.registry.vpc;

import static io.weir.registry.Given.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.registry.Given;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Violation;
import io.weir.testing.event.EventMother;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VpcCommandsTest {
  private static final Precondition STALE = new Precondition(Set.of("7"));

  private final VpcCreated edge = EventMother.vpc("edge");
  private final VpcCreated shop = EventMother.vpc("shop");

  private static VpcSettings named(String name) {
    return new VpcSettings(new Name(name), Description.NONE);
  }

  private static Refusal staleVersion(VpcId id) {
    return Refusal.of(
        RefusalCode.PRECONDITION_FAILED,
        id + " has version 1 now, not what If-Match expects",
        id.value());
  }

  private static Refusal unknown(VpcId id) {
    return Refusal.of(RefusalCode.NOT_FOUND, "there is no " + id, id.value());
  }

  @Nested
  class Create {
    private final VpcId id = VpcId.random();

    @Test
    void aVpcWithANameNobodyHasIsMade() {
      assertThat(new CreateVpc(id, named("shop")).decide(events(edge)))
          .isEqualTo(Decision.accept(new VpcCreated(id, named("shop"))));
    }

    @Test
    void aNameOfAnotherVpcIsTaken() {
      assertThat(new CreateVpc(id, named("edge")).decide(events(edge)))
          .isEqualTo(
              Decision.refuse(
                  Refusal.at(
                      "/name",
                      RefusalCode.NAME_TAKEN,
                      "the name edge is taken by " + edge.id(),
                      edge.id().value())));
    }

    @Test
    void namesAreUniqueAmongVpcsOnly() {
      var network = EventMother.network("backbone");
      var instance = EventMother.instance("front", edge.id());

      for (String name : List.of("backbone", "front")) {
        assertThat(new CreateVpc(id, named(name)).decide(events(edge, network, instance)))
            .isInstanceOf(Decision.Accepted.class);
      }
    }

    @Test
    void theNameOfADeletedVpcIsFree() {
      assertThat(new CreateVpc(id, named("edge")).decide(events(edge, new VpcDeleted(edge.id()))))
          .isInstanceOf(Decision.Accepted.class);
    }
  }

  @Nested
  class Replace {
    @Test
    void newSettingsReplaceTheOldOnes() {
      var command = new ReplaceVpc(edge.id(), named("border"), Precondition.NONE);

      assertThat(command.decide(events(edge)))
          .isEqualTo(Decision.accept(new VpcChanged(edge.id(), named("border"))));
    }

    @Test
    void theSameSettingsChangeNothing() {
      var command = new ReplaceVpc(edge.id(), named("edge"), Precondition.NONE);

      assertThat(command.decide(events(edge))).isEqualTo(Decision.accept());
    }

    @Test
    void aVpcThatDoesNotExistIsNotFound() {
      var command = new ReplaceVpc(shop.id(), named("shop"), STALE);

      assertThat(command.decide(events(edge))).isEqualTo(Decision.refuse(unknown(shop.id())));
    }

    @Test
    void aStaleVersionAndATakenNameAreBothNamed() {
      var command = new ReplaceVpc(edge.id(), named("shop"), STALE);

      assertThat(command.decide(events(edge, shop)))
          .isEqualTo(
              Decision.refuse(
                  staleVersion(edge.id()),
                  Refusal.at(
                      "/name",
                      RefusalCode.NAME_TAKEN,
                      "the name shop is taken by " + shop.id(),
                      shop.id().value())));
    }
  }

  @Nested
  class Patch {
    @Test
    void whatThePatchLeavesOutStays() {
      var newest = new VpcSettings(new Name("border"), new Description("the outside"));
      var image = events(edge, new VpcChanged(edge.id(), newest));

      assertThat(patch("{'name':'rim','version':9}").decide(image))
          .isEqualTo(
              Decision.accept(
                  new VpcChanged(
                      edge.id(),
                      new VpcSettings(new Name("rim"), new Description("the outside")))));
    }

    @Test
    void aPatchToTheSameSettingsChangesNothing() {
      assertThat(patch("{'name':'edge','description':null}").decide(events(edge)))
          .isEqualTo(Decision.accept());
    }

    @Test
    void everyViolationOfTheResultIsNamed() {
      var command = patch("{'name':'a-b','id':'vpc-00000000','colour':'red'}");

      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> command.decide(events(edge)))
          .satisfies(
              refused ->
                  assertThat(refused.problem().errors())
                      .extracting(Violation::pointer)
                      .containsExactlyInAnyOrder("/name", "/id", "/colour"));
    }

    @Test
    void whatDoesNotExistIsNotFound() {
      assertThat(patch("{}").decide(events())).isEqualTo(Decision.refuse(unknown(edge.id())));
    }

    private PatchVpc patch(String json) {
      return new PatchVpc(edge.id(), Given.patch(json), Precondition.NONE);
    }
  }

  @Nested
  class Delete {
    private final DeleteVpc command = new DeleteVpc(edge.id(), Precondition.NONE);

    @Test
    void aVpcThatNobodyUsesIsDeleted() {
      assertThat(command.decide(events(edge)))
          .isEqualTo(Decision.accept(new VpcDeleted(edge.id())));
    }

    @Test
    void everyUpstreamInstanceAndNetworkThatUsesItIsNamed() {
      var upstream = EventMother.upstream("pets", edge.id(), EventMother.node(8080, 1));
      var elsewhere = EventMother.upstream("toys", shop.id(), EventMother.node(8081, 1));
      var instance = EventMother.instance("front", edge.id());
      var backbone = EventMother.network("backbone");
      var ring = EventMother.network("ring");
      var image =
          events(
              edge,
              shop,
              upstream,
              elsewhere,
              instance,
              backbone,
              ring,
              new LinkAttached(backbone.id(), edge.id()),
              new LinkAttached(backbone.id(), shop.id()),
              new LinkAttached(ring.id(), edge.id()),
              new LinkDetached(ring.id(), edge.id()));

      var users =
          new String[] {upstream.id().value(), instance.id().value(), backbone.id().value()};
      assertThat(command.decide(image))
          .isEqualTo(
              Decision.refuse(
                  Refusal.of(
                      RefusalCode.IN_USE,
                      edge.id() + " is used by " + String.join(", ", users),
                      users)));
    }

    @Test
    void aDetachedLinkDoesNotHoldIt() {
      var ring = EventMother.network("ring");

      assertThat(
              command.decide(
                  events(
                      edge,
                      ring,
                      new LinkAttached(ring.id(), edge.id()),
                      new LinkDetached(ring.id(), edge.id()))))
          .isEqualTo(Decision.accept(new VpcDeleted(edge.id())));
    }

    @Test
    void aVpcThatDoesNotExistIsNotFound() {
      assertThat(command.decide(events(shop))).isEqualTo(Decision.refuse(unknown(edge.id())));
    }

    @Test
    void aStaleVersionAndUsersAreBothNamed() {
      var instance = EventMother.instance("front", edge.id());

      assertThat(new DeleteVpc(edge.id(), STALE).decide(events(edge, instance)))
          .isEqualTo(
              Decision.refuse(
                  staleVersion(edge.id()),
                  Refusal.of(
                      RefusalCode.IN_USE,
                      edge.id() + " is used by " + instance.id(),
                      instance.id().value())));
    }
  }
}
