package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.weir.dataplane.http.Headers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to a connection, one message after another, each framed as was said when its
 * body began. Small pieces are gathered in one buffer, so that a head and a small body are one
 * write; large ones go as they are. One event loop.
 */
final class Wire {
  /** Copying so little is cheaper than writing it by itself. */
  private static final int COPIED = 512;

  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
  private static final byte[] HEX = ascii("0123456789abcdef");

  private final ChannelHandlerContext context;
  private @Nullable ByteBuf gathered;
  private Body body = Body.NONE;
  private long owed;
  private long handed;
  private long taken;

  /** How the end of the body of a message is told. */
  enum Body {
    /** There is none, whatever is said of it. */
    NONE,
    /** By its length. */
    FIXED,
    CHUNKED,
    /** By the end of the connection. */
    UNTIL_CLOSE
  }

  Wire(ChannelHandlerContext context) {
    this.context = context;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A buffer to write a head to, with room for about so many bytes. */
  ByteBuf buffer(int room) {
    ByteBuf current = gathered;
    if (current == null) {
      current = context.alloc().ioBuffer(Math.max(512, room));
      gathered = current;
    }
    return current;
  }

  static void text(ByteBuf out, String text) {
    ByteBufUtil.writeAscii(out, text);
  }

  static void line(ByteBuf out) {
    out.writeBytes(CRLF);
  }

  /**
   * Begins a body, behind the head.
   *
   * @param length for {@link Body#FIXED}
   */
  void body(Body framing, long length) {
    body = framing;
    owed = length;
  }

  /**
   * A piece of the body; takes the buffer over.
   *
   * @return false if the body turns out not to have the length that was said: then the connection
   *     must not serve on
   */
  boolean send(ByteBuf data, boolean end) {
    int length = data.readableBytes();
    if (body == Body.NONE || length == 0) {
      data.release();
    } else if (body == Body.FIXED && length > owed) {
      data.release();
      return false;
    } else if (body == Body.CHUNKED) {
      chunk(data, length);
    } else {
      owed -= length;
      data(data, length);
    }
    if (end && body == Body.CHUNKED) {
      buffer(LAST_CHUNK.length).writeBytes(LAST_CHUNK);
    }
    return !end || isWhole();
  }

  /** Ends the body with trailers, which only a chunked one can take; the same is returned. */
  boolean end(Headers trailers) {
    if (body == Body.CHUNKED) {
      ByteBuf out = buffer(trailers.length() + 8);
      out.writeByte('0');
      line(out);
      trailers.writeTo(out);
      line(out);
    }
    return isWhole();
  }

  private boolean isWhole() {
    return body != Body.FIXED || owed == 0;
  }

  private void data(ByteBuf data, int length) {
    ByteBuf current = gathered;
    if (length <= COPIED || current != null && length <= current.writableBytes()) {
      buffer(length).writeBytes(data);
      data.release();
    } else {
      pass(data);
    }
  }

  private void chunk(ByteBuf data, int length) {
    ByteBuf out = buffer(length <= COPIED ? length + 12 : 64);
    int digit = 28 - Integer.numberOfLeadingZeros(length) / 4 * 4;
    for (; digit >= 0; digit -= 4) {
      out.writeByte(HEX[length >>> digit & 0xf]);
    }
    line(out);
    data(data, length);
    line(buffer(2));
  }

  private void pass(ByteBuf data) {
    writeGathered();
    handed += data.readableBytes();
    context.write(data, context.voidPromise());
  }

  private void writeGathered() {
    ByteBuf current = gathered;
    if (current != null) {
      gathered = null;
      handed += current.readableBytes();
      context.write(current, context.voidPromise());
    }
  }

  /**
   * A number that grows whenever the socket has taken something: a whole piece, or a part of the
   * one it takes at the moment. What waits is counted by Netty with its own cost, hence an estimate
   * while pieces come; when none come, exact in its changes.
   */
  long taken() {
    ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
    if (waiting != null) {
      long now = handed - waiting.totalPendingWriteBytes() + waiting.currentProgress();
      taken = Math.max(taken, now);
    }
    return taken;
  }

  /** How much the socket has not taken yet; 0 when it never will. */
  long unwritten() {
    ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
    return waiting == null ? 0 : waiting.totalPendingWriteBytes();
  }

  void flush() {
    writeGathered();
    context.flush();
  }

  /** Drops what was gathered: the connection is gone. */
  void drop() {
    ByteBuf current = gathered;
    if (current != null) {
      gathered = null;
      current.release();
    }
  }
}
