package io.weir.dataplane.http2;

import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the HEADERS of a request (RFC 9113, 8.3.1). */
final class RequestReader {
  private static final AsciiString COOKIE = AsciiString.cached("cookie");

  private final int streamId;
  private final Http2Headers fields;
  private final Headers headers = new Headers(512);
  private int pseudoHeaders;
  private @Nullable String host;
  private @Nullable StringBuilder cookies;

  private RequestReader(int streamId, Http2Headers fields) {
    this.streamId = streamId;
    this.fields = fields;
  }

  /** The head of a request, or a stream error if it is malformed. */
  static RequestHead read(int streamId, Http2Headers fields, boolean end) throws Http2Exception {
    return new RequestReader(streamId, fields).read(end);
  }

  private RequestHead read(boolean end) throws Http2Exception {
    readFields();
    String method = required(fields.method(), ":method");
    boolean connect = method.equals("CONNECT");
    CharSequence path = fields.path();
    CharSequence scheme = fields.scheme();
    String target = connect && path == null ? "" : required(path, ":path");
    if (!connect) {
      required(scheme, ":scheme");
      checkTarget(method, target);
    }
    String authority = authority(connect);
    int known = (path == null ? 0 : 1) + (scheme == null ? 0 : 1);
    if (pseudoHeaders != 1 + known + (fields.authority() == null ? 0 : 1)) {
      throw malformed("a pseudo-header that no request has");
    }
    if (!FieldReader.isToken(method)) {
      throw malformed("a method that is not a token");
    }
    int expect = headers.find(HeaderName.EXPECT);
    return new RequestHead(
        Version.HTTP_2,
        method,
        target,
        authority,
        headers,
        end ? 0 : FieldReader.statedLength(headers),
        expect >= 0 && headers.valueIs(expect, "100-continue"),
        null);
  }

  private void readFields() throws Http2Exception {
    for (Map.Entry<CharSequence, CharSequence> field : fields) {
      AsciiString name = AsciiString.of(field.getKey());
      AsciiString value = AsciiString.of(field.getValue());
      if (name.byteAt(0) == ':') {
        pseudoHeaders++;
      } else if (FieldReader.HOST.contentEquals(name)) {
        if (host != null) {
          throw malformed("two Host fields");
        }
        FieldReader.checkValue(streamId, name, value);
        host = value.toString();
      } else if (COOKIE.contentEquals(name)) {
        FieldReader.checkValue(streamId, name, value);
        cookies = cookies == null ? new StringBuilder() : cookies.append("; ");
        cookies.append(value);
      } else {
        FieldReader.add(streamId, headers, name, value);
      }
    }
    if (cookies != null) {
      headers.add(COOKIE, cookies); // one field again (RFC 9113, 8.2.3)
    }
  }

  private @Nullable String authority(boolean connect) throws Http2Exception {
    CharSequence given = fields.authority();
    if (given == null) {
      if (connect) {
        throw malformed("CONNECT without :authority");
      }
      return host == null || host.isEmpty() ? null : checkAuthority(host);
    }
    String authority = checkAuthority(given.toString());
    if (host != null && !host.equalsIgnoreCase(authority)) {
      throw malformed("Host and :authority differ");
    }
    return authority;
  }

  private String checkAuthority(String authority) throws Http2Exception {
    for (int i = 0; i < authority.length(); i++) {
      char c = authority.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '/' || c == '?' || c == '#' || c == '@' || c == '\\') {
        throw malformed("an authority that is not one");
      }
    }
    return authority;
  }

  private void checkTarget(String method, String target) throws Http2Exception {
    if (target.charAt(0) != '/' && !(target.equals("*") && method.equals("OPTIONS"))) {
      throw malformed(":path that is not one");
    }
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c == 0x7f) {
        throw malformed("white space or a control character in :path");
      }
    }
  }

  private String required(@Nullable CharSequence value, String name) throws Http2Exception {
    if (value == null || value.isEmpty()) {
      throw malformed("no " + name);
    }
    return value.toString();
  }

  private Http2Exception malformed(String why) {
    return Http2Endpoint.malformed(streamId, why);
  }

  /** Why a request, though well-formed, is not taken, or null. */
  static @Nullable MalformedException objection(RequestHead head, HttpLimits limits) {
    if (head.method().equals("CONNECT")) {
      return new MalformedException(405, "CONNECT: this is not a proxy to other places");
    }
    if (head.method().length() + head.target().length() > limits.requestLineBytes()) {
      return new MalformedException(414, "method and path are longer than allowed");
    }
    if (head.headers().size() > limits.headerCount()) {
      return new MalformedException(431, "more header fields than allowed");
    }
    if (limits.bodyBytes() > 0 && head.contentLength() > limits.bodyBytes()) {
      return tooLarge();
    }
    return null;
  }

  static MalformedException tooLarge() {
    return new MalformedException(413, "a larger body than allowed");
  }
}
