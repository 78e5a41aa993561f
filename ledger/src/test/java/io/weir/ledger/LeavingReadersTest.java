package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.testing.Backends;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who wait for the ledger share a read; that some of them leave costs nobody else. */
@Tag("slow")
class LeavingReadersTest {
  private static final Duration WAIT = Duration.ofSeconds(60);

  private TestDatabase database;
  private TestLedger process;
  private Connection slow;

  @BeforeEach
  void aLedgerThatAnswersToNobody() throws SQLException {
    database = TestDatabase.create(Backends.start().postgres());
    process = TestLedger.open(database);
    slow = database.connect();
    lock();
  }

  @AfterEach
  void close() throws SQLException {
    slow.close();
    process.close();
  }

  private void lock() throws SQLException {
    slow.setAutoCommit(false);
    try (var statement = slow.createStatement()) {
      statement.execute("lock table ledger.event in access exclusive mode");
    }
  }

  private CompletableFuture<GatewayImage> read() {
    return process.ledger().image().subscribeAsCompletionStage();
  }

  private CompletableFuture<Outcome> write() {
    return process
        .ledger()
        .append(Commands.createVpc(Commands.name()), Commands.CONTEXT, Commands.DONE)
        .subscribeAsCompletionStage();
  }

  private static void leave(List<? extends CompletableFuture<?>> some) {
    some.forEach(one -> one.cancel(true));
  }

  private static <T> T answer(CompletableFuture<T> one) {
    return one.orTimeout(WAIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** The first reader has a read of its own; all who come while it runs share the next one. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readersAndWritersAreAnsweredWhoeverLeaves(boolean readBefore) throws SQLException {
    if (readBefore) {
      slow.rollback();
      process.ledger().image().await().atMost(WAIT);
      lock();
    }
    List<CompletableFuture<GatewayImage>> readers = new ArrayList<>();
    List<CompletableFuture<Outcome>> writers = new ArrayList<>();
    List<CompletableFuture<?>> leavers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      leavers.add(read());
      readers.add(read());
      leavers.add(write());
      writers.add(write());
    }
    leave(leavers);
    assertThat(readers).noneMatch(CompletableFuture::isDone);

    slow.rollback();

    assertThat(readers).allSatisfy(reader -> assertThat(answer(reader)).isNotNull());
    assertThat(writers)
        .allSatisfy(writer -> assertThat(answer(writer)).isInstanceOf(Outcome.Committed.class));
  }

  /** One result, subscribed to by many, as a cache might do. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theSubscribersOfOneResultAreIndependent(int leaver) throws SQLException {
    Uni<GatewayImage> image = process.ledger().image();
    Uni<Outcome> outcome =
        process
            .ledger()
            .append(Commands.createVpc(Commands.name()), Commands.CONTEXT, Commands.DONE);
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(image.subscribeAsCompletionStage());
      all.add(outcome.subscribeAsCompletionStage());
    }
    leave(List.of(all.remove(2 * leaver), all.remove(2 * leaver)));

    slow.rollback();

    assertThat(all).allSatisfy(one -> assertThat(answer(one)).isNotNull());
    assertThat(database.number("select count(*) from ledger.event")).isEqualTo(1);
  }
}
