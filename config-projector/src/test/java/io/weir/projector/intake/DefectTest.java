package io.weir.projector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.weir.projector.kit.ProjectorFixture;
import io.weir.projector.projection.LedgerSettings;
import io.weir.projector.store.Generations;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.Test;

/** What nobody expects stops the intake with a reason, and no longer than it is there. */
@QuarkusTest
class DefectTest extends ProjectorFixture {
  @Inject LedgerConsumer consumer;
  @Inject Generations generations;
  @Inject SnapshotKeeper keeper;
  @Inject LedgerSettings settings;

  /** Records that cannot be looked at. */
  private static ConsumerRecords<String, String> defect(Error error) {
    return new ConsumerRecords<>(Map.of(), Map.of()) {
      @Override
      public int count() {
        throw error;
      }
    };
  }

  @Test
  void anErrorIsSaidAndNothingIsLostByIt() {
    intake.take(defect(new StackOverflowError("once"))).await().atMost(LIMIT);
    topic.publish(flat(ledger.random(20)));
    awaitProjected();
    for (int i = 0; i < 3; i++) {
      intake.take(defect(new NoClassDefFoundError("again"))).await().atMost(LIMIT);
      topic.publish(flat(ledger.random(1)));
    }
    awaitProjected();
  }

  @Test
  void withoutAnythingNewItIsOverOnceTheTopicWasReadAgain() {
    topic.publish(flat(ledger.random(3)));
    awaitProjected();
    intake.take(defect(new StackOverflowError("for nothing"))).await().atMost(LIMIT);
    assertThat(intake.state())
        .isInstanceOfSatisfying(
            IntakeState.Stuck.class,
            stuck ->
                assertThat(stuck.reason()).isEqualTo("java.lang.StackOverflowError: for nothing"));
    await().atMost(LIMIT).until(() -> intake.state() instanceof IntakeState.Live);
    assertThat(readiness()).isEqualTo(200);
  }

  @Test
  void whatKeepsItFromBeginningIsTriedUntilItGoes() {
    LedgerIntake another = new LedgerIntake(consumer, generations, keeper, settings);
    AtomicInteger attempts = new AtomicInteger();
    another.start(
        () -> {
          if (attempts.incrementAndGet() < 4) {
            throw new IllegalStateException("not yet");
          }
        });
    try {
      await().atMost(LIMIT).until(() -> another.state() instanceof IntakeState.Stuck);
      // it has begun; what there is to read comes to the other one
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  another.state() instanceof IntakeState.CatchingUp
                      || another.state() instanceof IntakeState.Live);
      assertThat(attempts).hasValue(4);
    } finally {
      another.stop();
    }
    topic.publish(flat(ledger.random(3)));
    awaitProjected();
  }
}
