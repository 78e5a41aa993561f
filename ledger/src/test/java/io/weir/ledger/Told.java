package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.ledger.Outcome.Committed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Names that writers tried to record, by what they were told. */
record Told(Set<String> recorded, Set<String> notRecorded) {
  static final int WRITERS = 8;

  private static final Duration WAIT = Duration.ofSeconds(60);

  Told() {
    this(
        Collections.synchronizedSet(new HashSet<>()), Collections.synchronizedSet(new HashSet<>()));
  }

  /** Eight writers that never try the same thing twice, until told to stop. */
  List<CompletableFuture<Void>> write(
      Ledger ledger, AtomicBoolean enough, ExecutorService threads) {
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(
          CompletableFuture.runAsync(
              () -> {
                while (!enough.get()) {
                  if (!attempt(ledger)) {
                    // Leaves the processor to PostgreSQL, which is about to come back.
                    LockSupport.parkNanos(5_000_000);
                  }
                }
              },
              threads));
    }
    return writers;
  }

  private boolean attempt(Ledger ledger) {
    String name = Commands.name();
    try {
      var outcome =
          ledger
              .append(Commands.createVpc(name), Commands.CONTEXT, Commands.DONE)
              .await()
              .atMost(WAIT);
      assertThat(outcome).isInstanceOf(Committed.class);
      recorded.add(name);
      return true;
    } catch (LedgerBusyException e) {
      notRecorded.add(name);
    } catch (LedgerUnavailableException e) {
      assertThat(e.outcomeUnknown()).isFalse();
      notRecorded.add(name);
    }
    return false;
  }

  /** The ledger is whole, and has exactly what writers were told that it has. */
  void isTrueOf(TestDatabase database) throws SQLException {
    assertThat(database.verify().finding()).isNull();
    assertThat(database.texts("select data::json->'settings'->>'name' from ledger.event"))
        .containsExactlyInAnyOrderElementsOf(recorded);
    assertThat(notRecorded).doesNotContainAnyElementsOf(recorded);
  }
}
