package io.weir.standalone;

import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.process.Logs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir logs}. */
@Command(name = "logs", description = "Prints the end of the logs, of one component or of all.")
final class LogsVerb implements Callable<Integer> {

  private static final String LOG = ".log";
  private static final int LOOK_EVERY_MILLIS = 200;
  private static final int READ_AT_ONCE_BYTES = 1 << 20;

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
    Home home = where.home();
    List<String> known = components(home);
    if (component != null && !known.contains(component)) {
      throw new ComplaintException(
          "there is no log of %s; there are: %s".formatted(component, String.join(", ", known)));
    }
    List<String> wanted = component == null ? known : List.of(component);
    Map<String, Long> printed = new HashMap<>();
    for (String name : wanted) {
      long end = Logs.size(home.log(name));
      Logs.tail(home.log(name), Math.max(0, lines), 0, end).forEach(line -> print(name, line));
      printed.put(name, end);
    }
    while (follow) {
      for (String name : wanted) {
        printed.put(name, printNew(name, home.log(name), printed.getOrDefault(name, 0L)));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
    return Weir.OK;
  }

  /** Prints the whole lines behind {@code from} and returns where they end, in bytes. */
  private long printNew(String name, Path log, long from) throws IOException {
    long length = Logs.size(log);
    // put aside and begun anew when it is shorter
    long start = length < from ? 0 : from;
    byte[] added = Logs.read(log, start, Math.min(length, start + READ_AT_ONCE_BYTES));
    int end = added.length;
    while (end > 0 && added[end - 1] != '\n') {
      end--;
    }
    end = end == 0 && added.length == READ_AT_ONCE_BYTES ? added.length : end;
    Logs.lines(added, end).forEach(line -> print(name, line));
    return start + end;
  }

  private void print(String name, String line) {
    System.out.println(component == null ? "%-18s| %s".formatted(name, line) : line);
  }

  private static List<String> components(Home home) {
    String[] logs = home.logs().toFile().list((folder, name) -> name.endsWith(LOG));
    return Stream.of(logs == null ? new String[0] : logs)
        .map(name -> name.substring(0, name.length() - LOG.length()))
        .sorted()
        .toList();
  }
}
