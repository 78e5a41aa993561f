package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.NoReadAfterClose;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.ResponseLimits;
import io.weir.dataplane.http.UnsentLimit;
import io.weir.dataplane.http.UpgradeOffer;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 connection to a node, carrying one request at a time. One event loop. */
public final class Http1NodeConnection extends Http1Connection {
  /** How long a node may take nothing of the last bytes of a tunnel. */
  private static final int TUNNEL_END_MILLIS = 30_000;

  /** Whose connection it is between two requests. */
  public interface Owner {
    /** It can serve the next request. */
    void idle(Http1NodeConnection connection);

    /** It is gone. */
    void closed(Http1NodeConnection connection);
  }

  private final Owner owner;
  private final Losses losses = new Losses();
  private final KeepAlive keepAlive = new KeepAlive();
  private final boolean tls;
  private NodeState state = NodeState.IDLE;
  private @Nullable Http1NodeStream stream;
  private @Nullable Runnable ending;
  private boolean served;

  private Http1NodeConnection(Owner owner, boolean tls) {
    super(
        ResponseLimits.HEAD_BYTES,
        new ChunkedDecoder(ResponseLimits.HEAD_BYTES, ResponseLimits.FIELDS));
    this.owner = owner;
    this.tls = tls;
  }

  /** Makes a channel that is connected, and encrypted if it has to be, a connection. */
  public static Http1NodeConnection install(Channel channel, Owner owner) {
    boolean tls = channel.pipeline().get(SslHandler.class) != null;
    Http1NodeConnection connection = new Http1NodeConnection(owner, tls);
    // an answer that has arrived is read even if the rest of its request cannot be written
    channel.config().setAutoClose(false);
    UnsentLimit.set(channel);
    NoReadAfterClose.first(channel, connection.losses);
    channel.pipeline().addLast(connection);
    return connection;
  }

  private void move(NodeState next) {
    if (state.mayBecome(next)) {
      state = next;
    } else {
      impossible(state + " does not become " + next);
    }
  }

  /** Begins a request; the listener is told before this returns. */
  public void open(NodeListener listener) {
    Http1NodeStream next = new Http1NodeStream(this, listener, served);
    move(NodeState.ASKING);
    stream = next;
    listener.opened(next);
  }

  // what arrives

  /** The request that what comes now answers. */
  private Http1NodeStream asking() throws MalformedException {
    Http1NodeStream current = stream;
    if (state != NodeState.ASKING || current == null || !current.sent()) {
      throw MalformedException.of("bytes that no request asked for");
    }
    return current;
  }

  @Override
  boolean headBegins(ByteBuf in) throws MalformedException {
    asking();
    return true;
  }

  @Override
  void checkHead(byte[] in, int length, boolean full) throws MalformedException {
    if (full) {
      throw MalformedException.of("the head is larger than " + length + " bytes");
    }
  }

  @Override
  void head(byte[] in, int end) throws MalformedException {
    Http1NodeStream current = asking();
    ResponseHead head =
        HeadParser.response(headers(), in, end, ResponseLimits.FIELDS, current.bodiless());
    if (head.status() >= 200) {
      begin(head, current);
    } else if (head.status() != 101) {
      current.listener().interim(head);
      if (state == NodeState.ASKING && isPaused()) {
        // nor is what was read already a reason to send the client more than it takes
        expect(Incoming.HELD);
      }
    } else {
      switchTo(head, current);
    }
  }

  private void switchTo(ResponseHead head, Http1NodeStream current) throws MalformedException {
    String offer = current.offer();
    if (offer == null || !current.complete()) {
      throw MalformedException.of("101 without having been asked, or before the request was whole");
    }
    if (!UpgradeOffer.covers(offer, headers())) {
      throw MalformedException.of("101 that switches to what was not offered");
    }
    move(NodeState.TUNNEL);
    expect(Incoming.RAW);
    current.listener().answered(head);
  }

  private void begin(ResponseHead head, Http1NodeStream current) {
    long length = head.contentLength();
    keepAlive.said(head);
    if (length != 0) {
      move(NodeState.ANSWERING);
      expectBody(length, headers().has(HeaderName.TRANSFER_ENCODING));
    }
    current.listener().answered(head);
    if (length == 0) {
      ended(null);
    }
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
    if (current == null) {
      return;
    }
    stream = null;
    // whatever the node has not taken of a request, the next one would have to follow
    if (keepAlive.isPersistent() && current.complete() && wire().unwritten() == 0) {
      move(NodeState.ANSWERED);
      expect(Incoming.HEAD);
      served = true;
      resume();
    } else {
      close();
    }
    current.end(trailers);
  }

  @Override
  void malformed(MalformedException why) {
    breakOff(NodeFailure.MALFORMED, why.why());
  }

  private void breakOff(NodeFailure kind, String why) {
    Http1NodeStream current = stream;
    close();
    if (current != null) {
      current.failed(kind, why);
    }
  }

  @Override
  void readComplete() {
    Runnable end = ending;
    if (end != null && incoming() != Incoming.HELD) {
      ending = null;
      end.run();
    }
    Http1NodeStream current = stream;
    if (current != null) {
      current.listener().readComplete();
    } else if (state == NodeState.ANSWERED) {
      // only now: what lay behind the response would have become the answer to the next request
      move(NodeState.IDLE);
      owner.idle(this);
    }
  }

  @Override
  void resume() {
    super.resume();
    if (incoming() == Incoming.HELD) {
      context().executor().execute(this::goOn);
    }
  }

  /** Not within {@link #resume}: what comes next may pause it again. */
  private void goOn() {
    if (incoming() == Incoming.HELD) {
      expect(Incoming.HEAD);
      super.resume();
      readHeld();
    }
  }

  /** Does what the end of what comes means, behind all that came before it and is held back. */
  private void atEnd(Runnable then) {
    if (incoming() != Incoming.HELD || heldBytes() == 0) {
      then.run();
    } else if (ending == null) {
      ending = then;
    }
  }

  @Override
  boolean outlivesChannel() {
    return ending != null;
  }

  // the channel

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    Http1NodeStream current = stream;
    if (current != null && writable()) {
      current.listener().writable();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext from, Object event) {
    if (event instanceof SslCloseCompletionEvent farewell && farewell.isSuccess()) {
      atEnd(() -> inputEnded(true));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    // before anybody is told, who may need the room for another one
    owner.closed(this);
    atEnd(() -> inputEnded(!tls && !losses.any()));
  }

  /**
   * Nothing more comes from the node.
   *
   * @param cleanly whether the node has said so, and what it sent has arrived: then it is also the
   *     end of a body that ends with the connection (RFC 9112, 8)
   */
  private void inputEnded(boolean cleanly) {
    Http1NodeStream current = stream;
    boolean whole = state == NodeState.TUNNEL || cleanly && incoming() == Incoming.RAW;
    if (current != null && whole) {
      close();
      current.end(null);
    } else {
      breakOff(NodeFailure.CONNECTION_LOST, "the connection to the node ended");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    if (cause instanceof RuntimeException bug) {
      defect(bug);
      breakOff(NodeFailure.CONNECTION_LOST, String.valueOf(cause));
    } else {
      atEnd(() -> breakOff(NodeFailure.CONNECTION_LOST, String.valueOf(cause)));
    }
  }

  // what the current request's stream and the owner do

  /** The request was not sent: the connection is as good as before. */
  void unused() {
    stream = null;
    move(NodeState.IDLE);
    owner.idle(this);
  }

  /** Ends it; whoever uses it is not told. */
  public void close() {
    serveNoMore();
    context().close();
    owner.closed(this);
  }

  /** Ends it; the last bytes of a tunnel arrive first, unless the node does not take them. */
  void abandon() {
    if (state == NodeState.TUNNEL) {
      serveNoMore();
      wire().flush();
      new WriteWatch(context(), wire(), TUNNEL_END_MILLIS, context()::close)
          .whenWritten(context()::close);
    } else {
      close();
    }
  }

  private void serveNoMore() {
    stream = null;
    ending = null;
    state = NodeState.CLOSED;
    expect(Incoming.DROPPED);
  }

  /** Whether it can serve no more. */
  public boolean closed() {
    return state == NodeState.CLOSED || losses.any() || !context().channel().isActive();
  }

  /**
   * For how many nanoseconds after it was given back it may be given to a request: a little less
   * than the node has said that it keeps it, {@link Long#MAX_VALUE} if it has said nothing.
   */
  public long idleLimitNanos() {
    return keepAlive.idleLimitNanos();
  }
}
