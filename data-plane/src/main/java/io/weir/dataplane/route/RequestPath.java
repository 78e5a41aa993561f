package io.weir.dataplane.route;

import org.jspecify.annotations.Nullable;

/**
 * The path of a request target in normal form: dot segments are removed (RFC 3986, 5.2.4) and
 * characters that need no escape are unescaped (6.2.2.2), so that {@code /%2e%2e/} hides nothing;
 * encoded slashes and double slashes are kept, for they mean what the back end says they mean. What
 * only some readers take for a dot segment ({@link DotSegments}) is malformed, and so is a
 * backslash, which no URI has and some readers take for a slash.
 */
public final class RequestPath {
  private RequestPath() {}

  /**
   * Brings a path to normal form where it stands, which it nearly always is in already; makes no
   * garbage.
   *
   * @return the new end, at most {@code to}, or -1 if the path is malformed
   */
  public static int normalise(byte[] path, int from, int to) {
    if (from == to || path[from] != '/') {
      return -1;
    }
    for (int i = from + 1; i < to; i++) {
      byte c = path[i];
      if (c == '\\') {
        return -1;
      }
      if (c == '%' || c == '.' && path[i - 1] == '/') {
        return slowly(path, from, i, to);
      }
    }
    return to;
  }

  private static int slowly(byte[] path, int from, int at, int to) {
    int unescaped = unescape(path, at, to);
    if (unescaped < 0) {
      return -1;
    }
    int end = withoutDotSegments(path, from, unescaped);
    return DotSegments.anyIn(path, from, end) ? -1 : end;
  }

  /** The same of a text, which is returned itself if it is in normal form; null if malformed. */
  public static @Nullable String normalise(String path) {
    if (path.startsWith("/")
        && path.indexOf('%') < 0
        && path.indexOf('\\') < 0
        && !path.contains("/.")) {
      return path;
    }
    byte[] bytes = Ascii.bytes(path);
    int end = normalise(bytes, 0, bytes.length);
    if (end < 0) {
      return null;
    }
    String normal = Ascii.text(bytes, 0, end);
    return normal.equals(path) ? path : normal;
  }

  private static int unescape(byte[] path, int from, int to) {
    int end = from;
    for (int i = from; i < to; i++) {
      byte c = path[i];
      if (c == '\\') {
        return -1;
      }
      if (c == '%') {
        int high = i + 2 < to ? Character.digit(path[i + 1], 16) : -1;
        int low = i + 2 < to ? Character.digit(path[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return -1;
        }
        int octet = high << 4 | low;
        if (isUnreserved(octet)) {
          path[end++] = (byte) octet;
        } else {
          path[end++] = c;
          path[end++] = path[i + 1];
          path[end++] = path[i + 2];
        }
        i += 2;
      } else {
        path[end++] = c;
      }
    }
    return end;
  }

  private static boolean isUnreserved(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** What is written is never ahead of what is read. */
  private static int withoutDotSegments(byte[] path, int from, int to) {
    int end = from;
    int start = from + 1;
    while (start <= to) {
      int stop = start;
      while (stop < to && path[stop] != '/') {
        stop++;
      }
      int dots = dots(path, start, stop);
      if (dots == 0) {
        path[end++] = '/';
        System.arraycopy(path, start, path, end, stop - start);
        end += stop - start;
      } else {
        if (dots == 2) {
          end = lastSlash(path, from, end);
        }
        if (stop == to) {
          path[end++] = '/';
        }
      }
      start = stop + 1;
    }
    return end;
  }

  /** 1 or 2 if the segment is that many dots, else 0. */
  private static int dots(byte[] path, int start, int stop) {
    int length = stop - start;
    if (length == 1) {
      return path[start] == '.' ? 1 : 0;
    }
    return length == 2 && path[start] == '.' && path[start + 1] == '.' ? 2 : 0;
  }

  /** Where the last segment of what is written begins, or {@code from}. */
  private static int lastSlash(byte[] path, int from, int end) {
    int at = end;
    while (at > from) {
      at--;
      if (path[at] == '/') {
        return at;
      }
    }
    return from;
  }
}
