package io.weir.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A running process as written to disk: pid, start instant and stage, a line each. */
public record PidFile(ProcessIdentity identity, Stage stage) {

  public static final String SUFFIX = ".pid";

  public void write(Path file) throws IOException {
    AtomicFile.write(file, "%d\n%s\n%s\n".formatted(identity.pid(), identity.started(), stage));
  }

  /** Empty when the file is absent or is not one of ours. */
  public static Optional<PidFile> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 3) {
        return Optional.empty();
      }
      ProcessIdentity identity =
          new ProcessIdentity(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)));
      return Optional.of(new PidFile(identity, Stage.valueOf(lines.get(2))));
    } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
