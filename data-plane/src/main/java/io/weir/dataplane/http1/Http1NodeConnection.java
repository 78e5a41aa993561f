package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 connection to a node, carrying one request at a time. One event loop. */
public final class Http1NodeConnection extends ChannelInboundHandlerAdapter
    implements ChunkedDecoder.Sink {
  private static final int MAX_HEAD = 128 * 1024;

  /** How long the last bytes of a tunnel may take. */
  private static final int TUNNEL_END_SECONDS = 30;

  private enum State {
    /** No response is expected, or its head is. */
    HEAD,
    FIXED,
    CHUNKED,
    /** The end of the connection is the end of the body. */
    UNTIL_CLOSE,
    /** No HTTP any more: bytes both ways. */
    TUNNEL,
    CLOSED
  }

  /** Whose connection it is between two requests. */
  public interface Owner {
    /** It can serve the next request. */
    void idle(Http1NodeConnection connection);

    /** It is gone. */
    void closed(Http1NodeConnection connection);
  }

  private final Owner owner;
  private final Headers headers = new Headers();
  private final ChunkedDecoder chunks = new ChunkedDecoder(64 * 1024, Integer.MAX_VALUE);
  private ChannelHandlerContext context;
  private Wire wire;
  private State state = State.HEAD;
  private @Nullable Http1NodeStream stream;
  private @Nullable ByteBuf held;
  private @Nullable ByteBuf reading;
  private int scanned;
  private long left;
  private boolean persistent;
  private boolean served;
  private long idleSince;

  @SuppressWarnings("NullAway.Init") // Netty calls handlerAdded before anything else
  private Http1NodeConnection(Owner owner) {
    this.owner = owner;
  }

  /** Makes a channel that is connected, and encrypted if it has to be, a connection. */
  public static Http1NodeConnection install(Channel channel, Owner owner) {
    Http1NodeConnection connection = new Http1NodeConnection(owner);
    channel.pipeline().addLast(connection);
    return connection;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    wire = new Wire(added);
  }

  /** Begins a request; the listener is told before this returns. */
  public void open(NodeListener listener) {
    Http1NodeStream next = new Http1NodeStream(this, listener, served);
    stream = next;
    listener.opened(next);
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    ByteBuf in = (ByteBuf) message;
    ByteBuf before = held;
    if (before != null) {
      held = null;
      before.writeBytes(in);
      in.release();
      in = before;
    }
    reading = in;
    try {
      boolean more = true;
      while (more && in.isReadable()) {
        more =
            switch (state) {
              case HEAD -> head(in);
              case FIXED -> fixed(in);
              case CHUNKED -> {
                chunks.decode(in, this);
                yield true;
              }
              case UNTIL_CLOSE, TUNNEL -> {
                data(in.readRetainedSlice(in.readableBytes()));
                yield false;
              }
              case CLOSED -> {
                in.skipBytes(in.readableBytes());
                yield false;
              }
            };
      }
    } catch (MalformedException e) {
      breakOff("malformed response: " + e.why());
      in.skipBytes(in.readableBytes());
    } finally {
      reading = null;
    }
    hold(in);
  }

  private void hold(ByteBuf in) {
    if (!in.isReadable()) {
      in.release();
    } else if (in.readerIndex() == 0 && in.refCnt() == 1) {
      held = in;
    } else {
      held = context.alloc().buffer(Math.max(1024, in.readableBytes())).writeBytes(in);
      in.release();
    }
  }

  private boolean head(ByteBuf in) throws MalformedException {
    Http1NodeStream current = stream;
    if (current == null || !current.sent()) {
      throw MalformedException.of("bytes that no request asked for");
    }
    int length = Math.min(in.readableBytes(), MAX_HEAD);
    byte[] bytes = headers.load(in, in.readerIndex(), length);
    int end = HeadParser.endOfHead(bytes, scanned, length);
    if (end < 0) {
      if (length == MAX_HEAD) {
        throw MalformedException.of("the head is larger than " + MAX_HEAD + " bytes");
      }
      scanned = length;
      return false;
    }
    scanned = 0;
    in.skipBytes(end);
    ResponseHead head = HeadParser.response(headers, bytes, end, current.bodiless());
    if (head.status() >= 200) {
      begin(head, current);
    } else if (head.status() != 101) {
      current.listener().interim(head);
    } else if (current.upgrading() && current.complete()) {
      state = State.TUNNEL;
      current.listener().answered(head);
    } else {
      throw MalformedException.of("101 without having been asked, or before the request was whole");
    }
    return true;
  }

  private void begin(ResponseHead head, Http1NodeStream current) {
    long length = head.contentLength();
    persistent =
        head.version() == Version.HTTP_1_1
            ? !headers.has(HeaderName.CONNECTION)
                || !headers.hasToken(HeaderName.CONNECTION, "close")
            : headers.hasToken(HeaderName.CONNECTION, "keep-alive")
                && !headers.has(HeaderName.TRANSFER_ENCODING);
    if (length > 0) {
      state = State.FIXED;
      left = length;
    } else if (length < 0) {
      boolean coded = headers.has(HeaderName.TRANSFER_ENCODING);
      state = coded ? State.CHUNKED : State.UNTIL_CLOSE;
      chunks.reset();
    }
    current.listener().answered(head);
    if (length == 0) {
      ended(null);
    }
  }

  private boolean fixed(ByteBuf in) {
    int length = (int) Math.min(left, in.readableBytes());
    left -= length;
    data(in.readRetainedSlice(length));
    if (left == 0 && state == State.FIXED) {
      ended(null);
    }
    return true;
  }

  @Override
  public void data(ByteBuf data) {
    Http1NodeStream current = stream;
    if (current == null) {
      data.release();
    } else {
      current.listener().data(data);
    }
  }

  @Override
  public void ended(@Nullable Headers trailers) {
    Http1NodeStream current = stream;
    if (current == null || state == State.CLOSED) {
      return;
    }
    stream = null;
    // what lies behind a response already must not become the answer to the next request
    boolean surplus = reading != null && reading.isReadable();
    boolean reusable = persistent && !surplus && current.complete() && state != State.UNTIL_CLOSE;
    if (reusable) {
      state = State.HEAD;
      served = true;
      resume();
      owner.idle(this);
    } else {
      close();
    }
    current.end(trailers);
  }

  /** The request was not sent: the connection is as good as before. */
  void unused() {
    stream = null;
    owner.idle(this);
  }

  private void breakOff(String why) {
    Http1NodeStream current = stream;
    stream = null;
    close();
    if (current != null) {
      current.broken(why);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext from) {
    Http1NodeStream current = stream;
    if (current != null) {
      current.listener().readComplete();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    Http1NodeStream current = stream;
    if (current != null && from.channel().isWritable()) {
      current.listener().writable();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    Http1NodeStream current = stream;
    State at = state;
    stream = null;
    state = State.CLOSED;
    wire.drop();
    ByteBuf rest = held;
    held = null;
    if (rest != null) {
      rest.release();
    }
    owner.closed(this);
    if (current == null) {
      return;
    }
    if (at == State.UNTIL_CLOSE || at == State.TUNNEL) {
      current.end(null);
    } else {
      current.broken("the node closed the connection");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    // what the network does to a connection is told to its first handler: this is our own doing
    System.getLogger(Http1NodeConnection.class.getName())
        .log(
            System.Logger.Level.ERROR, "a connection to a node met a defect of the gateway", cause);
    breakOff(String.valueOf(cause));
  }

  void resume() {
    if (!context.channel().config().isAutoRead()) {
      context.channel().config().setAutoRead(true);
    }
  }

  void pause() {
    context.channel().config().setAutoRead(false);
  }

  /** Ends it; whoever uses it is not told. */
  public void close() {
    stream = null;
    state = State.CLOSED;
    context.close();
  }

  /** Ends it; the last bytes of a tunnel arrive first, unless the node does not take them. */
  void abandon() {
    if (state != State.TUNNEL) {
      close();
      return;
    }
    stream = null;
    state = State.CLOSED;
    wire.flush();
    context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    context.executor().schedule(() -> context.close(), TUNNEL_END_SECONDS, TimeUnit.SECONDS);
  }

  /** Whether it can serve no more. */
  public boolean closed() {
    return state == State.CLOSED || !context.channel().isActive();
  }

  Wire wire() {
    return wire;
  }

  boolean writable() {
    return context.channel().isWritable();
  }

  /** When it was last given back, {@link System#nanoTime()}. */
  public long idleSince() {
    return idleSince;
  }

  /** Remembers when it was given back. */
  public void idleSince(long nanoTime) {
    idleSince = nanoTime;
  }
}
