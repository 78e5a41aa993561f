package io.weir.dataplane.route;

import org.jspecify.annotations.Nullable;

/**
 * The path of a request target in normal form: dot segments are removed (RFC 3986, 5.2.4) and
 * characters that need no escape are unescaped (6.2.2.2), so that {@code /%2e%2e/} hides nothing;
 * encoded slashes and double slashes are kept, for they mean what the back end says they mean.
 */
public final class RequestPath {
  private RequestPath() {}

  /**
   * The normal form of a path, which is the text itself in nearly every case, or null if it is
   * malformed.
   */
  public static @Nullable String normalise(String path) {
    if (!path.startsWith("/")) {
      return null;
    }
    String decoded = path.indexOf('%') < 0 ? path : unescape(path);
    if (decoded == null) {
      return null;
    }
    return hasDotSegment(decoded) ? withoutDotSegments(decoded) : decoded;
  }

  private static @Nullable String unescape(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '%') {
        out.append(c);
        continue;
      }
      if (i + 2 >= path.length()) {
        return null;
      }
      int high = Character.digit(path.charAt(i + 1), 16);
      int low = Character.digit(path.charAt(i + 2), 16);
      if (high < 0 || low < 0) {
        return null;
      }
      char octet = (char) (high << 4 | low);
      if (isUnreserved(octet)) {
        out.append(octet);
      } else {
        out.append(path, i, i + 3);
      }
      i += 2;
    }
    return out.toString();
  }

  private static boolean isUnreserved(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private static boolean hasDotSegment(String path) {
    for (int i = path.indexOf("/."); i >= 0; i = path.indexOf("/.", i + 1)) {
      int after = i + 2;
      if (after < path.length() && path.charAt(after) == '.') {
        after++;
      }
      if (after == path.length() || path.charAt(after) == '/') {
        return true;
      }
    }
    return false;
  }

  private static String withoutDotSegments(String path) {
    StringBuilder out = new StringBuilder(path.length());
    int start = 1;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String segment = path.substring(start, end);
      if (segment.equals("..")) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
      } else if (!segment.equals(".")) {
        out.append('/').append(segment);
      }
      if (slash < 0 && (segment.equals(".") || segment.equals(".."))) {
        out.append('/');
      }
      start = end + 1;
    }
    return out.toString();
  }
}
