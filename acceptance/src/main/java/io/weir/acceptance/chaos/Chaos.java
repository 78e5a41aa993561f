package io.weir.acceptance.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./weir chaos}. */
@Command(
    name = "weir chaos",
    mixinStandardHelpOptions = false,
    description = {
      "Harms a whole Weir of its own, while clients write and traffic flows, by a schedule of faults"
          + " that a seed makes, and judges what was recorded.",
      "Nothing of a Weir that runs already is touched."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything held",
      "1:something did not, or the run failed",
      "2:wrong arguments"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class Chaos implements Callable<Integer> {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the schedule is made of (default: one of chance, which is printed).")
  private @Nullable Long seed;

  @Option(
      names = "--faults",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many faults at least (default: ${DEFAULT-VALUE}, about half an hour).")
  private int faults;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "180",
      description = "After which no further fault begins (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--converge-within",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = {
        "How long everybody may take to know everything, once the last fault is over and all"
            + " processes are ready again (default: ${DEFAULT-VALUE}).",
        "On a machine with a load of more than two a processor a run that takes longer says so and"
            + " does not fail for it."
      })
  private int convergeWithin;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "6",
      description = "How many clients write and read (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(names = "--schedule", description = "Only print the schedule.")
  private boolean scheduleAlone;

  @Option(
      names = {"--help", "-h"},
      usageHelp = true,
      description = "Show this.")
  private boolean help;

  private static final int JUDGE_EVERY = 20;

  private Chaos() {}

  /** Runs and exits. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Chaos()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path root = Path.of(System.getProperty("weir.root", "..")).toAbsolutePath().normalize();
    ChaosRun run =
        new ChaosRun(
            new ChaosOptions(
                seed == null ? new Random().nextInt(1_000_000) : seed,
                faults,
                Duration.ofMinutes(minutes),
                Duration.ofSeconds(convergeWithin),
                clients,
                JUDGE_EVERY,
                root.resolve(".weir/chaos")),
            System.out::println);
    run.tellSchedule();
    if (scheduleAlone) {
      return 0;
    }
    RunReport report = run.run();
    report.lines().forEach(System.out::println);
    return report.good() ? 0 : 1;
  }
}
