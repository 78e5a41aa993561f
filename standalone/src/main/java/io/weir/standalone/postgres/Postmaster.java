package io.weir.standalone.postgres;

import io.weir.standalone.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The server that holds a cluster, as PostgreSQL itself records it in {@code postmaster.pid}. */
public final class Postmaster {

  private Postmaster() {}

  /** The running server of this cluster, however it was started; empty when there is none. */
  public static Optional<ProcessHandle> of(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      // Line 1 pid, line 2 cluster, line 3 start in seconds since 1970.
      if (lines.size() < 3 || !Files.isSameFile(Path.of(lines.get(1)), data)) {
        return Optional.empty();
      }
      Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim()));
      return new ProcessIdentity(Long.parseLong(lines.get(0).trim()), started).find();
    } catch (IOException | NumberFormatException notRunning) {
      return Optional.empty();
    }
  }
}
