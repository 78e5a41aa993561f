package io.weir.contracts.value;

/**
 * The cookie by which the console is known. Browsers send a cookie to every port of its host: what
 * forwards requests of others has to know it, too.
 */
public final class ConsoleCookie {
  /** What it is called; upper and lower case differ. */
  public static final String NAME = "weir_session";

  private ConsoleCookie() {}
}
