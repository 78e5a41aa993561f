package io.weir.benchmarks.gateway;

import io.weir.benchmarks.propagation.PropagationBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ./weir bench}. */
@Command(
    name = "weir bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures Weir beside nginx, HAProxy and Spring Cloud Gateway: each on one core, load and"
          + " backends on another, taking turns; medians.",
      "Needs a quiet machine with two cores or more. What is not installed is left out."
    },
    sortOptions = false,
    usageHelpAutoWidth = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class GatewayBenchmark implements Callable<Integer> {
  @Option(
      names = "--cases",
      split = ",",
      paramLabel = "NAME",
      description = "Only these cases; --list shows all.")
  private List<String> caseNames = List.of();

  @Option(
      names = "--gateways",
      split = ",",
      paramLabel = "NAME",
      description = "Only these: before, weir, nginx, haproxy, spring, direct.")
  private List<String> gatewayNames = List.of();

  @Option(
      names = "--before",
      paramLabel = "CHECKOUT",
      description = "Another checkout of Weir, built, that takes part as \"before\".")
  private @Nullable Path before;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Runs of each gateway in each case (5; with --quick 1).")
  private @Nullable Integer runs;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Length of a run (4; with --quick 1).")
  private @Nullable Double seconds;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "0",
      description =
          "Requests a second for latencies; by default half of what nginx carries, or half of"
              + " what the gateway itself carries if that is less.")
  private double rate;

  @Option(names = "--no-latency", description = "Throughput and CPU only.")
  private boolean noLatency;

  @Option(
      names = "--quick",
      description = "Does it work? Short runs of the first case; the numbers mean nothing.")
  private boolean quick;

  @Option(
      names = "--weir-options",
      paramLabel = "'OPTIONS'",
      defaultValue = "",
      description = "More options for Weir's replica.")
  private String weirOptions;

  @Option(
      names = "--before-options",
      paramLabel = "'OPTIONS'",
      defaultValue = "",
      description =
          "More options for the replica of --before, to compare two settings of one build.")
  private String beforeOptions;

  @Option(
      names = "--gateway-core",
      paramLabel = "CORE",
      defaultValue = "0",
      description = "The core of the gateway under load (${DEFAULT-VALUE}; -1: any).")
  private int gatewayCore;

  @Option(
      names = "--load-core",
      paramLabel = "CORE",
      defaultValue = "1",
      description = "The core of load and backends (${DEFAULT-VALUE}; -1: any).")
  private int loadCore;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes everything measured there.")
  private @Nullable Path json;

  @Option(names = "--list", description = "Lists the cases and what takes part.")
  private boolean list;

  @Option(
      names = "--jmh",
      description =
          "Runs the micro benchmarks instead: picker, matcher, fold; arguments are JMH's.")
  private boolean jmh;

  @Option(
      names = "--propagation",
      description = "Measures, against ./weir up, how long a release takes to be served instead.")
  private boolean propagation;

  @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For --jmh and --propagation.")
  private List<String> arguments = List.of();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs it. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new GatewayBenchmark())
            .setUnmatchedOptionsArePositionalParams(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (jmh) {
      org.openjdk.jmh.Main.main(jmhArguments());
      return 0;
    }
    if (propagation) {
      return PropagationBenchmark.run(arguments);
    }
    if (!arguments.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "unknown: " + arguments.getFirst());
    }
    List<Case> cases = chosen(Case.ALL, Case::name, caseNames, "case");
    List<Gateway> all = Gateway.all(Optional.ofNullable(before));
    List<Gateway> gateways = chosen(all, Gateway::name, gatewayNames, "gateway");
    if (list) {
      list(cases, gateways);
      return 0;
    }
    if (quick && caseNames.isEmpty()) {
      cases = List.of(cases.getFirst());
    }
    return measure(cases, gateways);
  }

  private String[] jmhArguments() {
    if (!quick) {
      return arguments.toArray(String[]::new);
    }
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("-f", "1", "-wi", "1", "-i", "1", "-w", "300ms", "-r", "300ms"));
    return all.toArray(String[]::new);
  }

  private <T> List<T> chosen(
      List<T> all, java.util.function.Function<T, String> name, List<String> wanted, String kind) {
    Map<String, T> byName = new LinkedHashMap<>();
    all.forEach(one -> byName.put(name.apply(one), one));
    for (String want : wanted) {
      if (!byName.containsKey(want)) {
        throw new ParameterException(
            spec.commandLine(),
            "there is no %s %s: %s".formatted(kind, want, String.join(", ", byName.keySet())));
      }
    }
    return wanted.isEmpty() ? all : wanted.stream().map(byName::get).toList();
  }

  private static void list(List<Case> cases, List<Gateway> gateways) {
    cases.forEach(one -> System.out.printf("%-18s %s%n", one.name(), one.description()));
    System.out.println();
    for (Gateway gateway : gateways) {
      System.out.printf(
          "%-18s %s%n",
          gateway.name(),
          gateway.missing().map(why -> "left out: " + why).orElse(gateway.version()));
    }
  }

  private int measure(List<Case> cases, List<Gateway> gateways)
      throws IOException, InterruptedException {
    Plan plan =
        new Plan(
            runs != null ? runs : quick ? 1 : 5,
            seconds != null ? seconds : quick ? 1 : 4,
            quick ? 3 : 45,
            rate,
            !noLatency,
            Map.of("weir", weirOptions, "before", beforeOptions));
    List<Gateway> present = new ArrayList<>();
    for (Gateway gateway : gateways) {
      gateway
          .missing()
          .ifPresentOrElse(
              why -> plan.tell(gateway.name() + " is left out: " + why),
              () -> present.add(gateway));
    }
    if (Machine.program("taskset").isEmpty()) {
      plan.tell("taskset is not installed: nothing is kept to its core, ratios mean little");
    }
    boolean enough = Math.max(gatewayCore, loadCore) < Runtime.getRuntime().availableProcessors();
    if (!enough) {
      plan.tell("there are too few cores: gateways and load share them, ratios mean little");
    }
    Path work = Files.createTempDirectory("weir-bench-");
    try (Children children = new Children()) {
      Load load = new Load(children);
      Report report = new Report(plan, load.describe(), present);
      System.out.print(report.versions());
      for (Case one : cases) {
        String leftOut = one.clients().http2() ? load.h2load().missing().orElse(null) : null;
        if (leftOut != null) {
          plan.tell("%s is left out: %s".formatted(one.name(), leftOut));
          continue;
        }
        Site site =
            new Site(
                one,
                Files.createDirectory(work.resolve(one.name())),
                enough ? gatewayCore : -1,
                enough ? loadCore : -1,
                Site.freePorts(one.nodes()));
        System.out.print(report.add(one, new CaseRun(site, plan, load, children).run(present)));
        System.out.flush();
        delete(site.directory());
        if (json != null) {
          report.write(json);
        }
      }
      return 0;
    } finally {
      delete(work);
    }
  }

  /** Access logs are large. */
  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
