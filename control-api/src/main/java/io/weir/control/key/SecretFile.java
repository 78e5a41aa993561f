package io.weir.control.key;

import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.KeySecret;
import io.weir.transparency.note.OwnersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that holds the secret of a key and nothing else, for its owner only.
 *
 * @param path its directory exists
 */
record SecretFile(Path path) {
  /**
   * The secret in it; empty if there is no file.
   *
   * @throws IllegalStateException if it holds something else
   * @throws UncheckedIOException if it cannot be read
   */
  Optional<KeySecret> read() {
    try {
      return Optional.of(new KeySecret(Files.readString(path).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (InvalidValueException e) {
      throw new IllegalStateException(path + " holds no API key", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a secret where none is, all or nothing, mode 600.
   *
   * @return what is in the file now: another one if another process was faster
   */
  KeySecret create(KeySecret secret) {
    try {
      return OwnersFile.create(path, secret.text())
          ? secret
          : read().orElseThrow(() -> new IllegalStateException(path + " came and went"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes it if that is what it holds, and not what somebody else put there. */
  void delete(KeySecret secret) {
    try {
      if (read().filter(secret::equals).isPresent()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
