package io.weir.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The states of all components as a file, a line each, for other processes to look at. */
public record Board(List<Status> statuses) {

  private static final String SEPARATOR = "\t";

  public Board {
    statuses = List.copyOf(statuses);
  }

  public boolean allReady() {
    return !statuses.isEmpty()
        && statuses.stream().allMatch(status -> status.state() == Status.State.READY);
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Status status : statuses) {
      text.append(status.component())
          .append(SEPARATOR)
          .append(status.state())
          .append(SEPARATOR)
          .append(status.pid())
          .append(SEPARATOR)
          .append(status.port())
          .append(SEPARATOR)
          .append(status.since())
          .append(SEPARATOR)
          .append(status.restarts())
          .append('\n');
    }
    AtomicFile.write(file, text.toString());
  }

  /** An empty board when there is none. */
  public static Board read(Path file) throws IOException {
    List<Status> statuses = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        statuses.add(parse(line));
      }
    } catch (NoSuchFileException nothingStarted) {
      return new Board(List.of());
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      throw new IOException(file + " is damaged", e);
    }
    return new Board(statuses);
  }

  private static Status parse(String line) {
    List<String> column = List.of(line.split(SEPARATOR, -1));
    return new Status(
        column.get(0),
        Status.State.valueOf(column.get(1)),
        Long.parseLong(column.get(2)),
        Integer.parseInt(column.get(3)),
        Instant.parse(column.get(4)),
        Integer.parseInt(column.get(5)));
  }
}
