package io.weir.projector.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Recorded;
import io.weir.projector.kit.Forged;
import io.weir.projector.kit.KafkaRecords;
import io.weir.testing.event.EventMother;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class CommitAssemblerTest {
  private final Recorder recorder = new Recorder(UUID.randomUUID());
  private final CommitAssembler assembler = new CommitAssembler(null);

  @Test
  void givesEveryCommandOnceAndWhole() {
    List<Recorded> events = RandomHistory.of(7, 200);
    List<Recorded> given = new ArrayList<>();
    for (ConsumerRecord<String, String> one : KafkaRecords.of(events)) {
      Commit commit = assembler.accept(one);
      if (commit != null) {
        assertThat(commit.last().recorded().envelope().endsCommit()).isTrue();
        assertThat(commit.nextOffset()).isEqualTo(commit.position());
        commit.entries().forEach(entry -> given.add(entry.recorded()));
      }
    }
    assertThat(given).isEqualTo(events);
  }

  @Test
  void holdsACommandBackUntilItsLastEventIsThere() {
    List<Recorded> command =
        recorder.record(EventMother.vpc("a"), EventMother.vpc("b"), EventMother.vpc("c"));
    assertThat(accept(command.get(0), 10)).isNull();
    assertThat(accept(command.get(1), 11)).isNull();
    assertThat(accept(command.get(1), 12)).isNull();
    Commit commit = accept(command.get(2), 13);
    assertThat(commit.entries()).hasSize(3);
    assertThat(commit.nextOffset()).isEqualTo(14);
  }

  @Test
  void dropsEventsOfBeforeTheChainItContinues() {
    List<Recorded> first = recorder.record(EventMother.vpc("a"));
    CommitAssembler later = new CommitAssembler(recorder.chain());
    assertThat(later.accept(KafkaRecords.of(first.getFirst(), 0))).isNull();
    List<Recorded> second = recorder.record(EventMother.vpc("b"));
    assertThat(later.accept(KafkaRecords.of(second.getFirst(), 1)).position()).isEqualTo(2);
  }

  @Test
  void refusesAGap() {
    accept(recorder.record(EventMother.vpc("a")).getFirst(), 0);
    recorder.record(EventMother.vpc("b"));
    Recorded third = recorder.record(EventMother.vpc("c")).getFirst();
    assertThatThrownBy(() -> accept(third, 1)).isInstanceOf(BrokenChainException.class);
  }

  @Test
  void refusesAnEventOfAnotherLedger() {
    accept(recorder.record(EventMother.vpc("a")).getFirst(), 0);
    Recorder other = new Recorder(UUID.randomUUID());
    other.record(EventMother.vpc("a"));
    Recorded second = other.record(EventMother.vpc("b")).getFirst();
    assertThatThrownBy(() -> accept(second, 1)).isInstanceOf(BrokenChainException.class);
  }

  @Test
  void refusesAnAlteredEvent() {
    Recorded first = recorder.record(EventMother.vpc("a")).getFirst();
    assertThatThrownBy(() -> accept(Forged.altered(first), 0))
        .isInstanceOf(BrokenChainException.class)
        .hasMessageContaining("event 1");
  }

  @Test
  void namesTheEventThatItDoesNotKnow() {
    Recorded first = recorder.record(EventMother.vpc("a")).getFirst();
    accept(first, 0);
    assertThatThrownBy(() -> accept(Forged.unknown(first), 1))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageContaining("event 2")
        .hasMessageContaining("upstream.painted.v1");
  }

  @Test
  void refusesARecordThatIsNoEvent() {
    assertThatThrownBy(
            () -> assembler.accept(new ConsumerRecord<>("weir.ledger", 0, 0, "key", "value")))
        .isInstanceOf(UnknownEventException.class);
    assertThatThrownBy(
            () -> assembler.accept(new ConsumerRecord<>("weir.ledger", 0, 3, "key", null)))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageContaining("offset 3");
  }

  private Commit accept(Recorded recorded, long offset) {
    return assembler.accept(KafkaRecords.of(recorded, offset));
  }
}
