package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.weir.ledger.Outcome.Committed;
import io.weir.testing.Backends;
import io.weir.testing.TcpProxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What callers are told while PostgreSQL comes and goes, and whether it is true. */
@Tag("slow")
class LedgerOutageTest {
  private static final Duration WAIT = Duration.ofSeconds(60);

  /** Long enough for any machine to start PostgreSQL again. */
  private static final LedgerOptions PATIENT =
      new LedgerOptions(1000, 64, Duration.ofSeconds(2), Duration.ofSeconds(30), WAIT);

  private static Backends backends;
  private TestDatabase database;

  @BeforeAll
  static void start() {
    backends = Backends.exclusive();
  }

  @AfterAll
  static void stop() {
    backends.close();
  }

  @BeforeEach
  void newDatabase() {
    database = TestDatabase.create(backends.postgres());
  }

  /** Breaks every connection and allows new ones. */
  private static void cut(TcpProxy proxy) {
    proxy.cut();
    // The port is free once the last of its listener is gone.
    await().atMost(WAIT).ignoreExceptions().untilAsserted(proxy::resume);
  }

  @Test
  void everyCallerLearnsTheTruthWhenConnectionsBreakWhileTheyCommit() throws Exception {
    var told = new Told();
    var enough = new AtomicBoolean();
    var random = new Random();
    try (var proxy = TcpProxy.to(database.host(), database.port());
        var process = TestLedger.open(database.through(proxy.port()), PATIENT);
        var threads = Executors.newFixedThreadPool(Told.WRITERS)) {
      List<CompletableFuture<Void>> writers = told.write(process.ledger(), enough, threads);
      try {
        for (int cut = 0; cut < 15; cut++) {
          int more = told.recorded().size() + 1 + random.nextInt(40);
          await()
              .pollInterval(Duration.ofMillis(1))
              .atMost(WAIT)
              .until(() -> told.recorded().size() >= more);
          cut(proxy);
        }
      } finally {
        enough.set(true);
      }
      writers.forEach(CompletableFuture::join);
    }
    told.isTrueOf(database);
  }

  @Test
  void everyCallerLearnsTheTruthWhenTheNetworkSwallowsEverythingForAWhile() throws Exception {
    var told = new Told();
    var enough = new AtomicBoolean();
    var hasty = new LedgerOptions(1000, 64, Duration.ofSeconds(2), Duration.ofMillis(700), WAIT);
    try (var proxy = TcpProxy.to(database.host(), database.port());
        var process = TestLedger.open(database.through(proxy.port()), hasty);
        var threads = Executors.newFixedThreadPool(Told.WRITERS)) {
      List<CompletableFuture<Void>> writers = told.write(process.ledger(), enough, threads);
      try {
        for (int freeze = 0; freeze < 3; freeze++) {
          int more = told.recorded().size() + 20;
          await().atMost(WAIT).until(() -> told.recorded().size() >= more);
          proxy.freeze();
          assertThatThrownBy(() -> process.ledger().image().await().atMost(WAIT))
              .isInstanceOf(LedgerUnavailableException.class);
          proxy.resume();
        }
      } finally {
        enough.set(true);
      }
      writers.forEach(CompletableFuture::join);
    }
    told.isTrueOf(database);
  }

  @Test
  void aCommitWhoseConnectionBreaksIsLookedUpBeforeTheCallerIsAnswered() throws Exception {
    try (var proxy = TcpProxy.to(database.host(), database.port());
        var process = TestLedger.open(database.through(proxy.port()));
        Connection other = database.connect()) {
      process.ledger().image().await().atMost(WAIT);
      // Holds up the commit itself: the trigger runs when everything else is done.
      database.execute(
          """
          create function public.hold() returns trigger language plpgsql as
            'begin perform pg_advisory_xact_lock(1); return null; end';
          create constraint trigger hold after insert on ledger.command
            deferrable initially deferred for each row execute function public.hold()\
          """);
      other.createStatement().execute("select pg_advisory_lock(1)");
      var outcome =
          process
              .ledger()
              .append(Commands.createVpc("held"), Commands.CONTEXT, Commands.DONE)
              .subscribeAsCompletionStage();
      await()
          .atMost(WAIT)
          .until(
              () ->
                  database.number(
                          "select count(*) from pg_stat_activity where wait_event = 'advisory'")
                      == 1);

      cut(proxy);
      assertThat(outcome).isNotDone();
      other.createStatement().execute("select pg_advisory_unlock(1)");

      assertThat(outcome.get()).isInstanceOf(Committed.class);
      assertThat(process.ledger().image().await().atMost(WAIT).vpcs()).hasSize(1);
    }
  }

  @Test
  void whateverCommandsWereToldDuringARestartOfPostgresIsTrue() throws Exception {
    var told = new Told();
    var enough = new AtomicBoolean();
    try (var process = TestLedger.open(database, PATIENT);
        var threads = Executors.newFixedThreadPool(Told.WRITERS)) {
      List<CompletableFuture<Void>> writers = told.write(process.ledger(), enough, threads);
      try {
        await().atMost(WAIT).until(() -> told.recorded().size() > 20);
        backends.postgres().stop();
        // a commit that the stop cut in two holds all others up until PostgreSQL can be asked
        backends.postgres().start();
        int before = told.recorded().size();
        await().atMost(WAIT).until(() -> told.recorded().size() > before + 20);
      } finally {
        enough.set(true);
      }
      writers.forEach(CompletableFuture::join);
    }
    told.isTrueOf(database);
  }

  @Test
  void aLedgerWithoutItsDatabaseSaysSo() {
    try (var proxy = TcpProxy.to(database.host(), database.port());
        var process = TestLedger.open(database.through(proxy.port()))) {
      proxy.cut();

      assertThatThrownBy(() -> process.ledger().image().await().atMost(WAIT))
          .isInstanceOf(LedgerUnavailableException.class);
      assertThatThrownBy(
              () ->
                  process
                      .ledger()
                      .append(Commands.createVpc("a"), Commands.CONTEXT, Commands.DONE)
                      .await()
                      .atMost(WAIT))
          .isInstanceOf(LedgerUnavailableException.class);
    }
  }

  @Test
  void whoComesUntilTheHeadIsLockedSharesItsTransaction() throws Exception {
    try (var process = TestLedger.open(database);
        Connection other = database.connect()) {
      process.ledger().image().await().atMost(WAIT);
      other.setAutoCommit(false);
      other.createStatement().execute("select * from ledger.ledger_head for update");
      List<CompletableFuture<Outcome>> all = new ArrayList<>();
      all.add(create(process, "first"));
      await()
          .atMost(WAIT)
          .until(
              () ->
                  database.number(
                          "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                      == 1);
      for (int i = 0; i < 20; i++) {
        all.add(create(process, "late" + i));
      }
      other.rollback();

      for (CompletableFuture<Outcome> outcome : all) {
        assertThat(outcome.get(WAIT.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Committed.class);
      }
      assertThat(database.number("select count(*) from ledger.event")).isEqualTo(21);
      assertThat(database.number("select count(distinct xmin::text) from ledger.event"))
          .isEqualTo(1);
    }
  }

  private static CompletableFuture<Outcome> create(TestLedger process, String name) {
    return process
        .ledger()
        .append(Commands.createVpc(name), Commands.keyed(name, name), Commands.DONE)
        .subscribeAsCompletionStage();
  }

  @Test
  void aHeldHeadMakesTheLedgerBusyAndAFullQueueToo() throws Exception {
    var options =
        new LedgerOptions(
            2, 2, Duration.ofMillis(300), Duration.ofSeconds(15), Duration.ofSeconds(15));
    try (var process = TestLedger.open(database, options);
        Connection other = database.connect()) {
      process.ledger().image().await().atMost(WAIT);
      other.setAutoCommit(false);
      other.createStatement().execute("select * from ledger.ledger_head for update");

      var busy = new AtomicInteger();
      List<CompletableFuture<Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        all.add(
            process
                .ledger()
                .append(Commands.createVpc("v" + i), Commands.CONTEXT, Commands.DONE)
                .subscribeAsCompletionStage()
                .whenComplete(
                    (_, failure) -> {
                      if (failure instanceof LedgerBusyException) {
                        busy.incrementAndGet();
                      }
                    }));
      }
      await().atMost(WAIT).untilAtomic(busy, is(10));
      other.rollback();

      assertThat(
              process
                  .ledger()
                  .append(Commands.createVpc("free"), Commands.CONTEXT, Commands.DONE)
                  .await()
                  .atMost(WAIT))
          .isInstanceOf(Committed.class);
      assertThat(database.number("select count(*) from ledger.event")).isEqualTo(1);
    }
  }
}
