package io.weir.testing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the servers of the tests run. Chosen by {@code WEIR_TEST_BACKENDS}, a system property or an
 * environment variable: {@code auto} (the default: containers if an engine answers and has the
 * images, embedded otherwise), {@code embedded} or {@code containers}.
 */
public enum BackendKind {
  /** Child processes of the test, from jars. */
  EMBEDDED,
  /** Containers started by Testcontainers. */
  CONTAINERS;

  private static final String SWITCH = "WEIR_TEST_BACKENDS";

  static BackendKind choose() {
    Choice choice = choose(Settings.get(SWITCH, "auto"), Images::missing);
    System.out.println("Test back ends: " + choice.kind() + " (" + choice.why() + ")");
    return choice.kind();
  }

  static Choice choose(String wish, ImageProbe probe) {
    return switch (wish.strip().toLowerCase(Locale.ROOT)) {
      case "embedded" -> new Choice(EMBEDDED, SWITCH + "=embedded");
      case "containers" -> new Choice(CONTAINERS, SWITCH + "=containers");
      case "auto" -> {
        String missing = probe.missing();
        yield missing == null
            ? new Choice(CONTAINERS, "an engine has " + Images.postgres() + ", " + Images.kafka())
            : new Choice(EMBEDDED, missing);
      }
      default ->
          throw new IllegalArgumentException(
              SWITCH + " must be auto, embedded or containers, not " + wish);
    };
  }

  /** What was chosen, and the reason printed with it. */
  record Choice(BackendKind kind, String why) {}

  /** Says what is missing for containers, or null when nothing is. */
  @FunctionalInterface
  interface ImageProbe {
    @Nullable String missing();
  }
}
