package io.weir.acceptance.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files that a gateway node starts from when it cannot ask. */
final class Snapshots {
  private Snapshots() {}

  /**
   * Alters one byte in the middle and cuts the end off.
   *
   * @param all every file, or the newest alone
   */
  static void corrupt(Path folder, boolean all) {
    try {
      List<Path> files = newestFirst(folder);
      for (Path file : all ? files : files.subList(0, Math.min(1, files.size()))) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 1) {
          byte[] less = Arrays.copyOf(bytes, bytes.length - 1);
          less[less.length / 2] ^= 1;
          Files.write(file, less);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> newestFirst(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("snapshot-\\d+\\.weir"))
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList();
    }
  }
}
