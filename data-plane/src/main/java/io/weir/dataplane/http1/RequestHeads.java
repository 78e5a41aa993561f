package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHead;

/** The heads of the requests of a connection, within the limits of a client. One event loop. */
final class RequestHeads {
  private static final byte[] HTTP2_PREFACE = Wire.ascii("PRI * HTTP/2.0\r\n");

  private final HttpLimits limits;

  RequestHeads(HttpLimits limits) {
    this.limits = limits;
  }

  /** Most bytes that a head may have, its request line included. */
  static int most(HttpLimits limits) {
    return limits.headerBytes() + limits.requestLineBytes();
  }

  /**
   * Skips empty lines before a request, which are left over from the last one (RFC 9112, 2.2);
   * false if nothing else is there.
   */
  static boolean begins(ByteBuf in) throws MalformedException {
    while (in.isReadable() && in.getByte(in.readerIndex()) == '\r') {
      if (in.readableBytes() < 2) {
        return false;
      }
      if (in.getByte(in.readerIndex() + 1) != '\n') {
        throw MalformedException.of("a bare CR before a request");
      }
      in.skipBytes(2);
    }
    return in.isReadable();
  }

  /** How many bytes the connection begins with that HTTP/2 begins with, or -1 if it does not. */
  static int ofHttp2(ByteBuf in) {
    int length = Math.min(in.readableBytes(), HTTP2_PREFACE.length);
    for (int i = 0; i < length; i++) {
      if (in.getByte(in.readerIndex() + i) != HTTP2_PREFACE[i]) {
        return -1;
      }
    }
    return length;
  }

  /** Whether so many bytes of the preface of HTTP/2 (RFC 9113, 3.4) leave no doubt. */
  static boolean isHttp2(int bytes) {
    return bytes == HTTP2_PREFACE.length;
  }

  /** Refuses a head that is too large; parameters as in {@link Http1Connection#checkHead}. */
  void check(byte[] in, int length, boolean full) throws MalformedException {
    int line = 0;
    while (line < length && in[line] != '\n') {
      line++;
    }
    if (line > limits.requestLineBytes()) {
      throw new MalformedException(
          414, "the request line is longer than " + limits.requestLineBytes() + " bytes");
    }
    if (full || length - line - 1 > limits.headerBytes()) {
      throw new MalformedException(
          431, "the header section is larger than " + limits.headerBytes() + " bytes");
    }
  }

  /** The request whose head is loaded, up to {@code end}. */
  RequestHead read(Headers headers, byte[] in, int end) throws MalformedException {
    RequestHead head = HeadParser.request(headers, in, end, limits.headerCount());
    if (isTooLarge(head.contentLength())) {
      throw tooLarge();
    }
    return head;
  }

  /** Whether a body of so many bytes is larger than allowed. */
  boolean isTooLarge(long body) {
    return limits.bodyBytes() > 0 && body > limits.bodyBytes();
  }

  /** What a client is told whose body is. */
  MalformedException tooLarge() {
    return new MalformedException(413, "the body is larger than " + limits.bodyBytes() + " bytes");
  }
}
