package io.weir.dataplane.http1;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.weir.dataplane.http.Headers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Status lines, made once. */
final class Statuses {
  private static final byte[][] PHRASES = new byte[600][];
  private static final byte[][] LINES = new byte[600][];

  static {
    for (int status = 100; status < LINES.length; status++) {
      String phrase = phrase(status);
      PHRASES[status] = phrase.getBytes(StandardCharsets.US_ASCII);
      LINES[status] = made(status, phrase);
    }
  }

  private Statuses() {}

  private static String phrase(int status) {
    HttpResponseStatus known = HttpResponseStatus.valueOf(status);
    return known.reasonPhrase().contains("(") ? "" : known.reasonPhrase();
  }

  private static byte[] made(int status, String phrase) {
    return ("HTTP/1.1 " + status + " " + phrase + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The whole status line, with its line break. */
  static byte[] line(int status, @Nullable String phrase) {
    return phrase == null && status < LINES.length
        ? LINES[status]
        : made(status, phrase == null ? "" : phrase);
  }

  /** The phrase of a loaded status line, null if it is the usual one. */
  static @Nullable String reason(Headers headers, byte[] in, int from, int to, int status) {
    int start = from == to ? from : from + 1;
    if (status < PHRASES.length) {
      byte[] usual = PHRASES[status];
      if (java.util.Arrays.equals(usual, 0, usual.length, in, start, to)) {
        return null;
      }
    }
    return headers.loaded(start, to);
  }
}
