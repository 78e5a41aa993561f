package io.weir.dataplane.route;

/**
 * Segments of a path that some reader takes for a dot segment. Java servers cut {@code ;parameters}
 * off before they look for dots, Windows takes a backslash for a slash and cuts spaces off, C ends
 * at a NUL, and many decode a path before they split it. So a segment is looked at here as the most
 * lenient of them would, with escapes decoded once.
 */
final class DotSegments {
  private DotSegments() {}

  /** Whether any segment between two indexes is one; the path begins with a slash. */
  static boolean anyIn(byte[] path, int from, int to) {
    int at = from;
    while (at < to) {
      int octet = octet(path, at, to);
      at += width(path, at);
      if (isSlash(octet) && isAt(path, at, to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the segment that begins at an index is one. */
  static boolean isAt(byte[] path, int from, int to) {
    int at = from;
    int dots = 0;
    while (at < to && octet(path, at, to) == '.') {
      dots++;
      at += width(path, at);
    }
    while (dots > 0 && at < to && isCutOff(octet(path, at, to))) {
      at += width(path, at);
    }
    return (dots == 1 || dots == 2)
        && (at >= to || octet(path, at, to) == ';' || isSlash(octet(path, at, to)));
  }

  /** Where the last segment begins as such a reader sees it, or {@code from}. */
  static int lastSegment(byte[] path, int from, int to) {
    int last = from;
    int at = from;
    while (at < to) {
      int octet = octet(path, at, to);
      at += width(path, at);
      last = isSlash(octet) ? at : last;
    }
    return last;
  }

  private static boolean isSlash(int octet) {
    return octet == '/' || octet == '\\';
  }

  private static boolean isCutOff(int octet) {
    return octet == ' ' || octet == '\t' || octet == 0;
  }

  /** The octet at an index, unescaped once; every percent sign begins an escape. */
  private static int octet(byte[] path, int at, int to) {
    return path[at] == '%' && at + 2 < to
        ? Character.digit(path[at + 1], 16) << 4 | Character.digit(path[at + 2], 16)
        : path[at];
  }

  private static int width(byte[] path, int at) {
    return path[at] == '%' ? 3 : 1;
  }
}
