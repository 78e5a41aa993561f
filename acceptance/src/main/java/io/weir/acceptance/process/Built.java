package io.weir.acceptance.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the programs of this build are. */
final class Built {
  /** The checkout. */
  private static final String ROOT = "weir.root";

  /** Where this module is built, if not in {@code target}: the others are built likewise. */
  private static final String OWN = "weir.built";

  private Built() {}

  /** The jar of a management service. */
  static Path service(String module) {
    return existing(folder(module).resolve("quarkus-app/quarkus-run.jar"));
  }

  /** The jar of the data plane. */
  static Path dataPlane() {
    return existing(folder("data-plane").resolve("data-plane.jar"));
  }

  private static Path existing(Path jar) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not built: build the module of it first");
    }
    return jar;
  }

  private static Path folder(String module) {
    Path root = Path.of(System.getProperty(ROOT, "..")).toAbsolutePath().normalize();
    Path acceptance = root.resolve("acceptance");
    Path own =
        Path.of(System.getProperty(OWN, acceptance.resolve("target").toString()))
            .toAbsolutePath()
            .normalize();
    return root.resolve(module).resolve(acceptance.relativize(own));
  }
}
