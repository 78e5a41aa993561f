package io.weir.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process, told apart from a later one that was given the same pid by the instant it started. */
public record ProcessIdentity(long pid, Instant started) {

  // The kernel counts from boot, and the computed instant of the boot moves with clock corrections.
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  public static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(
        process.pid(), process.info().startInstant().orElseGet(Instant::now));
  }

  /** What {@link #text()} was written to the file; empty when it is absent or something else. */
  public static Optional<ProcessIdentity> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(
              new ProcessIdentity(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1))));
    } catch (IOException | NumberFormatException | DateTimeException nobody) {
      return Optional.empty();
    }
  }

  /** Pid and instant, a line each. */
  public String text() {
    return pid + "\n" + started + "\n";
  }

  /** The process, if it is this very one and still runs. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessIdentity::runs).filter(this::isSame);
  }

  /**
   * Whether the process still runs. A dead one whose parent has not fetched its exit code yet (a
   * zombie) does not, though the JDK calls it alive; in a container without an init it stays that
   * for ever.
   */
  public static boolean runs(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      // "pid (name) state ...", and the name may contain anything.
      return !stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException noSuchTable) {
      return process.isAlive();
    }
  }

  private boolean isSame(ProcessHandle candidate) {
    return candidate
        .info()
        .startInstant()
        .map(start -> Duration.between(started, start).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
