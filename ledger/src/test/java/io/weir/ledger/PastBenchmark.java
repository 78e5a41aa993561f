package io.weir.ledger;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What images do for a long ledger, which {@code GenerateLedger} of the benchmarks has written. No
 * test of the build; asked for by name: {@code ./mvnw -pl ledger test -Dtest=PastBenchmark
 * -Dweir.ledger.port=5432}, on a database {@code weir} of a user {@code weir} on this machine.
 */
@EnabledIfSystemProperty(named = "weir.ledger.port", matches = "\\d+")
class PastBenchmark {
  private static final Duration WAIT = Duration.ofMinutes(30);
  private static final int PASTS = 100;

  private final TestDatabase database =
      new TestDatabase("127.0.0.1", Integer.getInteger("weir.ledger.port"), "weir", "weir", "weir");

  @Test
  void past() throws Exception {
    System.out.printf(
        "%d events, %d images%n",
        database.number("select position from ledger.ledger_head"),
        database.number("select count(*) from ledger.image"));
    start();
    try (var opened = TestLedger.open(database)) {
      long start = System.nanoTime();
      int made = opened.ledger().keepImages(() -> false);
      System.out.printf(
          "%d images made in %.1f s, all take %d KB, the events %d KB%n",
          made,
          seconds(start),
          database.number(
              "select coalesce(sum(octet_length(content) + octet_length(streams)), 0) / 1024 from"
                  + " ledger.image"),
          database.number("select pg_total_relation_size('ledger.event') / 1024"));
    }
    start();
    start();
    try (var opened = TestLedger.open(database)) {
      opened.ledger().image().await().atMost(WAIT);
      pasts(opened.ledger());
    }
  }

  /** From nothing to the image of now, as a service that starts. */
  private void start() {
    long start = System.nanoTime();
    try (var opened = TestLedger.open(database)) {
      opened.ledger().image().await().atMost(WAIT);
      System.out.printf("a start takes %.2f s%n", seconds(start));
    }
  }

  private static void pasts(Ledger ledger) {
    Random random = new Random(1);
    long head = ledger.image().await().atMost(WAIT).position();
    double[] times = new double[PASTS];
    for (int i = -10; i < PASTS; i++) {
      long position = head / 10 + random.nextLong(head - head / 10);
      long start = System.nanoTime();
      ledger.moment(position).flatMap(ledger::image).await().atMost(WAIT);
      if (i >= 0) {
        times[i] = seconds(start) * 1000;
      }
    }
    Arrays.sort(times);
    System.out.printf(
        "a past not asked for before: p50 %.0f ms, p90 %.0f ms, max %.0f ms%n",
        times[PASTS / 2], times[PASTS * 9 / 10], times[PASTS - 1]);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
