package io.weir.dataplane.http1;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.UpgradeOffer;
import io.weir.dataplane.http.Version;

/**
 * Reads heads of messages (RFC 9112) out of {@link Headers} they were loaded into, every line with
 * its CR LF. Refused is every framing that two readers could understand differently: Content-Length
 * beside Transfer-Encoding, twice or as a list, and transfer codings other than {@code chunked}.
 */
final class HeadParser {
  private static final int HTTP_VERSION = "HTTP/1.1".length();

  private HeadParser() {}

  /** The request whose head is loaded, up to {@code end}, behind its empty line. */
  static RequestHead request(Headers headers, byte[] in, int end, int maxFields)
      throws MalformedException {
    int at = 0;
    while (FieldLines.isToken(in[at])) {
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
    FieldLines.name(headers, in, at + 2, end - 2, maxFields);
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
            ? UpgradeOffer.of(headers)
            : null;
    return new RequestHead(
        version,
        method,
        target,
        host < 0 ? null : headers.value(host),
        headers,
        length,
        expects,
        upgrade);
  }

  /**
   * The response whose head is loaded.
   *
   * @param bodiless whether the request was one whose response has no body: HEAD
   */
  static ResponseHead response(Headers headers, byte[] in, int end, int maxFields, boolean bodiless)
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
    while (FieldLines.isText(in[at])) {
      at++;
    }
    if (in[at] != '\r' || in[at + 1] != '\n' || at > reason && in[reason] != ' ') {
      throw MalformedException.of("the status line is malformed");
    }
    FieldLines.name(headers, in, at + 2, end - 2, maxFields);
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
}
