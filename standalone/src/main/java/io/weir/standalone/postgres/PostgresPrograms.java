package io.weir.standalone.postgres;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs for this system, unpacked from the class path once per version. */
final class PostgresPrograms {

  private PostgresPrograms() {}

  /**
   * The folder that has {@code bin}.
   *
   * @param lib where to unpack
   * @throws IOException also when there are no programs for this system
   */
  static Path unpack(Path lib) throws IOException {
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
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
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
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
