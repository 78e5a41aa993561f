package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.Scope;
import io.weir.ledger.key.MarkKeyUsed;
import io.weir.testing.Backends;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that has just started, Kafka is away, and the database may have been restored. */
@Tag("slow")
class OwnCommandsTest {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final CommandContext OURS =
      new CommandContext("weir", Authentication.WEIR, Scope.ALL, null, null, "test", null);
  private static Backends backends;

  private final KnownEnd known = new KnownEnd();
  private TestLedger process;

  @BeforeAll
  static void start() {
    backends = Backends.exclusive();
  }

  @AfterAll
  static void stop() {
    backends.close();
  }

  @BeforeEach
  void kafkaDoesNotAnswer() {
    process = TestLedger.open(TestDatabase.create(backends.postgres()), known);
    known.nobodyAnswers();
  }

  @AfterEach
  void close() throws Exception {
    process.close();
  }

  private CompletableFuture<Outcome> give(Command command, CommandContext context) {
    return process
        .ledger()
        .append(command, context, Commands.DONE)
        .subscribeAsCompletionStage()
        .toCompletableFuture();
  }

  private long end() {
    return process.ledger().image().await().atMost(WAIT).position();
  }

  @Test
  void whatUsersAskForIsRecordedAndWhatNobodyAskedForWaitsForTheTopic() {
    CompletableFuture<Outcome> own = give(Commands.createVpc("ours"), OURS);
    CompletableFuture<Outcome> use = give(new MarkKeyUsed(KeyId.random()), Commands.CONTEXT);

    assertThat(give(Commands.createVpc("theirs"), Commands.CONTEXT).join())
        .isInstanceOf(Outcome.Committed.class);
    assertThat(end()).isEqualTo(1);
    assertThat(own).isNotDone();
    assertThat(use).isNotDone();

    known.nothing();

    assertThat(own.join()).isInstanceOf(Outcome.Committed.class);
    assertThat(use.join()).isInstanceOf(Outcome.Committed.class);
    assertThat(end()).isEqualTo(2);
  }

  @Test
  void aRestoredDatabaseIsNotForkedBeforeTheTopicSaysWhatItLost() {
    CompletableFuture<Outcome> own = give(Commands.createVpc("ours"), OURS);

    known.seen(new Chain(UUID.randomUUID(), 9, Hash.of("lost")), false);

    assertThatThrownBy(own::join).hasCauseInstanceOf(LedgerRewoundException.class);
    assertThatThrownBy(() -> give(Commands.createVpc("more"), OURS).join())
        .hasCauseInstanceOf(LedgerRewoundException.class);
  }

  @Test
  void whereTheTopicStaysAwayItIsNotRecordedLaterEither() {
    CompletableFuture<Outcome> own = give(Commands.createVpc("ours"), OURS);

    assertThatThrownBy(own::join)
        .hasCauseInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("the topic does not answer");
    known.nothing();
    assertThat(end()).isZero();
  }
}
