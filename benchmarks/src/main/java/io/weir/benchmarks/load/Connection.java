package io.weir.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection with one request at a time; opened again when it breaks. Understands responses
 * with a Content-Length, which is all that the benchmark's backends send.
 */
@Sharable // it outlives the channels it is in, one after the other
final class Connection extends ChannelInboundHandlerAdapter {
  private static final byte[] LENGTH = "\ncontent-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSE = "\nconnection: close".getBytes(StandardCharsets.US_ASCII);

  private final LoadLoop traffic;
  private Bootstrap bootstrap;
  private @Nullable Channel channel;
  private byte[] head = new byte[1024];
  private int headLength;
  private long bodyLeft = -1;
  private boolean busy;
  private boolean success;
  private boolean closing;
  private long due;

  Connection(LoadLoop traffic, Bootstrap bootstrap) {
    this.traffic = traffic;
    this.bootstrap = bootstrap;
  }

  /** What to open the next channel with. */
  void use(Bootstrap own) {
    bootstrap = own;
  }

  void opened(Channel open) {
    channel = open;
  }

  boolean isBusy() {
    return busy;
  }

  long due() {
    return due;
  }

  /** Sends a request that was due at a time that may have passed. */
  void send(byte[] request, long when) {
    busy = true;
    due = when;
    headLength = 0;
    bodyLeft = -1;
    Channel open = channel;
    if (open != null) {
      open.writeAndFlush(Unpooled.wrappedBuffer(request));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      if (bodyLeft < 0) {
        readHead(bytes);
      }
      if (bodyLeft >= 0) {
        bodyLeft -= bytes.readableBytes();
        if (bodyLeft <= 0) {
          answered(context);
        }
      }
    } finally {
      bytes.release();
    }
  }

  private void answered(ChannelHandlerContext context) {
    busy = false;
    bodyLeft = -1;
    if (closing) {
      context.close(); // opened again, and free then
    } else {
      traffic.answered(this, due, success);
    }
  }

  /** Takes bytes up to the empty line; what follows it is the body's. */
  private void readHead(ByteBuf bytes) {
    while (bytes.isReadable()) {
      if (headLength == head.length) {
        head = Arrays.copyOf(head, 2 * headLength);
      }
      byte b = bytes.readByte();
      head[headLength++] = b;
      if (b == '\n'
          && headLength >= 4
          && head[headLength - 3] == '\n'
          && head[headLength - 2] == '\r') {
        success = head[9] == '2';
        closing = indexOf(CLOSE) >= 0;
        bodyLeft = contentLength();
        return;
      }
    }
  }

  private long contentLength() {
    int at = indexOf(LENGTH);
    if (at < 0) {
      return 0;
    }
    long length = 0;
    for (int i = at + LENGTH.length; head[i] != '\r'; i++) {
      if (head[i] != ' ') {
        length = 10 * length + head[i] - '0';
      }
    }
    return length;
  }

  private int indexOf(byte[] lowerCase) {
    for (int i = 0; i <= headLength - lowerCase.length; i++) {
      int j = 0;
      while (j < lowerCase.length && (head[i + j] | 0x20) == (lowerCase[j] | 0x20)) {
        j++;
      }
      if (j == lowerCase.length) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    channel = null;
    if (!traffic.isOver()) {
      reopen(context);
    }
  }

  private void reopen(ChannelHandlerContext context) {
    bootstrap
        .connect()
        .addListener(
            done -> {
              if (done.isSuccess()) {
                boolean lost = busy;
                busy = false;
                opened(((io.netty.channel.ChannelFuture) done).channel());
                if (closing && !lost) {
                  closing = false;
                  traffic.answered(this, due, success);
                } else {
                  traffic.reopened(this, lost);
                }
              } else if (!traffic.isOver()) {
                context
                    .channel()
                    .eventLoop()
                    .schedule(() -> reopen(context), 100, TimeUnit.MILLISECONDS);
              }
            });
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
