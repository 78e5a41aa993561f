package io.weir.dataplane.http1;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;

/**
 * Reads field lines (RFC 9112, 5), of heads and of trailers. Refused are a bare CR, folded lines,
 * space before a colon, and control characters.
 */
final class FieldLines {
  private static final boolean[] TOKEN = new boolean[256];
  private static final boolean[] TEXT = new boolean[256];

  static {
    for (int c = 0x21; c < 0x7f; c++) {
      TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
    for (int c = 0x20; c < 0x100; c++) {
      TEXT[c] = c != 0x7f;
    }
    TEXT['\t'] = true;
  }

  private FieldLines() {}

  /** Whether names and methods may have it. */
  static boolean isToken(byte b) {
    return TOKEN[b & 0xff];
  }

  /** Whether values and reason phrases may have it. */
  static boolean isText(byte b) {
    return TEXT[b & 0xff];
  }

  /** Names the fields of the lines between two indexes; the last line ends at {@code end}. */
  static void name(Headers headers, byte[] in, int start, int end, int maxFields)
      throws MalformedException {
    int at = start;
    while (at < end) {
      int line = at;
      while (isToken(in[at])) {
        at++;
      }
      int nameEnd = at;
      if (nameEnd == line || in[at] != ':') {
        throw MalformedException.of(whyNotName(in, line, at));
      }
      at++;
      while (in[at] == ' ' || in[at] == '\t') {
        at++;
      }
      int value = at;
      while (isText(in[at])) {
        at++;
      }
      if (in[at] != '\r' || in[at + 1] != '\n') {
        throw MalformedException.of("a header value has a control character");
      }
      int valueEnd = at;
      while (valueEnd > value && (in[valueEnd - 1] == ' ' || in[valueEnd - 1] == '\t')) {
        valueEnd--;
      }
      at += 2;
      if (headers.size() == maxFields) {
        throw new MalformedException(431, "there are more than " + maxFields + " header fields");
      }
      headers.field(line, nameEnd, value, valueEnd);
    }
    headers.loadedTo(end);
  }

  private static String whyNotName(byte[] in, int line, int at) {
    if (at == line && (in[at] == ' ' || in[at] == '\t')) {
      return "a header line is folded";
    }
    return in[at] == ' ' || in[at] == '\t'
        ? "there is space before the colon of a header"
        : "a header line has no name and colon";
  }

  /** Whether a trailer field would change how the message is read, and must be dropped. */
  static boolean mayTrail(HeaderName name) {
    return switch (name) {
      case CONTENT_LENGTH,
          TRANSFER_ENCODING,
          HOST,
          CONNECTION,
          KEEP_ALIVE,
          TE,
          TRAILER,
          UPGRADE,
          EXPECT,
          PROXY ->
          false;
      default -> true;
    };
  }
}
