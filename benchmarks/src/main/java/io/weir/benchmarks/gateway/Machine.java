package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the operating system offers: programs, cores, and the CPU time that processes took. */
final class Machine {
  /** Programs of administrators are not on everybody's path. */
  private static final List<String> MORE_PLACES = List.of("/usr/sbin", "/usr/local/sbin", "/sbin");

  private static final double TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux

  private Machine() {}

  /** Where a program is, if it is installed. */
  static Optional<Path> program(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Arrays.stream(path.split(":")), MORE_PLACES.stream())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A command that runs on one core only, where that can be arranged. */
  static List<String> pinned(int core, List<String> command) {
    Optional<Path> taskset = program("taskset");
    if (core < 0 || taskset.isEmpty()) {
      return command;
    }
    List<String> pinned =
        new ArrayList<>(List.of(taskset.get().toString(), "-c", Integer.toString(core)));
    pinned.addAll(command);
    return pinned;
  }

  /** The java that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What a command prints, first line only; empty if it does not run. */
  static String firstLine(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      process.waitFor(5, TimeUnit.SECONDS);
      return output.lines().findFirst().orElse("").strip();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /**
   * Microseconds of CPU time, user and system, that a process and all its children have taken, as
   * the kernel counts them.
   */
  static double cpuMicros(ProcessHandle process) throws IOException {
    double ticks = ticks(process.pid());
    for (ProcessHandle child : process.descendants().toList()) {
      ticks += ticks(child.pid());
    }
    return ticks * 1e6 / TICKS_PER_SECOND;
  }

  private static double ticks(long pid) throws IOException {
    Path file = Path.of("/proc", Long.toString(pid), "stat");
    if (!Files.exists(file)) {
      return 0; // it has ended, or this is no Linux
    }
    String stat = Files.readString(file);
    // the second field is a name in parentheses that may hold anything
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
  }

  /** What a reader of the numbers must know. */
  static Map<String, String> describe() {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("cpu", cpu());
    about.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    about.put("kernel", firstLine("uname", "-sr"));
    about.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    about.put("load", loadAverage());
    return about;
  }

  private static String loadAverage() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
