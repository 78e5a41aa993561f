package io.weir.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The API key of whoever runs a command: out of a file, or out of {@code WEIR_KEY}. */
final class OwnKey {
  private static final String VARIABLE = "WEIR_KEY";

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      defaultValue = "${env:WEIR_KEY_FILE:-}",
      description = {
        "Holds the API key to show, and is readable by its owner only",
        "(default: $WEIR_KEY_FILE, else the key itself in $WEIR_KEY)."
      })
  private @Nullable String file;

  /**
   * The key's secret; empty if there is none, which a Weir that asks nobody does not mind.
   *
   * @throws IOException that says in one line what is wrong with the file
   */
  Optional<String> secret() throws IOException {
    if (file != null && !file.isEmpty()) {
      return Optional.of(read(Path.of(file)));
    }
    return Optional.ofNullable(System.getenv(VARIABLE))
        .map(String::strip)
        .filter(k -> !k.isEmpty());
  }

  private static String read(Path file) throws IOException {
    try {
      Set<PosixFilePermission> others =
          Files.getPosixFilePermissions(file).stream()
              .filter(permission -> !permission.name().startsWith("OWNER_"))
              .collect(Collectors.toSet());
      if (!others.isEmpty()) {
        throw new IOException(
            "%s holds a key, and others than its owner can get at it: chmod 600 %s"
                .formatted(file, file));
      }
      String secret = Files.readString(file).strip();
      if (!secret.startsWith("weir_") || secret.chars().anyMatch(Character::isWhitespace)) {
        throw new IOException(file + " holds no API key: one is a line that begins with weir_");
      }
      return secret;
    } catch (NoSuchFileException e) {
      throw new IOException("there is no " + file, e);
    }
  }
}
