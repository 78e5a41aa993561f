package io.weir.ledger;

import io.weir.testing.Backends;
import io.weir.testing.Durability;
import io.weir.testing.event.EventMother;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * How many commands a second eight clients get recorded, each waiting for its answer, with a
 * PostgreSQL that flushes every commit to disk. No test of the build; asked for by name: {@code
 * ./mvnw -pl ledger test -Dtest=AppendBenchmark}.
 */
class AppendBenchmark {
  private static final int CLIENTS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration MEASURED = Duration.ofSeconds(10);

  @Test
  void append() throws Exception {
    try (var backends = Backends.exclusive(Durability.DURABLE)) {
      var database = TestDatabase.create(backends.postgres());
      try (var one = TestLedger.open(database);
          var two = TestLedger.open(database)) {
        var alone = List.of(one.ledger());
        var both = List.of(one.ledger(), two.ledger());
        run(alone, CLIENTS, WARM_UP);
        print("one process", run(alone, CLIENTS, MEASURED));
        run(both, CLIENTS, WARM_UP);
        print("two processes, four clients each", run(both, CLIENTS, MEASURED));
        print("two processes, eight clients each", run(both, 2 * CLIENTS, MEASURED));
      }
    }
  }

  private static long[] run(List<Ledger> ledgers, int count, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Callable<List<Long>>> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Ledger ledger = ledgers.get(i % ledgers.size());
      clients.add(() -> client(ledger, end));
    }
    try (var threads = Executors.newFixedThreadPool(count)) {
      List<Long> latencies = new ArrayList<>();
      for (var client : threads.invokeAll(clients)) {
        latencies.addAll(client.get());
      }
      return latencies.stream().mapToLong(Long::longValue).sorted().toArray();
    }
  }

  /** Creates one VPC after another; returns the latencies in nanoseconds. */
  private static List<Long> client(Ledger ledger, long end) {
    List<Long> latencies = new ArrayList<>();
    long now = System.nanoTime();
    while (now < end) {
      String name = Commands.name();
      var vpc = EventMother.vpc(name);
      ledger
          .append(Commands.record(vpc), Commands.keyed(name, name), Commands.DONE)
          .await()
          .atMost(Duration.ofSeconds(30));
      long answered = System.nanoTime();
      latencies.add(answered - now);
      now = answered;
    }
    return latencies;
  }

  private static void print(String what, long[] latencies) {
    System.out.printf(
        "%s: %d commands/s, p50 %.1f ms, p99 %.1f ms%n",
        what,
        latencies.length / MEASURED.toSeconds(),
        latencies[latencies.length / 2] / 1e6,
        latencies[(int) (latencies.length * 0.99)] / 1e6);
  }
}
