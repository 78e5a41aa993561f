package io.weir.transparency.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A signing key in a file that its owner alone may read. */
public final class KeyFile {
  private KeyFile() {}

  /**
   * The key in a file; empty if there is no file.
   *
   * @throws IOException if it cannot be read, holds no key, or may be read by others than its owner
   *     and group
   */
  public static Optional<SigningKey> read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    if (!mode.endsWith("---")) {
      throw new IOException(
          "%s is readable by everybody (%s): a signing key is a secret".formatted(file, mode));
    }
    try {
      return Optional.of(SigningKey.parse(text.strip()));
    } catch (NoteException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes a key where none is, readable by its owner alone.
   *
   * @return the key that is there now: another one if somebody else was faster
   */
  public static SigningKey create(Path file, SigningKey key) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    return OwnersFile.create(file, key.secret())
        ? key
        : read(file).orElseThrow(() -> new IOException(file + " came and went"));
  }

  /** Keeps a key aside under another name, so that a new one can take its place. */
  public static void setAside(Path file, Path aside) throws IOException {
    Files.move(file, aside);
    Files.setPosixFilePermissions(aside, Set.copyOf(PosixFilePermissions.fromString("rw-------")));
  }
}
