package io.weir.testing;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Names of the container images, and whether the engine has them. Asked with the engine's own
 * command, because the probe of Testcontainers pulls an image and blocks for minutes when it
 * cannot.
 */
final class Images {
  private static final int PROBE_SECONDS = 5;

  private Images() {}

  static String postgres() {
    return Settings.get("WEIR_TEST_POSTGRES_IMAGE", "postgres:18");
  }

  static String kafka() {
    return Settings.get("WEIR_TEST_KAFKA_IMAGE", "apache/kafka:4.4.0");
  }

  /** What stands in the way of containers, or null when nothing does. */
  static @Nullable String missing() {
    for (String image : List.of(postgres(), kafka())) {
      String problem = inspect("docker", image);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  static @Nullable String inspect(String engine, String image) {
    try {
      var process =
          new ProcessBuilder(engine, "image", "inspect", image)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "the container engine does not answer";
      }
      return process.exitValue() == 0 ? null : "no container engine with the image " + image;
    } catch (IOException notInstalled) {
      return "no container engine";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
