package io.weir.contracts.value;

/**
 * The cookies by which the console knows a browser. Browsers send a cookie to every port of its
 * host, and take it from every port: what forwards requests of others has to know them, too.
 */
public final class ConsoleCookie {
  /** What that of a session is called; upper and lower case differ. */
  public static final String NAME = "weir_session";

  /**
   * What the names of those have in them by which a login at an issuer of tokens is remembered
   * while it lasts.
   */
  public static final String LOGIN = "weir-code";

  private static final String LOGINS_BEGIN = "q_";

  private ConsoleCookie() {}

  /** Whether a cookie is one of the console's. */
  public static boolean is(String name) {
    return name.equals(NAME) || name.startsWith(LOGINS_BEGIN) && name.contains("_" + LOGIN);
  }
}
