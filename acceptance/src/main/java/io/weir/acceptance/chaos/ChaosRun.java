package io.weir.acceptance.chaos;

import io.weir.acceptance.chaos.cluster.Clocks;
import io.weir.acceptance.chaos.cluster.Cluster;
import io.weir.acceptance.chaos.cluster.SmallDisk;
import io.weir.acceptance.chaos.fault.Disruption;
import io.weir.acceptance.chaos.fault.Possible;
import io.weir.acceptance.chaos.fault.Schedule;
import io.weir.acceptance.chaos.fault.Step;
import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.rule.Breach;
import io.weir.acceptance.chaos.rule.Rules;
import io.weir.stores.FileTree;
import io.weir.transparency.verify.UnsoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A run from the start of the processes to the verdict. One use. */
public final class ChaosRun {
  private static final String SOUND = "the ledger is a chain without gaps";
  private static final String CONVERGES = "everybody knows everything after the last fault";
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  private final ChaosOptions options;
  private final Consumer<String> out;
  private final Schedule schedule;
  private final Optional<Path> disks = SmallDisk.given();
  private final long begun = System.nanoTime();
  private int injected;

  /**
   * A run that has not begun.
   *
   * @param out told line by line what happens
   */
  public ChaosRun(ChaosOptions options, Consumer<String> out) {
    this(
        options,
        Schedule.of(
            options.seed(),
            options.faults(),
            new Possible(SmallDisk.given().isPresent(), Clocks.installed().isPresent())),
        out);
  }

  /** A run of a schedule that somebody wrote. */
  public ChaosRun(ChaosOptions options, Schedule schedule, Consumer<String> out) {
    this.options = options;
    this.schedule = schedule;
    this.out = out;
  }

  /** Tells which faults there will be, and which there cannot be. */
  public void tellSchedule() {
    if (disks.isEmpty()) {
      out.accept("LEFT OUT: full disks. This system lets no file system be mounted for a run.");
    }
    if (Clocks.installed().isEmpty()) {
      out.accept("LEFT OUT: clocks that jump. There is no libfaketime.");
    }
    out.accept(
        "seed %d, %d faults in %d steps; the same again: ./weir chaos --seed %d --faults %d"
            .formatted(
                options.seed(),
                schedule.faults(),
                schedule.steps().size(),
                options.seed(),
                options.faults()));
    for (int i = 0; i < schedule.steps().size(); i++) {
      out.accept("%4d  %s".formatted(i + 1, schedule.steps().get(i)));
    }
  }

  /** Does all of it. */
  public RunReport run() throws IOException, InterruptedException {
    FileTree.delete(options.home());
    Files.createDirectories(options.home());
    say("starting; what processes print is in " + options.home());
    try (Cluster cluster = Cluster.start(options.home(), disks, this::say)) {
      Thread closer = new Thread(cluster::close, "chaos-closer");
      Runtime.getRuntime().addShutdownHook(closer);
      try (Load load = new Load(cluster, options)) {
        return run(cluster, load);
      } finally {
        Runtime.getRuntime().removeShutdownHook(closer);
      }
    }
  }

  private RunReport run(Cluster cluster, Load load) throws IOException, InterruptedException {
    load.start();
    say("%d clients write, traffic flows through two gateway nodes".formatted(options.clients()));
    Convergence convergence = new Convergence(cluster, load);
    List<Breach> breaches = new ArrayList<>();
    int judged = 0;
    Duration end = elapsed().plus(options.most());
    for (Step step : schedule.steps()) {
      if (elapsed().compareTo(end) > 0) {
        say("no further faults: the time that was given is over");
        break;
      }
      harm(cluster, step);
      // how long the last fault is felt is measured from its end on
      if (injected < schedule.faults()) {
        recover(convergence, step);
        if (injected - judged >= options.judgeEvery()) {
          judged = injected;
          breaches.addAll(judge(load));
        }
      }
      if (!breaches.isEmpty()) {
        say("something is broken: no further faults");
        break;
      }
    }
    Convergence.Seen seen = convergence.await();
    say(
        "ready %s after the last fault, %s after another %s"
            .formatted(
                seconds(seen.ready()),
                seen.missing().isEmpty() ? "everybody knew everything" : "given up",
                seconds(seen.agreed())));
    seen.missing().forEach(what -> breaches.add(new Breach(CONVERGES, what)));
    load.stopClients();
    return verdict(load, seen, breaches);
  }

  private void harm(Cluster cluster, Step step) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(step.pauseMillis());
    List<Disruption> done = new ArrayList<>();
    try {
      for (Disruption disruption : step.together()) {
        injected++;
        say("%3d/%d  %s".formatted(injected, schedule.faults(), disruption));
        done.add(disruption);
        disruption.inject(cluster);
      }
      TimeUnit.MILLISECONDS.sleep(step.holdMillis());
    } finally {
      done.reversed().forEach(disruption -> disruption.heal(cluster));
    }
  }

  private void recover(Convergence convergence, Step step) throws InterruptedException {
    if (step.recover()) {
      List<Target> unready = convergence.awaitReady(RECOVERY);
      if (!unready.isEmpty()) {
        say("not ready %s later: %s".formatted(seconds(RECOVERY), unready));
      }
    }
  }

  /** Judges what was recorded so far. */
  private List<Breach> judge(Load load) throws IOException, InterruptedException {
    try {
      Evidence evidence = load.evidence();
      List<Breach> found = Rules.judge(evidence);
      say(
          "judged %d operations, %d events, %d calls: %s"
              .formatted(
                  evidence.operations().size(),
                  evidence.ledger().end(),
                  evidence.calls().size(),
                  found.isEmpty() ? "all rules hold" : found.size() + " contradictions"));
      return found;
    } catch (UnsoundException e) {
      return List.of(new Breach(SOUND, e.toString()));
    }
  }

  private RunReport verdict(Load load, Convergence.Seen seen, List<Breach> before)
      throws IOException, InterruptedException {
    List<Breach> breaches = new ArrayList<>(before);
    try {
      Evidence evidence = load.evidence();
      for (Breach breach : Rules.judge(evidence)) {
        if (!breaches.contains(breach)) {
          breaches.add(breach);
        }
      }
      for (String what : Agreement.lists(load.management(), evidence.ledger())) {
        breaches.add(new Breach(Agreement.LISTS, what));
      }
      for (String what : Agreement.hashes(load.management())) {
        breaches.add(new Breach(Agreement.HASHES, what));
      }
      Files.write(
          options.home().resolve("operations.txt"),
          evidence.operations().stream().map(Object::toString).toList());
      return RunReport.of(options, injected, elapsed(), seen, evidence, breaches);
    } catch (UnsoundException e) {
      breaches.add(new Breach(SOUND, e.toString()));
      return RunReport.of(options, injected, elapsed(), seen, null, breaches);
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void say(String what) {
    Duration time = elapsed();
    out.accept(
        String.format(
            Locale.ROOT,
            "%02d:%04.1f  %s",
            time.toMinutes(),
            time.toMillis() % 60_000 / 1000.0,
            what));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /** All that is judged, a sentence each. */
  static List<String> sentences() {
    List<String> all = new ArrayList<>(List.of(SOUND));
    all.addAll(Rules.sentences());
    all.addAll(List.of(CONVERGES, Agreement.LISTS, Agreement.HASHES));
    return all;
  }
}
