package io.weir.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Processes that were started here earlier and still run, found by their pid files. */
public final class Leftovers {

  /** One such process and the file that led to it. */
  public record Leftover(String component, ProcessHandle process, Stage stage, Path file) {}

  private final Path run;

  /**
   * @param run the folder of pid files
   */
  public Leftovers(Path run) {
    this.run = run;
  }

  /** Those that run, in the order in which they have to be stopped. */
  public List<Leftover> find() throws IOException {
    List<Leftover> found = new ArrayList<>();
    for (Path file : pidFiles()) {
      PidFile.read(file).flatMap(pid -> leftover(file, pid)).ifPresent(found::add);
    }
    found.sort(Comparator.comparing(Leftover::stage).thenComparing(Leftover::component));
    return found;
  }

  /** Stops them stage by stage and removes the pid files; returns how many had to be stopped. */
  public int stop(Consumer<String> report) throws IOException, InterruptedException {
    List<Leftover> found = find();
    for (Stage stage : Stage.values()) {
      Together.run(
          found.stream()
              .filter(leftover -> leftover.stage() == stage)
              .<Together.Task>map(leftover -> () -> stop(leftover, report))
              .toList());
    }
    for (Path file : pidFiles()) {
      if (PidFile.read(file).flatMap(pid -> pid.identity().find()).isEmpty()) {
        Files.deleteIfExists(file);
      }
    }
    return found.size();
  }

  private static void stop(Leftover leftover, Consumer<String> report) throws InterruptedException {
    boolean orderly = Stopper.stop(leftover.process(), leftover.stage());
    report.accept(
        "%s (process %d) %s"
            .formatted(
                leftover.component(),
                leftover.process().pid(),
                orderly ? "stopped" : "did not stop when asked and was killed"));
  }

  private static Optional<Leftover> leftover(Path file, PidFile pid) {
    String name = file.getFileName().toString();
    String component = name.substring(0, name.length() - PidFile.SUFFIX.length());
    return pid.identity()
        .find()
        .map(process -> new Leftover(component, process, pid.stage(), file));
  }

  private List<Path> pidFiles() throws IOException {
    if (!Files.isDirectory(run)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(run)) {
      return files.filter(file -> file.toString().endsWith(PidFile.SUFFIX)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
