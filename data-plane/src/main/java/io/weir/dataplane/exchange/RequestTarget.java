package io.weir.dataplane.exchange;

import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.route.RequestPath;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for.
 *
 * @param host the authority, as the client wrote it
 * @param path in normal form, or {@code *} for the server as a whole
 * @param query with its question mark, untouched, or empty
 */
public record RequestTarget(String host, String path, String query) {
  private static final String SERVER = "*";
  private static final boolean[] IN_AUTHORITY = new boolean[128];

  static {
    for (char c = '0'; c <= 'z'; c++) {
      IN_AUTHORITY[c] = Character.isLetterOrDigit(c);
    }
    for (char c : "-._~!$&'()*+,;=%:[]".toCharArray()) {
      IN_AUTHORITY[c] = true;
    }
  }

  /**
   * The target of a request in origin form, absolute form or, with OPTIONS, asterisk form (RFC
   * 9112, 3.2), or null if it is malformed.
   */
  static @Nullable RequestTarget of(RequestHead head) {
    String uri = head.target();
    String host = head.authority();
    boolean options = head.method().equals("OPTIONS");
    if (options && uri.equals(SERVER)) {
      return host == null || !isAuthority(host) ? null : new RequestTarget(host, SERVER, "");
    }
    int start = 0;
    if (!uri.startsWith("/")) {
      if (host != null && !isAuthority(host)) {
        return null;
      }
      int authority = authorityOf(uri);
      if (authority < 0) {
        return null;
      }
      start = endOfAuthority(uri, authority);
      host = uri.substring(authority, start);
    }
    if (host == null || !isAuthority(host) || uri.indexOf('#') >= 0) {
      return null;
    }
    if (options && start == uri.length()) {
      // what would be an asterisk without the authority (RFC 9112, 3.2.4)
      return new RequestTarget(host, SERVER, "");
    }
    int question = uri.indexOf('?', start);
    int end = question < 0 ? uri.length() : question;
    String path = start == end ? "/" : RequestPath.normalise(uri.substring(start, end));
    return path == null
        ? null
        : new RequestTarget(host, path, question < 0 ? "" : uri.substring(question));
  }

  /** Whether it is the server as a whole and not something on it. */
  boolean isServer() {
    return path.equals(SERVER);
  }

  /** Whether it could be a host and a port (RFC 3986, 3.2), without a user. */
  private static boolean isAuthority(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= IN_AUTHORITY.length || !IN_AUTHORITY[c]) {
        return false;
      }
    }
    return !text.isEmpty();
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
