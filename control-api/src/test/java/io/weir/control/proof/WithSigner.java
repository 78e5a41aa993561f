package io.weir.control.proof;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The service with a directory for its signing key, signing as soon as something happened. */
public class WithSigner implements QuarkusTestProfile {
  static final Path DIRECTORY = directory();

  private static Path directory() {
    try {
      return Files.createTempDirectory(Path.of("target"), "signer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "weir.ledger.signer.directory",
        DIRECTORY.toString(),
        "weir.ledger.signer.busy",
        "50ms",
        "weir.ledger.signer.look",
        "50ms");
  }
}
