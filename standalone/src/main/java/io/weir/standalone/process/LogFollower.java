package io.weir.standalone.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prints the ends of logs and then what is added to them. */
public final class LogFollower {

  private static final long LOOK_EVERY_MILLIS = 200;

  private final PrintStream out;
  private final boolean named;
  private final List<Followed> logs = new ArrayList<>();

  /**
   * @param named whether each line begins with the component it comes from
   */
  public LogFollower(PrintStream out, boolean named) {
    this.out = out;
    this.named = named;
  }

  /** Prints the last lines of a log and remembers it for {@link #follow()}. */
  public void printTail(String component, Path log, int count) throws IOException {
    Followed followed = new Followed(component, log, Files.size(log));
    LogFile.tail(log, count).forEach(line -> print(component, line));
    logs.add(followed);
  }

  /** Prints lines as they come; returns only when interrupted. */
  public void follow() throws IOException, InterruptedException {
    while (true) {
      for (Followed log : logs) {
        log.newLines().forEach(line -> print(log.component, line));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private void print(String component, String line) {
    out.println(named ? "%-18s| %s".formatted(component, line) : line);
  }

  private static final class Followed {

    private final String component;
    private final Path file;
    private final ByteArrayOutputStream unfinishedLine = new ByteArrayOutputStream();
    private long read;

    private Followed(String component, Path file, long read) {
      this.component = component;
      this.file = file;
      this.read = read;
    }

    private List<String> newLines() throws IOException {
      long length = Files.exists(file) ? Files.size(file) : 0;
      if (length < read) {
        read = 0; // put aside and begun anew
      }
      if (length == read) {
        return List.of();
      }
      byte[] added = new byte[(int) Math.min(length - read, 1 << 20)];
      try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
        in.seek(read);
        in.readFully(added);
      }
      read += added.length;
      unfinishedLine.write(added, 0, added.length);
      return takeWholeLines();
    }

    private List<String> takeWholeLines() {
      byte[] bytes = unfinishedLine.toByteArray();
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      unfinishedLine.reset();
      unfinishedLine.write(bytes, end, bytes.length - end);
      return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
