package io.weir.benchmarks.propagation;

import io.weir.benchmarks.MeasuredWeir;
import io.weir.benchmarks.Quantiles;
import io.weir.benchmarks.propagation.ReplicaProbe.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the time from sending a write until every replica serves it, in a Weir that runs. */
@Command(
    name = "./weir bench --propagation --",
    sortOptions = false,
    description = {
      "Measures how long a write takes until every replica serves what it changed. All replicas"
          + " are asked every 2 ms; any answer but that of before and that of after ends the run.",
      "A release: each round drafts one more API and releases the service, at once after the round"
          + " before. An upstream: each round changes the Host header that its nodes get."
    })
public final class PropagationBenchmark implements Callable<Integer> {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int BETWEEN_PROBES_MILLIS = 2;

  /** What is written. */
  private enum Kind {
    RELEASE(Subject.Release::new),
    UPSTREAM(Subject.Upstream::new);

    private final Function<Scene, Subject> of;

    Kind(Function<Scene, Subject> of) {
      this.of = of;
    }
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this.")
  private boolean help;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--of", defaultValue = "release", description = "release (default) or upstream.")
  private Kind kind = Kind.RELEASE;

  @Option(names = "--rounds", defaultValue = "200", description = "How many writes (default: 200).")
  private int rounds;

  @Option(
      names = "--rate",
      defaultValue = "20",
      description = "Of an upstream: how many writes a second at most (default: 20).")
  private int rate;

  @Option(
      names = "--apis",
      defaultValue = "0",
      description = "How many APIs the service has before the first write (default: none).")
  private int apis;

  @Mixin private MeasuredWeir weir = new MeasuredWeir();

  @Option(
      names = "--replicas",
      defaultValue = "http://127.0.0.1:8000,http://127.0.0.1:8001",
      split = ",",
      description = "Where replicas take traffic (default: the two of ./weir up).")
  private List<URI> replicas = List.of();

  /** Runs it; the exit code is 0 when it went through, 1 when not, 2 for wrong arguments. */
  public static int run(List<String> arguments) {
    return new CommandLine(new PropagationBenchmark())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments.toArray(String[]::new));
  }

  /** Milliseconds from sending a write. */
  private record Round(double answered, double served) {}

  @Override
  public Integer call() throws Exception {
    if (rounds < 1 || rate < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds and --rate must be at least 1");
    }
    try (ExecutorService threads = Executors.newCachedThreadPool();
        Scene scene = new Scene(weir)) {
      scene.fill(apis);
      Subject subject = kind.of.apply(scene);
      List<ReplicaProbe> probes = new ArrayList<>();
      for (URI replica : replicas) {
        probes.add(new ReplicaProbe(replica, scene.host()));
      }
      List<Round> done = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        long due = System.nanoTime() + TimeUnit.SECONDS.toNanos(1) / rate;
        done.add(round(threads, probes, subject, round));
        if (kind == Kind.UPSTREAM) {
          TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        }
      }
      for (ReplicaProbe probe : probes) {
        probe.close();
      }
      report("answered", done.stream().map(Round::answered).toList());
      report("served by all replicas", done.stream().map(Round::served).toList());
    }
    return 0;
  }

  private static Round round(
      ExecutorService threads, List<ReplicaProbe> probes, Subject subject, int round)
      throws Exception {
    subject.prepare(round);
    for (ReplicaProbe probe : probes) {
      probe.get(subject.path(round));
    }
    long start = System.nanoTime();
    List<Future<Long>> served = new ArrayList<>();
    for (ReplicaProbe probe : probes) {
      served.add(threads.submit(() -> served(probe, subject, round)));
    }
    subject.send(round);
    long answered = System.nanoTime();
    long last = start;
    for (Future<Long> one : served) {
      last = Math.max(last, one.get());
    }
    return new Round((answered - start) / 1e6, (last - start) / 1e6);
  }

  private static long served(ReplicaProbe probe, Subject subject, int round) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline) {
      Answer answer = probe.get(subject.path(round));
      if (subject.isAfter(round, answer)) {
        return System.nanoTime();
      }
      if (!subject.isBefore(round, answer)) {
        throw new IllegalStateException("answered " + answer + " in round " + round);
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_PROBES_MILLIS);
    }
    throw new IllegalStateException("what was written in round " + round + " is not served");
  }

  private void report(String what, List<Double> times) {
    System.out.printf(
        "%s sent to %s, %d rounds: %s%n", kind, what, times.size(), Quantiles.of(times));
  }
}
