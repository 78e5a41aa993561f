package io.weir.testing;

import io.weir.testing.kafkaserver.KafkaServerMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The class path of the embedded broker: the kit itself and the broker's jars, whose places the
 * build of the kit wrote into a resource, so that no module under test has them on its own.
 */
final class KafkaClassPath {
  private static final String RESOURCE = "kafka-server.classpath";

  private KafkaClassPath() {}

  static String get() {
    return kit() + File.pathSeparator + jars();
  }

  private static String kit() {
    try {
      return Path.of(
              KafkaServerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the test kit is in an odd place", e);
    }
  }

  private static String jars() {
    try (var resource = KafkaServerMain.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing: build the module testing");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
