package io.weir.ledger;

import static org.awaitility.Awaitility.await;

import io.weir.testing.PostgresPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A primary that dies under load, and a standby that takes its place. */
@Tag("slow")
class FailoverTest {
  private static final Duration WAIT = Duration.ofSeconds(120);
  private static final LedgerOptions PATIENT =
      new LedgerOptions(1000, 64, Duration.ofSeconds(2), Duration.ofSeconds(30), WAIT);

  @Test
  void nothingIsLostThatWasAnsweredForAndWritersGoOnByThemselves() throws Exception {
    var told = new Told();
    var enough = new AtomicBoolean();
    try (var pair = PostgresPair.launch()) {
      var database = new TestDatabase("127.0.0.1", pair.port(), "weir", "weir", "weir");
      LedgerSchema.migrate(database.source());
      try (var process = TestLedger.open(database, PATIENT);
          var threads = Executors.newFixedThreadPool(Told.WRITERS)) {
        List<CompletableFuture<Void>> writers = told.write(process.ledger(), enough, threads);
        try {
          await().atMost(WAIT).until(() -> told.recorded().size() > 100);
          pair.failOver();
          int before = told.recorded().size();
          await().atMost(WAIT).until(() -> told.recorded().size() > before + 100);
        } finally {
          enough.set(true);
        }
        writers.forEach(CompletableFuture::join);
      }
      told.isTrueOf(database);
    }
  }
}
