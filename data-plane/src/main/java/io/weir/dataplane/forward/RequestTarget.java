package io.weir.dataplane.forward;

import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.route.RequestPath;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for.
 *
 * @param host the authority, as the client wrote it
 * @param path in normal form
 * @param query with its question mark, untouched, or empty
 */
record RequestTarget(String host, String path, String query) {

  /**
   * The target of a request in origin form or absolute form (RFC 9112, 3.2), or null if it is
   * malformed.
   */
  static @Nullable RequestTarget of(RequestHead head) {
    String uri = head.target();
    String host = head.authority();
    int start = 0;
    if (!uri.startsWith("/")) {
      int authority = authorityOf(uri);
      if (authority < 0) {
        return null;
      }
      start = endOfAuthority(uri, authority);
      host = uri.substring(authority, start);
    }
    if (host == null || host.isEmpty()) {
      return null;
    }
    int question = uri.indexOf('?', start);
    int end = question < 0 ? uri.length() : question;
    String path = start == end ? "/" : RequestPath.normalise(uri.substring(start, end));
    return path == null
        ? null
        : new RequestTarget(host, path, question < 0 ? "" : uri.substring(question));
  }

  private static int authorityOf(String uri) {
    if (uri.regionMatches(true, 0, "http://", 0, 7)) {
      return 7;
    }
    return uri.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
  }

  private static int endOfAuthority(String uri, int from) {
    int end = from;
    while (end < uri.length() && uri.charAt(end) != '/' && uri.charAt(end) != '?') {
      end++;
    }
    return end;
  }
}
