package io.weir.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./weir chaos}: about a minute of faults, always the same ones. */
@Timeout(900)
@Tag("slow")
class ChaosTest {
  private static final long SEED = Long.getLong("weir.acceptance.seed", 1);

  @TempDir Path home;

  @Test
  void everythingHoldsWhateverIsDoneToIt() throws Exception {
    ChaosOptions options =
        new ChaosOptions(
            SEED, 12, Duration.ofSeconds(90), Duration.ofSeconds(60), 4, 100, home.resolve("run"));
    ChaosRun run = new ChaosRun(options, System.out::println);
    run.tellSchedule();
    RunReport report = run.run();
    report.lines().forEach(System.out::println);
    assertThat(report.breaches()).as("seed %d", SEED).isEmpty();
  }
}
