package io.weir.acceptance.chaos;

import io.weir.acceptance.chaos.fault.Schedule;
import java.nio.file.Path;
import java.time.Duration;

/** A run of a schedule that was written by hand, with a few clients. */
final class ScheduledRun {
  private static final Duration MOST = Duration.ofSeconds(120);
  private static final Duration CONVERGE = Duration.ofSeconds(60);
  private static final int CLIENTS = 4;
  private static final int JUDGE_EVERY = 100;

  private ScheduledRun() {}

  /**
   * Runs it, and prints what happens and what is judged.
   *
   * @param home where processes keep their files; emptied first
   */
  static RunReport of(Schedule schedule, Path home) throws Exception {
    ChaosOptions options =
        new ChaosOptions(
            schedule.seed(), schedule.faults(), MOST, CONVERGE, CLIENTS, JUDGE_EVERY, home);
    RunReport report = new ChaosRun(options, schedule, System.out::println).run();
    report.lines().forEach(System.out::println);
    return report;
  }
}
