package io.weir.acceptance.chaos.cluster;

import io.weir.acceptance.chaos.fault.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A file system of limited size for one store alone, which can be filled: {@code ./weir chaos}
 * mounts them in name spaces of the run's own, where the system lets it.
 *
 * @param folder where it is mounted
 */
public record SmallDisk(Path folder) {
  private static final String PROPERTY = "weir.chaos.disks";
  private static final String FILLER = "filler";
  private static final int PIECE = 1 << 16;

  /** What a log has put by is used up by messages to nobody, of which there have to be enough. */
  private static final String USE_UP_LOG =
      "select pg_logical_emit_message(false, 'weir', repeat('x', 1000000))";

  private static final int MOST_MESSAGES = 500;

  /** The folder where those are mounted that this run was given, if any. */
  public static Optional<Path> given() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
  }

  /** The disk of PostgreSQL or Kafka. */
  static SmallDisk of(Target store, Path disks) {
    return new SmallDisk(disks.resolve(store == Target.KAFKA ? "kafka" : "postgres"));
  }

  /** Where the store keeps its files. */
  Path data() {
    return folder.resolve("data");
  }

  /** Uses up what PostgreSQL has put by for its log, at which it panics. */
  void useUpLog(String jdbcUrl, String user, String password) {
    try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
        var statement = connection.createStatement()) {
      for (int i = 0; i < MOST_MESSAGES; i++) {
        statement.execute(USE_UP_LOG);
        fill();
      }
    } catch (SQLException e) {
      // it is full, or was away already
    }
  }

  /** Takes what is free. */
  void fill() {
    try (OutputStream filler =
        Files.newOutputStream(
            folder.resolve(FILLER), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] piece = new byte[PIECE];
      while (true) {
        filler.write(piece);
      }
    } catch (IOException full) {
      // there is no more
    }
  }

  /** Makes room again. */
  void free() {
    try {
      Files.deleteIfExists(folder.resolve(FILLER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
