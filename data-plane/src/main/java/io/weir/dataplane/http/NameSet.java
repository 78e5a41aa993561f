package io.weir.dataplane.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Field names, known again however they are spelled: in any case, and with any character that is
 * neither letter nor digit for any other. Programs behind CGI, WSGI or PHP read {@code X_A}, {@code
 * X.A} and {@code X-A} as the same variable. Immutable; makes no garbage.
 */
public final class NameSet {
  private final byte[][][] byLength;

  private NameSet(byte[][][] byLength) {
    this.byLength = byLength;
  }

  /** The set of these names, in lower case. */
  public static NameSet of(String... names) {
    int longest = Arrays.stream(names).mapToInt(String::length).max().orElse(0);
    byte[][][] table = new byte[longest + 1][][];
    for (int length = 0; length <= longest; length++) {
      int wanted = length;
      table[length] =
          Arrays.stream(names)
              .filter(name -> name.length() == wanted)
              .map(name -> name.getBytes(StandardCharsets.US_ASCII))
              .toArray(byte[][]::new);
    }
    return new NameSet(table);
  }

  /** Whether these token characters are one of the names. */
  boolean has(byte[] in, int from, int to) {
    int length = to - from;
    if (length < byLength.length) {
      for (byte[] name : byLength[length]) {
        if (spells(in, from, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether what is in the array from an index on begins as a lower-case name does. */
  static boolean spells(byte[] in, int from, byte[] name) {
    for (int i = name.length - 1; i >= 0; i--) {
      byte wanted = name[i];
      byte b = in[from + i];
      if (isAlphanumeric(wanted) ? (b | 0x20) != wanted : isAlphanumeric(b)) {
        return false;
      }
    }
    return true;
  }

  static boolean isAlphanumeric(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
  }
}
