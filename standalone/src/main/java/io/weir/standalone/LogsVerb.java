package io.weir.standalone;

import io.weir.standalone.home.Home;
import io.weir.standalone.process.LogFollower;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir logs}. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Prints the end of the logs, of one component or of all.")
final class LogsVerb implements Callable<Integer> {

  private static final String LOG = ".log";

  @Mixin private Where where = new Where();

  @Parameters(
      arity = "0..1",
      paramLabel = "COMPONENT",
      description = "Such as control-api or data-plane-0; ./weir status lists them.")
  private @Nullable String component;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "20",
      description = "How many lines of each (default: ${DEFAULT-VALUE}).")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on printing what is added, until Ctrl-C.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> known = components(where.home());
    if (component != null && !known.contains(component)) {
      Console.complain(
          "there is no log of %s; there are: %s".formatted(component, String.join(", ", known)));
      return Weir.FAILED;
    }
    List<String> wanted = component == null ? known : List.of(component);
    LogFollower follower = new LogFollower(Console.out(), wanted.size() > 1);
    for (String name : wanted) {
      follower.printTail(name, where.home().log(name), Math.max(0, lines));
    }
    if (follow) {
      follower.follow();
    }
    return Weir.OK;
  }

  private static List<String> components(Home home) throws IOException {
    if (!Files.isDirectory(home.logs())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.logs())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(LOG))
          .map(name -> name.substring(0, name.length() - LOG.length()))
          .sorted()
          .toList();
    }
  }
}
