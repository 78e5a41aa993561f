package io.weir.dataplane.http1;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads heads of messages (RFC 9112) out of {@link Headers} they were loaded into. Refused are: a
 * line that does not end in CR LF, a bare CR, folded lines, space before a colon, control
 * characters, and every framing that two readers could understand differently: Content-Length
 * beside Transfer-Encoding, twice or as a list, and transfer codings other than {@code chunked}.
 */
final class HeadParser {
  private static final boolean[] TOKEN = new boolean[256];
  private static final boolean[] VALUE = new boolean[256];
  private static final int HTTP_VERSION = "HTTP/1.1".length();

  static {
    for (int c = 0x21; c < 0x7f; c++) {
      TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
    for (int c = 0x20; c < 0x100; c++) {
      VALUE[c] = c != 0x7f;
    }
    VALUE['\t'] = true;
  }

  private HeadParser() {}

  /**
   * The index behind the empty line that ends a head, or -1 if it has not come yet.
   *
   * @param from how much was looked at before
   */
  static int endOfHead(byte[] in, int from, int to) throws MalformedException {
    for (int i = from; i < to; i++) {
      if (in[i] == '\n') {
        if (i == 0 || in[i - 1] != '\r') {
          throw MalformedException.of("a line ends in a bare LF");
        }
        if (i >= 3 && in[i - 2] == '\n') {
          return i + 1;
        }
      }
    }
    return -1;
  }

  /** The request whose head is loaded, up to {@code end}, behind its empty line. */
  static RequestHead request(Headers headers, byte[] in, int end, int maxFields)
      throws MalformedException {
    int at = 0;
    while (TOKEN[in[at] & 0xff]) {
      at++;
    }
    if (at == 0 || in[at] != ' ') {
      throw MalformedException.of("the request line does not begin with a method and one space");
    }
    String method = method(headers, in, at);
    int target = at + 1;
    at = target;
    while ((in[at] & 0xff) > ' ' && in[at] != 0x7f) {
      at++;
    }
    int targetEnd = at;
    if (targetEnd == target || in[at] != ' ') {
      throw MalformedException.of("the request line has no target followed by one space");
    }
    Version version = version(in, at + 1);
    at += 1 + HTTP_VERSION;
    if (in[at] != '\r' || in[at + 1] != '\n') {
      throw MalformedException.of("the request line does not end after the version");
    }
    fields(headers, in, at + 2, end - 2, maxFields);
    return request(headers, method, headers.loaded(target, targetEnd), version);
  }

  private static RequestHead request(Headers headers, String method, String target, Version version)
      throws MalformedException {
    int host = headers.find(HeaderName.HOST);
    if (host >= 0 && headers.find(HeaderName.HOST, host + 1) >= 0) {
      throw MalformedException.of("there is more than one Host");
    }
    if (host < 0 && version == Version.HTTP_1_1) {
      throw MalformedException.of("Host is missing");
    }
    long length = 0;
    if (headers.has(HeaderName.TRANSFER_ENCODING)) {
      if (version == Version.HTTP_1_0) {
        throw MalformedException.of("HTTP/1.0 has no Transfer-Encoding");
      }
      chunkedOnly(headers);
      length = RequestHead.UNKNOWN;
    } else if (headers.has(HeaderName.CONTENT_LENGTH)) {
      length = contentLength(headers);
    }
    boolean expects = false;
    int expect = headers.find(HeaderName.EXPECT);
    if (expect >= 0) {
      if (!headers.valueIs(expect, "100-continue")) {
        throw new MalformedException(417, "the only expectation there is is 100-continue");
      }
      expects = length != 0 && version == Version.HTTP_1_1;
    }
    String upgrade =
        headers.has(HeaderName.UPGRADE)
                && version == Version.HTTP_1_1
                && headers.hasToken(HeaderName.CONNECTION, "upgrade")
            ? headers.get(HeaderName.UPGRADE)
            : null;
    return new RequestHead(
        version,
        method,
        target,
        host < 0 ? null : headers.value(host),
        headers,
        length,
        expects,
        isHttp2(upgrade) ? null : upgrade);
  }

  /**
   * The response whose head is loaded.
   *
   * @param bodiless whether the request was one whose response has no body: HEAD
   */
  static ResponseHead response(Headers headers, byte[] in, int end, boolean bodiless)
      throws MalformedException {
    Version version = version(in, 0);
    int at = HTTP_VERSION;
    int status = 0;
    for (int i = 1; i <= 3; i++) {
      int digit = in[at + i] - '0';
      if (digit < 0 || digit > 9) {
        throw MalformedException.of("the status line has no status");
      }
      status = 10 * status + digit;
    }
    if (in[at] != ' ' || status < 100) {
      throw MalformedException.of("the status line has no status");
    }
    at += 4;
    int reason = at;
    while (VALUE[in[at] & 0xff]) {
      at++;
    }
    if (in[at] != '\r' || in[at + 1] != '\n' || at > reason && in[reason] != ' ') {
      throw MalformedException.of("the status line is malformed");
    }
    fields(headers, in, at + 2, end - 2, Integer.MAX_VALUE);
    String phrase = Statuses.reason(headers, in, reason, at, status);
    // what is ambiguous is refused even where it delimits nothing: it would be passed on
    long length = responseLength(headers);
    boolean noBody = bodiless || status < 200 || status == 204 || status == 304;
    return new ResponseHead(version, status, phrase, headers, noBody ? 0 : length);
  }

  private static long responseLength(Headers headers) throws MalformedException {
    if (headers.has(HeaderName.TRANSFER_ENCODING)) {
      chunkedOnly(headers);
      return RequestHead.UNKNOWN;
    }
    return headers.has(HeaderName.CONTENT_LENGTH) ? contentLength(headers) : RequestHead.UNKNOWN;
  }

  private static void chunkedOnly(Headers headers) throws MalformedException {
    int coding = headers.find(HeaderName.TRANSFER_ENCODING);
    if (headers.has(HeaderName.CONTENT_LENGTH)) {
      throw MalformedException.of("there is a Content-Length beside a Transfer-Encoding");
    }
    if (!headers.valueIs(coding, "chunked")
        || headers.find(HeaderName.TRANSFER_ENCODING, coding + 1) >= 0) {
      throw MalformedException.of("the only transfer coding accepted is chunked, once");
    }
  }

  private static long contentLength(Headers headers) throws MalformedException {
    int field = headers.find(HeaderName.CONTENT_LENGTH);
    long length = headers.decimal(field);
    if (length < 0) {
      throw MalformedException.of("Content-Length is not a number of octets");
    }
    if (headers.find(HeaderName.CONTENT_LENGTH, field + 1) >= 0) {
      throw MalformedException.of("there is more than one Content-Length");
    }
    return length;
  }

  private static String method(Headers headers, byte[] in, int end) {
    if (end == 3 && in[0] == 'G' && in[1] == 'E' && in[2] == 'T') {
      return "GET";
    }
    String method = headers.loaded(0, end);
    return switch (method) {
      case "POST" -> "POST";
      case "PUT" -> "PUT";
      case "HEAD" -> "HEAD";
      case "DELETE" -> "DELETE";
      case "OPTIONS" -> "OPTIONS";
      case "PATCH" -> "PATCH";
      default -> method;
    };
  }

  private static Version version(byte[] in, int at) throws MalformedException {
    if (in[at] == 'H'
        && in[at + 1] == 'T'
        && in[at + 2] == 'T'
        && in[at + 3] == 'P'
        && in[at + 4] == '/'
        && in[at + 6] == '.'
        && isDigit(in[at + 5])
        && isDigit(in[at + 7])) {
      if (in[at + 5] != '1') {
        throw new MalformedException(505, "the version is not HTTP/1.0 or HTTP/1.1");
      }
      return in[at + 7] == '0' ? Version.HTTP_1_0 : Version.HTTP_1_1;
    }
    throw MalformedException.of("there is no HTTP version where it belongs");
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Names the fields of the lines between two indexes; the last line ends at {@code end}. */
  static void fields(Headers headers, byte[] in, int start, int end, int maxFields)
      throws MalformedException {
    int at = start;
    while (at < end) {
      int line = at;
      while (TOKEN[in[at] & 0xff]) {
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
      while (VALUE[in[at] & 0xff]) {
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

  /** The upgrade to HTTP/2 that RFC 9113 has abolished: not accepted, hence not seen. */
  private static boolean isHttp2(@Nullable String upgrade) {
    return upgrade != null && upgrade.toLowerCase(Locale.ROOT).startsWith("h2c");
  }
}
