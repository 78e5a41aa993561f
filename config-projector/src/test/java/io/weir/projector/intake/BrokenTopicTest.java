package io.weir.projector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.weir.contracts.history.FaultyTopic;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.TopicFault;
import io.weir.projector.kit.Forged;
import io.weir.projector.kit.ProjectorFixture;
import io.weir.testing.event.EventMother;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stops the intake, and that it goes on by itself once the topic is right. */
@QuarkusTest
class BrokenTopicTest extends ProjectorFixture {
  @Test
  void stopsBeforeAGap() {
    long applied = ledger.position();
    List<Recorded> events = flat(ledger.random(10));
    topic.publish(events.subList(1, events.size()));
    awaitStuck(applied, "the events between are missing");
    replaceTopic();
  }

  @Test
  void stopsBeforeAnotherHistory() {
    Recorder fork = new Recorder(ledger.events().getFirst().envelope().ledgerId());
    List<Recorded> other = new ArrayList<>();
    while (other.size() <= ledger.position()) {
      other.addAll(fork.record(EventMother.vpc("fork")));
    }
    topic.publish(List.of(other.getLast()));
    awaitStuck(ledger.position(), "another history");
    ledger.random(3);
    replaceTopic();
  }

  @Test
  void stopsBeforeAnAlteredEvent() {
    topic.publish(flat(ledger.random(3)));
    long applied = ledger.position();
    List<Recorded> command = ledger.random(1).getFirst();
    topic.publish(List.of(Forged.altered(command.getFirst())));
    awaitStuck(applied, "it was altered");
    replaceTopic();
  }

  @Test
  void stopsBeforeAnEventItDoesNotKnowAndAppliesAllBefore() {
    List<Recorded> events = new ArrayList<>(flat(ledger.random(3)));
    events.add(Forged.unknown(events.getLast()));
    topic.publish(events);
    awaitStuck(ledger.position(), "upstream.painted.v1");
    ledger.random(3);
    replaceTopic();
  }

  @Test
  void readsATopicThatWasCreatedAnewAndDropsWhatItHas() {
    topic.publish(flat(ledger.random(5)));
    topic.publish(ledger.events());
    topic.publish(flat(ledger.random(5)));
    awaitProjected();
    ledger.random(5);
    replaceTopic();
    awaitProjected();
    topic.publish(flat(ledger.random(5)));
  }

  /** The same faults, found by the same reader and told in the same words, as in every replica. */
  @ParameterizedTest
  @EnumSource
  void appliesAllWholeCommandsBeforeAnyFaultAndSaysWhatItIs(FaultyTopic.Damage damage) {
    int applied = (int) ledger.position();
    ledger.random(12);
    var faulty = new FaultyTopic(applied, damage, ledger.events(), applied);
    replaceTopic(faulty.records());
    TopicFault fault = faulty.outcome().fault();
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              assertThat(position()).isEqualTo(faulty.whole().size());
              if (fault != null) {
                assertThat(intake.state())
                    .isInstanceOfSatisfying(
                        IntakeState.Stuck.class,
                        stuck -> assertThat(stuck.reason()).isEqualTo(fault.sentence()));
              }
            });
    replaceTopic();
  }
}
