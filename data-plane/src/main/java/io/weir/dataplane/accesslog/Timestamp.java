package io.weir.dataplane.accesslog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The time as a JSON text such as {@code "2026-01-31T12:00:00.123Z"}: only its milliseconds are
 * written anew within a second. One thread.
 */
final class Timestamp {
  private static final int MILLIS = "\"2026-01-31T12:00:00.".length();

  private byte[] text = new byte[0];
  private long second = Long.MIN_VALUE;
  private long milli = Long.MIN_VALUE;

  /** The text of a time in milliseconds since 1970, valid until the next call. */
  byte[] of(long epochMilli) {
    if (epochMilli != milli) {
      milli = epochMilli;
      long now = Math.floorDiv(epochMilli, 1_000L);
      if (now != second) {
        second = now;
        text =
            ("\"" + Instant.ofEpochSecond(now).toString().replace("Z", ".000Z\""))
                .getBytes(StandardCharsets.US_ASCII);
      }
      int millis = (int) (epochMilli - 1_000 * now);
      text[MILLIS] = (byte) ('0' + millis / 100);
      text[MILLIS + 1] = (byte) ('0' + millis / 10 % 10);
      text[MILLIS + 2] = (byte) ('0' + millis % 10);
    }
    return text;
  }
}
