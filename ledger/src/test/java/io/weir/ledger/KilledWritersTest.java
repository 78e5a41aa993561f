package io.weir.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Topic;
import io.weir.ledger.relay.LedgerRelay;
import io.weir.ledger.relay.RelayOptions;
import io.weir.testing.Backends;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sixteen writers in four processes, some of which are killed with SIGKILL while they write and
 * relay, again and again. A writer that comes back repeats, with its key, the command it was not
 * told about.
 */
@Tag("slow")
class KilledWritersTest {
  private static final int PROCESSES = 4;
  private static final int WRITERS_EACH = 4;
  private static final int COMMANDS = 40;
  private static final int KILLS = 4;

  /** Of each writer, the positions it was told, by number of command. */
  private final Map<String, Map<Integer, Long>> acknowledged = new ConcurrentHashMap<>();

  private final AtomicInteger acknowledgements = new AtomicInteger();
  private final Random random = new Random();

  @Test
  void nothingIsLostInventedOrOutOfPlaceWhenWritersAndRelaysAreKilled() throws Exception {
    try (var backends = Backends.exclusive()) {
      var database = TestDatabase.create(backends.postgres());
      String kafka = backends.kafka().bootstrapServers();
      List<Writers> processes = new ArrayList<>();
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(new Writers(i, database, kafka));
      }
      try {
        for (Writers process : processes) {
          process.start();
        }
        for (int kill = 0; kill < KILLS; kill++) {
          int target = acknowledgements.get() + 20 + random.nextInt(60);
          await()
              .atMost(Duration.ofSeconds(180))
              .until(() -> acknowledgements.get() >= target || allDone(processes));
          processes.get(random.nextInt(PROCESSES)).killAndRestart();
        }
        for (Writers process : processes) {
          process.awaitEnd();
        }
      } finally {
        processes.forEach(Writers::kill);
      }
      ledgerHoldsExactlyWhatWasAcknowledged(database);
      topicHoldsTheLedger(database, backends);
    }
  }

  private static boolean allDone(List<Writers> processes) {
    return processes.stream().noneMatch(process -> process.process.isAlive());
  }

  private void ledgerHoldsExactlyWhatWasAcknowledged(TestDatabase database) throws SQLException {
    int all = PROCESSES * WRITERS_EACH * COMMANDS;
    var verification = database.verify();
    assertThat(verification.finding()).isNull();
    assertThat(verification.position()).isEqualTo(all);

    List<String> told = new ArrayList<>();
    acknowledged.forEach(
        (writer, positions) ->
            positions.forEach(
                (number, position) -> told.add(position + " " + writer + "_" + number)));
    assertThat(told).hasSize(all);
    assertThat(
            database.texts(
                "select position || ' ' || (data::json->'settings'->>'name') from ledger.event"))
        .containsExactlyInAnyOrderElementsOf(told);
    assertThat(
            database.texts(
                "select position || ' ' || idempotency_key from ledger.command"
                    + " where outcome = 'committed'"))
        .containsExactlyInAnyOrderElementsOf(told);
  }

  private static void topicHoldsTheLedger(TestDatabase database, Backends backends)
      throws Exception {
    var options = RelayOptions.of(backends.kafka().bootstrapServers(), Topic.NAME, 1);
    try (var process = TestLedger.open(database);
        var relay = new LedgerRelay(database.source(), process.events(), options)) {
      relay.start();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> relay.status().published() == (long) PROCESSES * WRITERS_EACH * COMMANDS);
    }
    List<Recorded> records = TopicReader.read(backends.kafka(), Topic.NAME);
    assertThat(TopicReader.applied(records)).isEqualTo(database.events());
  }

  /** One process and the writers it stands for. */
  private final class Writers {
    private final int index;
    private final TestDatabase database;
    private final String kafka;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private Process process;
    private Thread reader;
    private Thread errorReader;

    Writers(int index, TestDatabase database, String kafka) {
      this.index = index;
      this.database = database;
      this.kafka = kafka;
    }

    void start() throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xshare:auto"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(WriterProcess.class.getName());
      command.addAll(
          List.of(
              database.host(),
              Integer.toString(database.port()),
              database.name(),
              database.user(),
              database.password(),
              kafka,
              Integer.toString(COMMANDS)));
      for (int i = 0; i < WRITERS_EACH; i++) {
        String writer = "p%dw%d".formatted(index, i);
        int next = acknowledged.computeIfAbsent(writer, _ -> new ConcurrentHashMap<>()).size();
        command.add(writer + ":" + next);
      }
      process = new ProcessBuilder(command).start();
      var output = process.inputReader(UTF_8);
      var said = process.errorReader(UTF_8);
      errorReader = Thread.ofPlatform().daemon().start(() -> said.lines().forEach(errors::add));
      reader = Thread.ofPlatform().daemon().start(() -> output.lines().forEach(this::read));
    }

    private void read(String line) {
      String[] words = line.split(" ", -1);
      // A line that the kill cut short tells nothing.
      if (words.length == 3 && acknowledged.containsKey(words[0])) {
        acknowledged.get(words[0]).put(Integer.parseInt(words[1]), Long.parseLong(words[2]));
        acknowledgements.incrementAndGet();
      }
    }

    void killAndRestart() throws IOException, InterruptedException {
      kill();
      process.waitFor();
      reader.join();
      start();
    }

    void kill() {
      if (process != null) {
        process.destroyForcibly();
      }
    }

    void awaitEnd() throws InterruptedException {
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
      errorReader.join();
      assertThat(process.exitValue()).describedAs("process %d: %s", index, errors).isZero();
      reader.join();
    }
  }
}
