package io.weir.dataplane.exchange;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Names requests: the client's own name if it is a sensible one, else 32 random hexadecimal digits.
 * One thread.
 */
final class RequestIds {
  private static final int MAX_LENGTH = 128;
  private static final HexFormat HEX = HexFormat.of();

  private final SplittableRandom random = new SplittableRandom();

  String idFor(@Nullable String given) {
    return given != null && isSensible(given)
        ? given
        : HEX.toHexDigits(random.nextLong()).concat(HEX.toHexDigits(random.nextLong()));
  }

  /** Safe in a header, a log line and a JSON text. */
  private static boolean isSensible(String id) {
    if (id.isEmpty() || id.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean safe =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-_.:/+=@".indexOf(c) >= 0;
      if (!safe) {
        return false;
      }
    }
    return true;
  }
}
