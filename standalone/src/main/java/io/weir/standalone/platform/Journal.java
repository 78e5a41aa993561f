package io.weir.standalone.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** What the launcher did and saw, a line each: in its log, and on the console when there is one. */
final class Journal implements Consumer<String> {

  static final String NAME = "launcher";

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Path log;
  private final PrintStream console;

  Journal(Path log, PrintStream console) {
    this.log = log;
    this.console = console;
  }

  @Override
  public synchronized void accept(String line) {
    note(line);
    console.println(CLOCK.format(LocalTime.now()) + " " + line);
  }

  /** For the log alone. */
  synchronized void note(String line) {
    try {
      Files.writeString(
          log,
          OffsetDateTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
