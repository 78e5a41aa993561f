package io.weir.registry.instance;

import static io.weir.registry.Given.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.Name;
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

class InstanceCommandsTest {
  private static final Precondition STALE = new Precondition(Set.of("7"));

  private final VpcCreated edge = EventMother.vpc("edge");
  private final InstanceCreated front = EventMother.instance("front", edge.id());
  private final InstanceCreated back = EventMother.instance("back", edge.id());

  private InstanceSettings named(String name) {
    return new InstanceSettings(new Name(name), Description.NONE, edge.id());
  }

  private static Refusal staleVersion(InstanceId id) {
    return Refusal.of(
        RefusalCode.PRECONDITION_FAILED,
        id + " has version 1 now, not what If-Match expects",
        id.value());
  }

  private static Refusal nameTaken(InstanceCreated by) {
    return Refusal.at(
        "/name",
        RefusalCode.NAME_TAKEN,
        "the name " + by.settings().name() + " is taken by " + by.id(),
        by.id().value());
  }

  private static Refusal unknown(InstanceId id) {
    return Refusal.of(RefusalCode.NOT_FOUND, "there is no " + id, id.value());
  }

  @Nested
  class Create {
    private final InstanceId id = InstanceId.random();

    @Test
    void anInstanceIsMadeInItsVpc() {
      assertThat(new CreateInstance(id, named("front")).decide(events(edge)))
          .isEqualTo(Decision.accept(new InstanceCreated(id, named("front"))));
    }

    @Test
    void aTakenNameAndAnUnknownVpcAreBothNamed() {
      var nowhere = EventMother.vpc("nowhere").id();
      var settings = new InstanceSettings(new Name("front"), Description.NONE, nowhere);

      assertThat(new CreateInstance(id, settings).decide(events(edge, front)))
          .isEqualTo(
              Decision.refuse(
                  nameTaken(front),
                  Refusal.at(
                      "/vpcId",
                      RefusalCode.UNKNOWN_VPC,
                      "there is no " + nowhere,
                      nowhere.value())));
    }
  }

  @Nested
  class Replace {
    @Test
    void newSettingsReplaceTheOldOnes() {
      var command = new ReplaceInstance(front.id(), named("facade"), Precondition.NONE);

      assertThat(command.decide(events(edge, front)))
          .isEqualTo(Decision.accept(new InstanceChanged(front.id(), named("facade"))));
    }

    @Test
    void theSameSettingsChangeNothing() {
      var command = new ReplaceInstance(front.id(), named("front"), Precondition.NONE);

      assertThat(command.decide(events(edge, front))).isEqualTo(Decision.accept());
    }

    @Test
    void anInstanceStaysInItsVpc() {
      var shop = EventMother.vpc("shop");
      var moved = new InstanceSettings(new Name("front"), Description.NONE, shop.id());
      var command = new ReplaceInstance(front.id(), moved, Precondition.NONE);

      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> command.decide(events(edge, shop, front)))
          .satisfies(
              refused ->
                  assertThat(refused.problem().errors())
                      .containsExactly(
                          Violation.field(
                              "/vpcId",
                              "must stay "
                                  + edge.id()
                                  + ": an instance lives in the VPC it was created in")));
    }

    @Test
    void anInstanceThatDoesNotExistIsNotFound() {
      var command = new ReplaceInstance(back.id(), named("rear"), STALE);

      assertThat(command.decide(events(edge, front)))
          .isEqualTo(Decision.refuse(unknown(back.id())));
    }

    @Test
    void aStaleVersionAndATakenNameAreBothNamed() {
      var command = new ReplaceInstance(front.id(), named("back"), STALE);

      assertThat(command.decide(events(edge, front, back)))
          .isEqualTo(Decision.refuse(staleVersion(front.id()), nameTaken(back)));
    }
  }

  @Nested
  class Patch {
    @Test
    void whatThePatchLeavesOutStays() {
      var newest =
          new InstanceSettings(new Name("border"), new Description("the outside"), edge.id());
      var image = events(edge, front, new InstanceChanged(front.id(), newest));

      assertThat(patch("{'name':'rim','version':9}").decide(image))
          .isEqualTo(
              Decision.accept(
                  new InstanceChanged(
                      front.id(),
                      new InstanceSettings(
                          new Name("rim"), new Description("the outside"), edge.id()))));
    }

    @Test
    void aPatchToTheSameSettingsChangesNothing() {
      assertThat(patch("{'name':'front','description':null}").decide(events(edge, front)))
          .isEqualTo(Decision.accept());
    }

    @Test
    void everyViolationOfTheResultIsNamed() {
      var command = patch("{'name':'a-b','id':'instance-00000000','colour':'red'}");

      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> command.decide(events(edge, front)))
          .satisfies(
              refused ->
                  assertThat(refused.problem().errors())
                      .extracting(Violation::pointer)
                      .containsExactlyInAnyOrder("/name", "/id", "/colour"));
    }

    @Test
    void whatDoesNotExistIsNotFound() {
      assertThat(patch("{}").decide(events())).isEqualTo(Decision.refuse(unknown(front.id())));
    }

    private PatchInstance patch(String json) {
      return new PatchInstance(front.id(), Given.patch(json), Precondition.NONE);
    }
  }

  @Nested
  class Delete {
    private final DeleteInstance command = new DeleteInstance(front.id(), Precondition.NONE);

    @Test
    void anInstanceWithoutServicesIsDeleted() {
      var elsewhere = EventMother.service("shop", back.id());
      var shared = EventMother.service("shared", null);

      assertThat(command.decide(events(edge, front, back, elsewhere, shared)))
          .isEqualTo(Decision.accept(new InstanceDeleted(front.id())));
    }

    @Test
    void everyServiceOnItIsNamedAndSoIsAStaleVersion() {
      var shop = EventMother.service("shop", front.id());

      assertThat(new DeleteInstance(front.id(), STALE).decide(events(edge, front, shop)))
          .isEqualTo(
              Decision.refuse(
                  staleVersion(front.id()),
                  Refusal.of(
                      RefusalCode.IN_USE,
                      front.id() + " is used by " + shop.id(),
                      shop.id().value())));
    }

    @Test
    void anInstanceThatDoesNotExistIsNotFound() {
      assertThat(command.decide(events(edge))).isEqualTo(Decision.refuse(unknown(front.id())));
    }
  }
}
