package io.weir.dataplane.http;

/** The tokens of HTTP (RFC 9110, 5.6.2). */
final class Tokens {
  private Tokens() {}

  /** Whether a text is one. */
  static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alphanumeric = c < 0x80 && NameSet.isAlphanumeric((byte) c);
      if (!alphanumeric && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
