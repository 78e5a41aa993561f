package io.weir.acceptance.chaos;

import io.weir.acceptance.chaos.fault.Disruption.FillDisk;
import io.weir.acceptance.chaos.fault.Schedule;
import io.weir.acceptance.chaos.fault.Step;
import io.weir.acceptance.chaos.fault.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk that is full for tables, one that is full for the log, too, and Kafka's, in a process that
 * was given small ones.
 */
final class FullDiskRun {
  private static final long SEED = 1;

  private FullDiskRun() {}

  /** Exits with 0 if everything held. */
  public static void main(String[] arguments) throws Exception {
    Schedule schedule =
        new Schedule(
            SEED,
            List.of(
                new Step(3_000, List.of(new FillDisk(Target.POSTGRES, false)), 8_000, true),
                new Step(3_000, List.of(new FillDisk(Target.POSTGRES, true)), 6_000, true),
                new Step(3_000, List.of(new FillDisk(Target.KAFKA, false)), 8_000, true)));
    RunReport report = ScheduledRun.of(schedule, Path.of(arguments[0]));
    System.exit(report.breaches().isEmpty() ? 0 : 1);
  }
}
