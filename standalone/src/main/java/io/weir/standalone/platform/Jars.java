package io.weir.standalone.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The built programs of a checkout.
 *
 * @param root the checkout
 */
public record Jars(Path root) {

  /** The runnable jar of a management service. */
  Path service(String name) {
    return root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
  }

  Path dataPlane() {
    return root.resolve("data-plane/target/data-plane.jar");
  }

  /**
   * Refuses to go on without them.
   *
   * @throws CannotStartException naming every jar that is missing
   */
  public void check() throws CannotStartException {
    List<String> missing = new ArrayList<>();
    List<Path> all = new ArrayList<>();
    Platform.SERVICES.forEach(name -> all.add(service(name)));
    all.add(dataPlane());
    for (Path jar : all) {
      if (!Files.isRegularFile(jar)) {
        missing.add(root.relativize(jar).toString());
      }
    }
    if (!missing.isEmpty()) {
      throw new CannotStartException(
          "not built yet: " + String.join(", ", missing) + " (./weir build)");
    }
  }
}
