package io.weir.dataplane.http2;

import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.ReadOnlyHttp2Headers;
import io.netty.util.AsciiString;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeRequest;
import java.util.Arrays;
import java.util.Map;

/**
 * Fields as they go: names in lower case, without what belongs to a connection of HTTP/1. All text
 * of a message is slices of one copy of its lines, because the table of the encoder keeps some.
 */
final class FieldWriter {
  private static final AsciiString[] NAMES =
      Arrays.stream(HeaderName.values())
          .map(name -> AsciiString.cached(name.text()))
          .toArray(AsciiString[]::new);
  private static final AsciiString[] STATUSES = new AsciiString[600];
  private static final AsciiString TRAILERS = AsciiString.cached("trailers");
  private static final AsciiString HTTP = AsciiString.cached("http");
  private static final AsciiString HTTPS = AsciiString.cached("https");
  private static final AsciiString[] PER_REQUEST = {
    AsciiString.cached("authorization"),
    AsciiString.cached("traceparent"),
    AsciiString.cached("x-request-id"),
    AsciiString.cached("weir-request-id"),
  };

  private static final int FIELD_OVERHEAD = 32;

  static {
    for (int status = 100; status < STATUSES.length; status++) {
      STATUSES[status] = AsciiString.cached(Integer.toString(status));
    }
  }

  private FieldWriter() {}

  static Http2Headers response(int status, Headers headers) {
    AsciiString text =
        status < STATUSES.length ? STATUSES[status] : new AsciiString(Integer.toString(status));
    return ReadOnlyHttp2Headers.serverHeaders(false, text, fields(headers, 0));
  }

  static Http2Headers trailers(Headers headers) {
    return ReadOnlyHttp2Headers.trailers(false, fields(headers, 0));
  }

  static Http2Headers request(NodeRequest request) {
    AsciiString[] fields = fields(request.headers(), request.trailers() ? 2 : 0);
    if (request.trailers()) {
      fields[fields.length - 2] = NAMES[HeaderName.TE.ordinal()];
      fields[fields.length - 1] = TRAILERS;
    }
    return ReadOnlyHttp2Headers.clientHeaders(
        false,
        new AsciiString(request.method()),
        latin(request.path()),
        request.scheme().equals("https") ? HTTPS : HTTP,
        latin(request.authority()),
        fields);
  }

  /** Whether fields are larger than a peer accepts, measured as RFC 9113, 6.5.2 says. */
  static boolean isLarger(Http2Headers fields, long most) {
    if (most >= Http2CodecUtil.MAX_HEADER_LIST_SIZE) {
      return false;
    }
    long size = 0;
    for (Map.Entry<CharSequence, CharSequence> field : fields) {
      size += field.getKey().length() + field.getValue().length() + FIELD_OVERHEAD;
    }
    return size > most;
  }

  /** One byte a character, as in {@link Headers}. */
  private static AsciiString latin(String text) {
    return new AsciiString(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), false);
  }

  /** Names and values in turn, and so many empty places. */
  private static AsciiString[] fields(Headers headers, int more) {
    int size = headers.size();
    AsciiString[] fields = new AsciiString[2 * size + more];
    byte[] lines = headers.lines();
    int used = 0;
    for (int i = 0; i < size; i++) {
      HeaderName name = headers.name(i);
      if (passes(name, headers, i)) {
        fields[used++] = name(name, headers, i, lines);
        int from = headers.valueStart(i);
        fields[used++] = new AsciiString(lines, from, headers.valueEnd(i) - from, false);
      }
    }
    return used == 2 * size ? fields : Arrays.copyOf(fields, used + more);
  }

  private static boolean passes(HeaderName name, Headers headers, int field) {
    return switch (name) {
      case HOST, CONNECTION, KEEP_ALIVE, TRANSFER_ENCODING, UPGRADE, TE, HTTP2_SETTINGS -> false;
      case PROXY -> !headers.nameIs(field, "proxy-connection");
      default -> true;
    };
  }

  private static AsciiString name(HeaderName name, Headers headers, int field, byte[] lines) {
    if (name.isOneName()) {
      return NAMES[name.ordinal()];
    }
    int from = headers.nameStart(field);
    int to = headers.nameEnd(field);
    for (int i = from; i < to; i++) {
      if (lines[i] >= 'A' && lines[i] <= 'Z') {
        lines[i] |= 0x20;
      }
    }
    return new AsciiString(lines, from, to - from, false);
  }

  /**
   * Whether a field stays out of the table of the encoder: secrets (RFC 7541, 7.1.3), and what
   * never comes twice and would only push out what does.
   */
  static boolean staysOutOfTable(CharSequence name, CharSequence value) {
    for (AsciiString one : PER_REQUEST) {
      if (one.length() == name.length() && one.contentEquals(name)) {
        return true;
      }
    }
    return false;
  }
}
