package io.weir.guard.access;

/** The one spelling of all paths that lead to the same resource. */
public final class Paths {
  private Paths() {}

  /**
   * A path without parameters of segments, empty segments and a slash at its end.
   *
   * @param normalized as {@code RoutingContext.normalizedPath} gives it
   */
  public static String canonical(String normalized) {
    return normalized.replaceAll(";[^/]*", "").replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
  }

  /** Whether only who is known is answered there. */
  static boolean isGuarded(String canonical) {
    return canonical.equals("/v1") || canonical.startsWith("/v1/");
  }
}
