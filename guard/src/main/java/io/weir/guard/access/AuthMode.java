package io.weir.guard.access;

import java.util.Arrays;

/** Whether callers have to prove who they are: {@code WEIR_AUTH}. */
enum AuthMode {
  /** By API keys, and whatever else a service knows. */
  KEYS,
  /** Not at all; only where nobody but this machine can ask. */
  NONE;

  static final String SETTING = "weir.auth";

  /**
   * The mode that the setting names.
   *
   * @param host what the service listens on
   * @throws IllegalArgumentException if there is no such mode, or if it would open the service to
   *     others
   */
  static AuthMode of(String setting, String host) {
    return switch (setting) {
      case "keys" -> KEYS;
      case "none" -> {
        if (!isLoopback(host)) {
          throw new IllegalArgumentException(
              "WEIR_AUTH=none answers everybody, and is possible on a loopback address only; this"
                  + " service would listen on "
                  + host);
        }
        yield NONE;
      }
      default ->
          throw new IllegalArgumentException(
              "WEIR_AUTH is one of %s, not \"%s\""
                  .formatted(Arrays.asList("keys", "none"), setting));
    };
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.matches("127(\\.[0-9]{1,3}){3}")
        || host.equals("::1")
        || host.equals("[::1]");
  }
}
