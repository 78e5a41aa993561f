package io.weir.acceptance.chaos.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.history.Call;
import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Kind;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.acceptance.chaos.history.Outcome;
import io.weir.acceptance.chaos.history.Sighting;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.log.Hash;
import io.weir.testing.event.EventMother;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule is given a history that is wrong, and finds it: one that cannot fail says nothing. */
class RulesTest {
  private final Sample sample = Sample.right();

  @Test
  void nothingIsFoundInWhatIsRight() {
    sample.sightings.add(sample.sighting(1, 1, false));
    sample.sightings.add(sample.sighting(1, 3, true, ImageHash.of(sample.ledger.image())));
    sample.sightings.add(sample.sighting(2, 2, false));
    sample.calls.add(new Call(Target.GATEWAY_0, 1, 2, 200, null));
    sample.operations.add(sample.operation("get", Kind.READ, Outcome.DONE, 3, null));
    sample.operations.add(sample.operation("list", Kind.LIST, Outcome.DONE, 3, "3"));
    sample.operations.add(sample.operation("no", Kind.REFUSABLE, Outcome.REFUSED, 3, null));
    assertThat(Rules.judge(sample.evidence())).isEmpty();
    assertThat(Rules.sentences()).doesNotHaveDuplicates().hasSize(10);
  }

  @Test
  void aLostWriteIsFound() {
    sample.operations.add(sample.acknowledged("op-4", 4));
    assertThat(sample.contradictions(new AcknowledgedOnce()))
        .singleElement()
        .asString()
        .contains("op-4", "is not there");
  }

  @Test
  void whatWasAcknowledgedAfterTheExportBeganIsNotMissedThere() {
    sample.cutoff = 0;
    sample.operations.add(sample.acknowledged("op-4", 4));
    assertThat(sample.contradictions(new AcknowledgedOnce())).isEmpty();
  }

  @Test
  void aWriteAtAnotherPlaceThanItsAnswerSaidIsFound() {
    sample.recorded("op-4").operations.add(sample.acknowledged("op-4", 5));
    assertThat(sample.contradictions(new AcknowledgedOnce()))
        .singleElement()
        .asString()
        .contains("stands at [4]");
  }

  @Test
  void aWriteThatIsRecordedTwiceIsFoundWhateverItsOutcome() {
    sample.recorded("op-4").recorded("op-4");
    sample.operations.add(sample.operation("op-4", Kind.CREATE, Outcome.UNKNOWN, -1, null));
    assertThat(sample.contradictions(new AcknowledgedOnce()))
        .singleElement()
        .asString()
        .contains("2 times");
  }

  @Test
  void anInventedEventIsFound() {
    sample.recorded("nobody");
    assertThat(sample.contradictions(new NothingInvented()))
        .singleElement()
        .asString()
        .contains("event 4", "nobody");
  }

  @Test
  void aRefusedWriteThatIsRecordedIsFound() {
    sample.recorded("op-4");
    sample.operations.add(sample.operation("op-4", Kind.CREATE, Outcome.REFUSED, -1, null));
    assertThat(sample.contradictions(new RefusedStaysRefused())).hasSize(1);
    sample.operations.removeLast();
    sample.operations.add(sample.operation("op-4", Kind.CREATE, Outcome.UNKNOWN, -1, null));
    assertThat(sample.contradictions(new RefusedStaysRefused())).isEmpty();
  }

  @Test
  void aRepeatThatIsAnsweredOtherwiseIsFound() {
    Operation right = Operation.begun("r1", "c", Kind.REPEAT, "op-2", null, null, 500);
    sample.operations.add(right.ended(Outcome.DONE, 510, 2, null, 201));
    assertThat(sample.contradictions(new RepeatsAnswerAlike())).isEmpty();
    sample.operations.add(right.ended(Outcome.DONE, 510, 3, null, 201));
    sample.operations.add(right.ended(Outcome.DONE, 510, 2, null, 409));
    assertThat(sample.contradictions(new RepeatsAnswerAlike())).hasSize(2);
  }

  @Test
  void aReadThatDoesNotKnowOfAnAnswerBeforeItIsFound() {
    sample.operations.add(sample.operation("get", Kind.READ, Outcome.DONE, 2, null));
    assertThat(sample.contradictions(new RealTimeOrder()))
        .singleElement()
        .asString()
        .contains("get", "op-3");
  }

  @Test
  void aWriteThatStandsBeforeOneThatWasAnsweredBeforeItIsFound() {
    sample.operations.clear();
    sample.operations.add(sample.acknowledged("op-2", 2));
    sample.operations.add(sample.acknowledged("op-1", 1));
    assertThat(sample.contradictions(new RealTimeOrder())).hasSize(1);
  }

  @Test
  void aListThatKnowsLessThanItWasAskedToIsFound() {
    sample.operations.add(sample.operation("list", Kind.LIST, Outcome.DONE, 2, "3"));
    assertThat(sample.contradictions(new ListsGoForward()))
        .singleElement()
        .asString()
        .contains("less than position 3");
  }

  @Test
  void aListThatGoesBackIsFound() {
    sample.operations.add(sample.operation("list-1", Kind.LIST, Outcome.DONE, 3, "0"));
    sample.operations.add(sample.operation("list-2", Kind.LIST, Outcome.DONE, 2, "0"));
    assertThat(sample.contradictions(new ListsGoForward()))
        .singleElement()
        .asString()
        .contains("list-2", "list-1");
  }

  @Test
  void aGatewayNodeWithAnotherHistoryIsFound() {
    Sighting right = sample.sighting(1, 2, true);
    sample.sightings.add(
        new Sighting(
            right.gateway(),
            1,
            right.at(),
            "LIVE",
            true,
            2,
            right.ledgerId(),
            Hash.of("another").hex(),
            List.of()));
    assertThat(sample.contradictions(new GatewaysServePrefixes()))
        .singleElement()
        .asString()
        .contains("served position 2");
  }

  @Test
  void aGatewayNodeWithAnotherConfigurationAtThatPositionIsFound() {
    ImageHash right = ImageHash.of(sample.ledger.image());
    sample.sightings.add(
        sample.sighting(
            1, 3, true, new ImageHash(right.format(), right.position(), Hash.of("other"))));
    assertThat(sample.contradictions(new GatewaysServePrefixes()))
        .singleElement()
        .asString()
        .contains("image hash");
  }

  @Test
  void aGatewayNodeBeyondTheLedgerOrWithinACommandIsFound() {
    Sighting right = sample.sighting(1, 3, true);
    sample.sightings.add(
        new Sighting(
            right.gateway(),
            1,
            right.at(),
            "LIVE",
            true,
            9,
            right.ledgerId(),
            right.hash(),
            List.of()));
    assertThat(sample.contradictions(new GatewaysServePrefixes()))
        .singleElement()
        .asString()
        .contains("ends at 3");
    sample.sightings.clear();
    sample.ledger.append("op-5", List.of(EventMother.vpc("x"), EventMother.vpc("y")));
    sample.sightings.add(sample.sighting(1, 4, true));
    assertThat(sample.contradictions(new GatewaysServePrefixes()))
        .singleElement()
        .asString()
        .contains("in the middle");
  }

  @Test
  void aGatewayNodeThatGoesBackWithoutARestartIsFound() {
    sample.sightings.add(sample.sighting(1, 3, true));
    sample.sightings.add(sample.sighting(1, 2, false));
    assertThat(sample.contradictions(new GatewaysServePrefixes()))
        .hasSize(2)
        .anyMatch(what -> what.contains("went back"))
        .anyMatch(what -> what.contains("was ready"));
  }

  @Test
  void aCallThatFailsIsFoundUnlessItsOwnGatewayNodeWasDown() {
    Call failed = new Call(Target.GATEWAY_1, 100, 200, 503, null);
    sample.calls.add(failed);
    sample.outages.begin(Target.GATEWAY_0, 50);
    assertThat(sample.contradictions(new CallsSucceed())).hasSize(1);
    sample.outages.begin(Target.GATEWAY_1, 201);
    assertThat(sample.contradictions(new CallsSucceed())).hasSize(1);
    sample.outages.end(Target.GATEWAY_1, 300);
    sample.outages.begin(Target.GATEWAY_1, 400);
    assertThat(sample.contradictions(new CallsSucceed())).hasSize(1);
    sample.calls.clear();
    sample.calls.add(new Call(Target.GATEWAY_1, 190, 210, 0, "reset"));
    sample.calls.add(new Call(Target.GATEWAY_1, 299, 350, 0, "reset"));
    sample.calls.add(new Call(Target.GATEWAY_1, 390, 9_999, 0, "reset"));
    assertThat(sample.contradictions(new CallsSucceed())).isEmpty();
  }

  @Test
  void anAnswerThatIsNotDocumentedIsFound() {
    sample.odd.add("500");
    assertThat(sample.contradictions(new AnswersAsDocumented())).containsExactly("500");
  }

  @Test
  void aRegisterThatIsNotLinearizableIsNamed() {
    Operation read = Operation.begun("r", "c", Kind.READ, "upstream-1", null, null, 1);
    Evidence evidence = sample.evidence();
    Evidence wrong =
        new Evidence(
            List.of(read.ended(Outcome.DONE, 2, 1, "nobody wrote this", 200)),
            Map.of("upstream-1", ""),
            evidence.ledger(),
            List.of(),
            List.of(),
            evidence.outages(),
            List.of(),
            0);
    assertThat(new LinearizableRegisters().contradictions(wrong))
        .singleElement()
        .asString()
        .startsWith("upstream-1: no order");
  }
}
