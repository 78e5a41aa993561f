package io.weir.acceptance.chaos;

import io.weir.acceptance.chaos.history.Call;
import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.acceptance.chaos.history.Outcome;
import io.weir.acceptance.chaos.rule.Breach;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param counts what was done, a sentence
 * @param breaches of rules; none is as it should be
 * @param late why convergence took longer than it may, or null
 * @param excused whether that is because the machine had too much else to do
 */
public record RunReport(
    String counts, List<Breach> breaches, @Nullable String late, boolean excused) {
  private static final int SHOWN = 5;

  /** Of a quiet machine; a run itself has as many processes as a small machine has processors. */
  private static final double MOST_LOAD = 2;

  public RunReport {
    breaches = List.copyOf(breaches);
  }

  static RunReport of(
      ChaosOptions options,
      int injected,
      Duration took,
      Convergence.Seen seen,
      @Nullable Evidence evidence,
      List<Breach> breaches) {
    double load =
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()
            / Runtime.getRuntime().availableProcessors();
    boolean late = seen.agreed().compareTo(options.converge()) > 0;
    return new RunReport(
        counts(options, injected, took, evidence),
        breaches,
        late
            ? String.format(
                Locale.ROOT,
                "convergence took %.1f s, more than %.1f s; the machine's load is %.1f a processor",
                seconds(seen.agreed()),
                seconds(options.converge()),
                load)
            : null,
        load > MOST_LOAD);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static String counts(
      ChaosOptions options, int injected, Duration took, @Nullable Evidence evidence) {
    String done =
        "seed %d: %d faults in %d min %d s"
            .formatted(options.seed(), injected, took.toMinutes(), took.toSecondsPart());
    if (evidence == null) {
      return done;
    }
    List<Operation> operations = evidence.operations();
    List<Call> failed = evidence.calls().stream().filter(call -> !call.good()).toList();
    return "%s; %d operations (%d refused, %d of unknown outcome), %d events, %d calls (%d failed while their gateway node was down)"
        .formatted(
            done,
            operations.size(),
            operations.stream().filter(one -> one.outcome() == Outcome.REFUSED).count(),
            operations.stream().filter(one -> one.outcome() == Outcome.UNKNOWN).count(),
            evidence.ledger().end(),
            evidence.calls().size(),
            failed.stream().filter(call -> evidence.outages().excuses(call)).count());
  }

  /** Whether everything held. */
  public boolean good() {
    return breaches.isEmpty() && (late == null || excused);
  }

  /** All of it, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(counts);
    for (String sentence : ChaosRun.sentences()) {
      List<Breach> found =
          breaches.stream().filter(breach -> breach.rule().equals(sentence)).toList();
      lines.add("  %-6s  %s".formatted(found.isEmpty() ? "holds" : "BROKEN", sentence));
      found.stream().limit(SHOWN).forEach(breach -> lines.add("            " + breach.what()));
      if (found.size() > SHOWN) {
        lines.add("            and %d more".formatted(found.size() - SHOWN));
      }
    }
    if (late != null) {
      lines.add("  %s  %s".formatted(excused ? "late  " : "LATE  ", late));
    }
    lines.add(good() ? "everything held" : "NOT everything held");
    return lines;
  }
}
