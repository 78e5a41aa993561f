package io.weir.transparency.note;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that their owner alone may read. */
public final class OwnersFile {
  private OwnersFile() {}

  /**
   * Writes a line where no file is: whole or not at all, on disk when this returns, mode 600.
   *
   * @param file its directory exists
   * @return false if there is a file, which stays as it is
   */
  public static boolean create(Path file, String line) throws IOException {
    // beside first, then a link, which fails if there is a file
    Path beside =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".key",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(beside, line + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.createLink(file, beside);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
