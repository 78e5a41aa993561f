package io.weir.dataplane.route;

import java.nio.charset.StandardCharsets;

/**
 * Texts as requests have them on the wire. What is compared here is ASCII; a byte that is not means
 * itself.
 */
final class Ascii {
  private Ascii() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** A byte in lower case, if it is a letter. */
  static int lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }
}
