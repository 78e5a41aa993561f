package io.weir.control.key;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The service as it is unless somebody says otherwise: whoever asks shows a key. */
public class WithKeys implements QuarkusTestProfile {
  static final Path FILE = directory().resolve("admin.key");

  private static Path directory() {
    try {
      return Files.createTempDirectory(Path.of("target"), "keys");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "weir.auth",
        "keys",
        "weir.admin.key.file",
        FILE.toString(),
        "weir.keys.expiry.every",
        "200ms");
  }
}
