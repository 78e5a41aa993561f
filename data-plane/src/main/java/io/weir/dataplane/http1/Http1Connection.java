package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;

/**
 * An HTTP/1 connection (RFC 9112) seen from either end: cuts what arrives into heads and bodies,
 * however the network has cut it up, and holds what comes before its time. What the messages mean
 * is the affair of the two roles. One event loop.
 */
abstract class Http1Connection extends ChannelInboundHandlerAdapter implements ChunkedDecoder.Sink {
  /** What the next byte belongs to. */
  enum Incoming {
    HEAD,
    /** A body of known length. */
    FIXED,
    CHUNKED,
    /** Whatever comes until the connection ends: a body, or a tunnel. */
    RAW,
    /** A message whose time has not come. */
    HELD,
    /** Nothing that anybody wants. */
    DROPPED
  }

  /** How much of the messages behind the current one is held until nothing more is read. */
  private static final int HELD_LIMIT = 64 * 1024;

  private final HeadScanner scanner = new HeadScanner();
  private final int headLimit;
  private final Headers headers = new Headers();
  private final ChunkedDecoder chunks;
  private ChannelHandlerContext context;
  private Wire wire;
  private Incoming incoming = Incoming.HEAD;
  private final Held held = new Held();
  private long left;
  private boolean reading;

  /**
   * A connection that is not in a pipeline yet.
   *
   * @param headLimit most bytes that are looked at for the end of a head
   */
  @SuppressWarnings("NullAway.Init") // Netty calls handlerAdded before anything else
  Http1Connection(int headLimit, ChunkedDecoder chunks) {
    this.headLimit = headLimit;
    this.chunks = chunks;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    wire = new Wire(added);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext removed) {
    wire.drop();
    if (!outlivesChannel()) {
      held.drop();
    }
  }

  // what a role does with what arrives

  /** A head is about to begin; false if the bytes do not suffice to say so. */
  abstract boolean headBegins(ByteBuf in) throws MalformedException;

  /**
   * Refuses a head that is too large.
   *
   * @param length of the head, or of what there is of it
   * @param full whether it has no end within the limit
   */
  abstract void checkHead(byte[] in, int length, boolean full) throws MalformedException;

  /**
   * A head has come and is loaded in {@link #headers}; the role says what follows.
   *
   * @param end behind its empty line
   */
  abstract void head(byte[] in, int end) throws MalformedException;

  /** What came cannot be understood; nothing is read on. */
  abstract void malformed(MalformedException why);

  /** All of what was read in one go, or was held, has been delivered. */
  abstract void readComplete();

  /** Whether what is held is still wanted when the channel is closed. */
  boolean outlivesChannel() {
    return false;
  }

  // reading

  @Override
  public final void channelRead(ChannelHandlerContext from, Object message) {
    read(held.takeWith((ByteBuf) message));
  }

  @Override
  public final void channelReadComplete(ChannelHandlerContext from) {
    readComplete();
  }

  private void read(ByteBuf in) {
    reading = true;
    boolean understood = false;
    try {
      boolean more = true;
      while (more && in.isReadable()) {
        more = step(in);
      }
      understood = true;
    } catch (MalformedException e) {
      expect(Incoming.DROPPED);
      malformed(e);
    } finally {
      reading = false;
      if (understood) {
        hold(in);
      } else {
        in.release();
      }
    }
  }

  /** Reads on; false if the rest has to wait. */
  private boolean step(ByteBuf in) throws MalformedException {
    switch (incoming) {
      case HEAD -> {
        return head(in);
      }
      case FIXED -> fixed(in);
      case CHUNKED -> chunks.decode(in, this);
      case RAW -> data(in.readRetainedSlice(in.readableBytes()));
      case HELD -> {
        return false;
      }
      case DROPPED -> in.skipBytes(in.readableBytes());
    }
    return true;
  }

  private boolean head(ByteBuf in) throws MalformedException {
    if (!scanner.begun() && !headBegins(in)) {
      return false;
    }
    int length = Math.min(in.readableBytes(), headLimit);
    byte[] bytes = headers.load(in, in.readerIndex(), length);
    int end = scanner.end(bytes, length);
    if (end < 0) {
      checkHead(bytes, length, length == headLimit);
      return false;
    }
    checkHead(bytes, end, false);
    in.skipBytes(end);
    head(bytes, end);
    return true;
  }

  private void fixed(ByteBuf in) {
    int length = (int) Math.min(left, in.readableBytes());
    left -= length;
    boolean last = left == 0;
    data(in.readRetainedSlice(length));
    if (last && incoming == Incoming.FIXED) {
      ended(null);
    }
  }

  private void hold(ByteBuf in) {
    if (!in.isReadable() || context.isRemoved() && !outlivesChannel()) {
      in.release();
      return;
    }
    held.keep(in, context.alloc());
    if (incoming == Incoming.HELD && held.size() > HELD_LIMIT) {
      pause();
    }
  }

  /** Says what comes next; what is being read is read so from the next byte. */
  final void expect(Incoming next) {
    if (incoming == Incoming.CHUNKED && next != Incoming.CHUNKED) {
      chunks.stop();
    }
    incoming = next;
    if (next == Incoming.DROPPED) {
      held.drop();
    }
  }

  /**
   * Says that a body comes next (RFC 9112, 6.3).
   *
   * @param length not 0; negative if only its end will tell
   * @param chunked whether that end is the last chunk, and not that of the connection
   */
  final void expectBody(long length, boolean chunked) {
    left = length;
    chunks.reset();
    incoming = length > 0 ? Incoming.FIXED : chunked ? Incoming.CHUNKED : Incoming.RAW;
  }

  final Incoming incoming() {
    return incoming;
  }

  /** How much of a body of known length has not come yet. */
  final long left() {
    return incoming == Incoming.FIXED ? left : 0;
  }

  /** How many bytes have come before their time, or are the beginning of a head. */
  final int heldBytes() {
    return held.size();
  }

  /**
   * Goes on with what came before its time, in a moment and never within this call: no message
   * begins while the end of another one is still being dealt with.
   */
  final void readOn() {
    if (held.size() > 0 && !reading) {
      context.executor().execute(this::readHeld);
    }
  }

  /** Goes on with what came before its time. */
  final void readHeld() {
    ByteBuf in = held.take();
    if (in != null) {
      try {
        read(in);
        readComplete();
      } catch (RuntimeException bug) {
        exceptionCaught(context, bug);
      }
    }
  }

  @Override
  public abstract void exceptionCaught(ChannelHandlerContext from, Throwable cause);

  // for the roles

  final ChannelHandlerContext context() {
    return context;
  }

  final Wire wire() {
    return wire;
  }

  /** The fields of the head that came last. */
  final Headers headers() {
    return headers;
  }

  final boolean writable() {
    return context.channel().isWritable();
  }

  final boolean isPaused() {
    return !context.channel().config().isAutoRead();
  }

  void resume() {
    if (!context.channel().config().isAutoRead()) {
      context.channel().config().setAutoRead(true);
    }
  }

  void pause() {
    context.channel().config().setAutoRead(false);
  }

  /** Ends the connection with a reset: nobody can take what came so far for a whole message. */
  final void reset() {
    if (context.channel().isOpen()) {
      context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    }
    // past TLS, whose farewell would say that all is well
    context.pipeline().firstContext().close();
  }

  /** Something that must not happen did: it is told, and the connection serves no more. */
  final void impossible(String what) {
    defect(new IllegalStateException(what));
    context.close();
  }

  /** Tells of a defect of the gateway. */
  final void defect(Throwable bug) {
    System.getLogger(getClass().getName())
        .log(System.Logger.Level.ERROR, "a connection met a defect of the gateway", bug);
  }
}
