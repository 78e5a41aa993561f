package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to a connection: small pieces are gathered in one buffer, so that a head and a
 * small body are one write; large ones go as they are. One event loop.
 */
final class Wire {
  /** Copying so little is cheaper than writing it by itself. */
  private static final int COPIED = 512;

  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
  private static final byte[] HEX = ascii("0123456789abcdef");

  private final ChannelHandlerContext context;
  private @Nullable ByteBuf gathered;

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

  /** A piece of a body without a transfer coding; takes the buffer over. */
  void data(ByteBuf data) {
    int length = data.readableBytes();
    ByteBuf current = gathered;
    if (length <= COPIED || current != null && length <= current.writableBytes()) {
      buffer(length).writeBytes(data);
      data.release();
    } else {
      pass(data);
    }
  }

  /** A piece of a chunked body; takes the buffer over. */
  void chunk(ByteBuf data) {
    int length = data.readableBytes();
    if (length == 0) {
      data.release();
      return;
    }
    ByteBuf out = buffer(length <= COPIED ? length + 12 : 64);
    int digit = 28 - Integer.numberOfLeadingZeros(length) / 4 * 4;
    for (; digit >= 0; digit -= 4) {
      out.writeByte(HEX[length >>> digit & 0xf]);
    }
    line(out);
    data(data);
    line(buffer(2));
  }

  /** The end of a chunked body without trailers. */
  void lastChunk() {
    buffer(LAST_CHUNK.length).writeBytes(LAST_CHUNK);
  }

  private void pass(ByteBuf data) {
    writeGathered();
    context.write(data, context.voidPromise());
  }

  private void writeGathered() {
    ByteBuf current = gathered;
    if (current != null) {
      gathered = null;
      context.write(current, context.voidPromise());
    }
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
