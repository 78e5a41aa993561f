package io.weir.dataplane.http2;

import static io.weir.dataplane.http.RequestHead.UNKNOWN;

import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import java.util.Map;

/**
 * Fields as they come into {@link Headers}, and what RFC 9113, 8.2 forbids in them. Netty has
 * looked at the order of pseudo-headers, at upper case, at fields that belong to a connection and
 * at Content-Length.
 */
final class FieldReader {
  private static final int USUAL_BYTES = 512;
  private static final boolean[] TOKEN = token();
  private static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");
  static final AsciiString HOST = AsciiString.cached("host");

  private FieldReader() {}

  private static boolean[] token() {
    boolean[] token = new boolean[256];
    String others = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz";
    for (int i = 0; i < others.length(); i++) {
      token[others.charAt(i)] = true;
    }
    return token;
  }

  /**
   * The head of a response, interim or final.
   *
   * @param toHead whether it answers HEAD: its Content-Length is that of another response, as it is
   *     in a 304
   */
  static ResponseHead response(int streamId, Http2Headers fields, boolean end, boolean toHead)
      throws Http2Exception {
    int status = status(streamId, fields.status());
    Headers headers = new Headers(USUAL_BYTES);
    for (Map.Entry<CharSequence, CharSequence> field : fields) {
      AsciiString name = AsciiString.of(field.getKey());
      if (name.byteAt(0) != ':') {
        add(streamId, headers, name, AsciiString.of(field.getValue()));
      } else if (!Http2Headers.PseudoHeaderName.STATUS.value().contentEquals(name)) {
        throw Http2Endpoint.malformed(streamId, "a response with " + name);
      }
    }
    boolean bodiless = toHead || status == 204 || status == 304;
    // where none is to come but the stream goes on, the end of the stream will tell
    long length = end || status < 200 ? 0 : bodiless ? UNKNOWN : unknownIfNone(headers);
    return new ResponseHead(Version.HTTP_2, status, null, headers, length);
  }

  private static int status(int streamId, CharSequence text) throws Http2Exception {
    if (text != null && text.length() == 3 && text.charAt(0) >= '1' && text.charAt(0) <= '9') {
      int status = 0;
      for (int i = 0; i < 3; i++) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          status = 0;
          break;
        }
        status = 10 * status + digit;
      }
      if (status >= 100 && status != 101) {
        return status;
      }
    }
    throw Http2Endpoint.malformed(streamId, "a response with the status " + text);
  }

  /** The fields after a body, without those that would speak of where it ends or belongs. */
  static Headers trailers(int streamId, Http2Headers fields) throws Http2Exception {
    Headers headers = new Headers(64);
    for (Map.Entry<CharSequence, CharSequence> field : fields) {
      AsciiString name = AsciiString.of(field.getKey());
      if (!CONTENT_LENGTH.contentEquals(name) && !HOST.contentEquals(name)) {
        add(streamId, headers, name, AsciiString.of(field.getValue()));
      }
    }
    return headers;
  }

  private static long unknownIfNone(Headers headers) {
    long stated = statedLength(headers);
    return stated == 0 ? UNKNOWN : stated;
  }

  /**
   * What Content-Length says, {@link io.weir.dataplane.http.RequestHead#UNKNOWN} if there is none.
   */
  static long statedLength(Headers headers) {
    int field = headers.find(HeaderName.CONTENT_LENGTH);
    return field < 0 ? UNKNOWN : headers.decimal(field);
  }

  static void add(int streamId, Headers headers, AsciiString name, AsciiString value)
      throws Http2Exception {
    checkName(streamId, name);
    checkValue(streamId, name, value);
    headers.add(name, value);
  }

  private static void checkName(int streamId, AsciiString name) throws Http2Exception {
    byte[] bytes = name.array();
    int to = name.arrayOffset() + name.length();
    for (int i = name.arrayOffset(); i < to; i++) {
      if (!TOKEN[bytes[i] & 0xff]) {
        throw Http2Endpoint.malformed(streamId, "a field name that is not a lower-case token");
      }
    }
  }

  static void checkValue(int streamId, AsciiString name, AsciiString value) throws Http2Exception {
    byte[] bytes = value.array();
    int from = value.arrayOffset();
    int to = from + value.length();
    if (from == to) {
      return;
    }
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < ' ' && b != '\t' || b == 0x7f) {
        throw Http2Endpoint.malformed(streamId, "a control character in the value of " + name);
      }
    }
    if (isSpace(bytes[from]) || isSpace(bytes[to - 1])) {
      throw Http2Endpoint.malformed(streamId, "white space around the value of " + name);
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  static boolean isToken(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0xff || !TOKEN[c] && !(c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return text.length() > 0;
  }
}
