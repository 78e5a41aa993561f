package io.weir.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.acceptance.chaos.cluster.Clocks;
import io.weir.acceptance.chaos.fault.Disruption.JumpClock;
import io.weir.acceptance.chaos.fault.Disruption.Kill;
import io.weir.acceptance.chaos.fault.Schedule;
import io.weir.acceptance.chaos.fault.Step;
import io.weir.acceptance.chaos.fault.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A clock that is an hour ahead while a process looks for Kafka in vain, and is put right before
 * Kafka is there again: what it began in that hour is not waited for.
 */
@Timeout(600)
@Tag("slow")
class ClockTest {
  private static final long SEED = 1;
  private static final int HOUR = 3600;
  private static final int HELD_MILLIS = 6_000;

  @TempDir Path home;

  @Test
  void whoseClockWasPutBackGoesOnAtOnce() throws Exception {
    assumeTrue(Clocks.installed().isPresent(), "libfaketime is not installed");
    List<Step> steps =
        Stream.of(
                Target.GATEWAY_0,
                Target.CONFIG_PROJECTOR,
                Target.CONTROL_API_0,
                Target.INSTANCE_REGISTRY)
            .map(
                whose ->
                    new Step(
                        1_000,
                        List.of(new JumpClock(whose, HOUR), new Kill(Target.KAFKA)),
                        HELD_MILLIS,
                        true))
            .toList();
    RunReport report = ScheduledRun.of(new Schedule(SEED, steps), home.resolve("run"));
    assertThat(report.breaches()).isEmpty();
  }
}
