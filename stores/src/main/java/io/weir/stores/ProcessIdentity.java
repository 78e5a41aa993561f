package io.weir.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process, told apart from a later one that was given the same pid by when it started.
 *
 * @param start where Linux tells it, the boot and the clock ticks from it to the start, which no
 *     correction of the clock moves; the instant that the JDK computes elsewhere
 */
public record ProcessIdentity(long pid, String start) {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  // In what follows "pid (name) " in /proc/PID/stat: state first, start as the 22nd of all.
  private static final int STATE = 0;
  private static final int START = 19;

  public static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), startOf(process));
  }

  /** What {@link #text()} was written to the file; empty when it is absent or something else. */
  public static Optional<ProcessIdentity> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(new ProcessIdentity(Long.parseLong(lines.get(0)), lines.get(1)));
    } catch (IOException | NumberFormatException nobody) {
      return Optional.empty();
    }
  }

  /** Pid and start, a line each. */
  public String text() {
    return pid + "\n" + start + "\n";
  }

  /** The process, if it is this very one and still runs. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessIdentity::runs)
        .filter(process -> startOf(process).equals(start));
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
      return !stat(process)[STATE].equals("Z");
    } catch (IOException noSuchTable) {
      return process.isAlive();
    }
  }

  private static String startOf(ProcessHandle process) {
    try {
      return Files.readString(BOOT).strip() + " " + stat(process)[START];
    } catch (IOException noSuchTable) {
      return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
  }

  private static String[] stat(ProcessHandle process) throws IOException {
    String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    // The name may contain anything.
    return line.substring(line.lastIndexOf(')') + 2).split(" ");
  }
}
