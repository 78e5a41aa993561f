package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcSettings;
import io.weir.ledger.Outcome.Committed;
import io.weir.testing.event.EventMother;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How commands that share a transaction are decided. */
class BatchTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");
  private final LedgerState genesis = LedgerState.genesis(UUID.randomUUID());
  private final Batch batch = new Batch(genesis, NOW, Map.of());

  private Verdict decide(Command command) {
    return decide(command, Commands.CONTEXT);
  }

  private Verdict decide(Command command, CommandContext context) {
    batch.decide(Submission.of(command, context, Commands.DONE));
    return batch.verdicts().getLast();
  }

  private static Outcome outcome(Verdict verdict) {
    return ((Verdict.Decided) verdict).outcome();
  }

  @Test
  void eachCommandSeesWhatTheOnesBeforeItLeft() {
    decide(Commands.createVpc("a"));

    assertThat(outcome(decide(Commands.createVpc("a")))).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome(decide(Commands.createVpc("b")))).isInstanceOf(Committed.class);
    assertThat(batch.events()).hasSize(2);
    assertThat(batch.commands()).hasSize(3);
  }

  @Test
  void nobodyIsToldBeforeTheCommit() {
    var submission = Submission.of(Commands.createVpc("a"), Commands.CONTEXT, Commands.DONE);
    batch.decide(submission);
    assertThat(submission.caller()).isNotDone();

    batch.verdicts().forEach(Verdict::deliver);
    assertThat(submission.caller()).isCompletedWithValueMatching(o -> o instanceof Committed);
  }

  @Test
  void theEventsContinueTheChainAndTheStreams() {
    var vpc = EventMother.vpc("a");
    var settings = new VpcSettings(new Name("b"), Description.NONE);
    decide(Commands.record(vpc, new VpcChanged(vpc.id(), settings)));
    decide(Commands.record(new VpcDeleted(vpc.id())));

    Chain chain = genesis.chain();
    for (Recorded event : batch.events()) {
      assertThat(chain.step(event)).isEqualTo(Chain.Step.APPLY);
      chain = chain.after(event);
    }
    assertThat(chain).isEqualTo(batch.state().chain());
    assertThat(batch.events()).map(e -> e.envelope().version()).containsExactly(1L, 2L, 3L);
    assertThat(batch.events()).map(e -> e.envelope().commitStart()).containsExactly(1L, 1L, 3L);
    assertThat(batch.events()).map(e -> e.envelope().commitSize()).containsExactly(2, 2, 1);
    assertThat(batch.events()).allMatch(e -> e.envelope().recordedAt().equals(NOW));
  }

  @Test
  void whatEventsReadFromTheLedgerGiveIsWhatTheBatchLeft() {
    var vpc = EventMother.vpc("a");
    decide(Commands.record(vpc));
    decide(Commands.record(EventMother.upstream("u", vpc.id(), EventMother.node(80, 1))));

    assertThat(genesis.afterReading(batch.events())).isEqualTo(batch.state());
  }

  @Test
  void aCommandThatFailsHalfWayLeavesNothing() {
    var vpc = EventMother.vpc("a");
    var dangling = EventMother.api(ServiceId.random(), "x", "/x", UpstreamId.random());

    assertThat(decide(Commands.record(vpc, dangling))).isInstanceOf(Verdict.Failed.class);
    assertThat(batch.events()).isEmpty();
    assertThat(batch.commands()).isEmpty();
    assertThat(batch.state()).isEqualTo(genesis);
    assertThat(outcome(decide(Commands.record(vpc)))).isInstanceOf(Committed.class);
  }

  @Test
  void aKeyUsedTwiceWithinTheBatchIsAnsweredFromTheFirst() {
    var first = (Committed) outcome(decide(Commands.createVpc("a"), Commands.keyed("k", "r")));

    assertThat(outcome(decide(Commands.createVpc("b"), Commands.keyed("k", "r"))))
        .isEqualTo(new Committed(first.answer(), first.position(), true));
    assertThat(outcome(decide(Commands.createVpc("c"), Commands.keyed("k", "other"))))
        .isEqualTo(new Outcome.KeyReused());
    assertThat(batch.events()).hasSize(1);
    assertThat(batch.commands()).map(CommandRecord::code).containsExactly(null, "KEY_REUSED");
  }

  @Test
  void theSameKeyOfAnotherScopeIsAnotherKey() {
    decide(Commands.createVpc("a"), Commands.keyed("k", "r"));
    var elsewhere = Commands.context(new Idempotency("elsewhere", "k", Hash.of("r")));

    var outcome = (Committed) outcome(decide(Commands.createVpc("b"), elsewhere));

    assertThat(outcome.repeated()).isFalse();
  }

  @Test
  void anEventTooLargeToBeCarriedIsRefused() {
    var narrow = new Batch(genesis, NOW, Map.of(), 200);
    var vpc = EventMother.vpc("a");
    var upstream =
        EventMother.upstream("u", vpc.id(), EventMother.node(80, 1), EventMother.node(81, 1));
    narrow.decide(Submission.of(Commands.record(vpc, upstream), Commands.CONTEXT, Commands.DONE));

    var outcome = (Outcome.Refused) outcome(narrow.verdicts().getLast());

    assertThat(outcome.refusals()).map(Refusal::code).containsExactly(RefusalCode.LIMIT_EXCEEDED);
    assertThat(narrow.events()).isEmpty();
    assertThat(narrow.state()).isEqualTo(genesis);
  }
}
