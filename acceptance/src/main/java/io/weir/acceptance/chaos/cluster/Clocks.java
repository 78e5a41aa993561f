package io.weir.acceptance.chaos.cluster;

import io.weir.acceptance.chaos.fault.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wall clock for each process, by libfaketime, which a file can move; clocks that measure how
 * long something takes stay as they are, as they do when an administrator sets the time.
 *
 * @param library libfaketime for programs of several threads
 * @param folder where the files are
 * @see <a href="https://github.com/wolfcw/libfaketime">libfaketime</a>
 */
public record Clocks(Path library, Path folder) {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));
  private static final String NAME = "faketime/libfaketimeMT.so.1";

  /** Where libfaketime is installed, if it is. */
  public static Optional<Path> installed() {
    return PLACES.stream().flatMap(place -> in(place).stream()).findFirst();
  }

  private static Optional<Path> in(Path place) {
    if (Files.exists(place.resolve(NAME))) {
      return Optional.of(place.resolve(NAME));
    }
    // Debian has a folder for each kind of processor
    try (DirectoryStream<Path> kinds = Files.newDirectoryStream(place, "*-linux-*")) {
      for (Path kind : kinds) {
        if (Files.exists(kind.resolve(NAME))) {
          return Optional.of(kind.resolve(NAME));
        }
      }
      return Optional.empty();
    } catch (IOException noSuchFolder) {
      return Optional.empty();
    }
  }

  /** What a process needs to go by its own clock, which is right to begin with. */
  Map<String, String> environment(Target target) {
    set(target, 0);
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file(target).toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // or waits for a time on that clock would end at once, again and again
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  /** Sets a clock so many seconds before or behind the right time; seen within a second. */
  void set(Target target, int seconds) {
    try {
      Path next = folder.resolve(target + ".clock.new");
      Files.writeString(next, "%+d".formatted(seconds));
      Files.move(next, file(target), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(Target target) {
    return folder.resolve(target + ".clock");
  }
}
