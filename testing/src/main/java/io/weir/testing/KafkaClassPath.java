package io.weir.testing;

import io.weir.stores.KafkaServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The class path of the embedded broker: the module stores and the broker's jars, whose places the
 * build of that module wrote into a resource, so that no module under test has them on its own.
 */
final class KafkaClassPath {
  private static final String RESOURCE = "kafka-server.classpath";

  private KafkaClassPath() {}

  static String get() {
    return stores() + File.pathSeparator + jars();
  }

  private static String stores() {
    try {
      return Path.of(KafkaServer.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the stores are in an odd place", e);
    }
  }

  private static String jars() {
    try (var resource = KafkaServer.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing: build the module stores");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
