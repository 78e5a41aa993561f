package io.weir.testing;

import io.weir.stores.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory of one server's data, removed when the server is closed. */
final class TempDirectory {
  private TempDirectory() {}

  static Path create(String prefix) {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory of that name among the temporary files, created if need be. */
  static Path existing(String name) {
    try {
      return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the directory and everything in it. */
  static void remove(Path directory) {
    try {
      FileTree.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
