package io.weir.stores;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs for this system, unpacked from the class path once per version. */
public final class PostgresPrograms {

  private PostgresPrograms() {}

  /**
   * The folder that has {@code bin}.
   *
   * @param lib where to unpack
   * @throws IOException also when there are no programs for this system
   */
  public static Path unpack(Path lib) throws IOException {
    String archive = archiveName();
    byte[] packed;
    try (InputStream in = PostgresPrograms.class.getResourceAsStream("/" + archive)) {
      if (in == null) {
        throw new IOException("there is no PostgreSQL for this system in here (" + archive + ")");
      }
      packed = in.readAllBytes();
    }
    Path folder = lib.resolve("postgres-" + fingerprint(packed));
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(lib);
      Path half = Files.createTempDirectory(lib, "unpacking-");
      // Made private by createTempDirectory, yet the server may have to run as another user.
      Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
      try (TarArchiveInputStream tar = tar(packed)) {
        extract(tar, half);
      }
      moveUnlessThere(half, folder);
    }
    return folder;
  }

  private static void moveUnlessThere(Path half, Path folder) throws IOException {
    try {
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      FileTree.delete(half);
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      // another process was quicker
    }
  }

  private static TarArchiveInputStream tar(byte[] packed) throws IOException {
    return new TarArchiveInputStream(
        new BufferedInputStream(
            new XZCompressorInputStream(new ByteArrayInputStream(packed)), 1 << 16));
  }

  private static void extract(TarArchiveInputStream tar, Path folder) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("entry outside its folder: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
        continue;
      }
      Files.createDirectories(target.resolveSibling("."));
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      } else if (entry.isLink()) {
        Files.createLink(target, folder.resolve(entry.getLinkName()).normalize());
      } else {
        Files.copy(tar, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "darwin" : "linux";
    String machine =
        switch (System.getProperty("os.arch")) {
          case "aarch64", "arm64" -> "arm_64";
          default -> "x86_64";
        };
    return "postgres-" + system + "-" + machine + ".txz";
  }

  private static String fingerprint(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return "%08x".formatted(sum.getValue());
  }
}
