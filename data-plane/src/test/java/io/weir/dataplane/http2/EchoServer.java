package io.weir.dataplane.http2;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.weir.dataplane.http.ClientConnections;
import io.weir.dataplane.http.ClientListener;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHandler;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server that answers with what it was sent, over the connections under test. */
final class EchoServer implements AutoCloseable, RequestHandler {
  static final int HELLO_BYTES = 1024;

  /** More than any buffer on the way takes, less than a stream takes at once. */
  static final int LARGE_BYTES = 60 * 1024;

  final Queue<RequestHead> heads = new ConcurrentLinkedQueue<>();
  final Queue<String> events = new ConcurrentLinkedQueue<>();
  final Set<Http2ClientConnection> connections = ConcurrentHashMap.newKeySet();
  final ClientConnections open = new ClientConnections();
  final Queue<ClientStream> streams = new ConcurrentLinkedQueue<>();
  final AtomicInteger mostHeld = new AtomicInteger();
  final AtomicInteger mostQueued = new AtomicInteger();

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel channel;

  EchoServer() {
    this(HttpLimits.DEFAULT);
  }

  EchoServer(HttpLimits limits) {
    this(limits, Encryption.CLEAR);
  }

  EchoServer(HttpLimits limits, Encryption wire) {
    ClientPeer peer = new ClientPeer("127.0.0.1", false);
    channel =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel child) {
                    Http2ClientConnection made =
                        Http2ClientConnection.of(EchoServer.this, limits, peer, open);
                    wire.encryptAsServer(child);
                    connections.add(made);
                    child.closeFuture().addListener(_ -> connections.remove(made));
                    child.pipeline().addLast(made);
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  void onLoop(Runnable task) {
    loop.submit(task).syncUninterruptibly();
  }

  @Override
  public void handle(ClientStream stream) {
    heads.add(stream.head());
    streams.add(stream);
    new Echo(stream).begin();
  }

  @Override
  public void refuse(ClientStream stream, MalformedException why) {
    stream.listener(new Echo(stream));
    answer(stream, why.status(), why.why());
  }

  private static void answer(ClientStream stream, int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    stream.sendHead(
        new ResponseHead(Version.HTTP_2, status, null, new Headers(), body.length), false);
    stream.sendData(Unpooled.wrappedBuffer(body), true);
    stream.flush();
  }

  @Override
  public boolean draining() {
    return false;
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    loop.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** Runs on the event loop and waits for it. */
  <T> T onLoop(Callable<T> task) throws Exception {
    return loop.submit(task).get();
  }

  /**
   * Paths: {@code /wait} never answers, {@code /count} says how many bytes a whole request had,
   * {@code /large} answers with much at once, {@code /open} the same without an end, {@code /deaf}
   * never reads, {@code /early} answers before the body has come, {@code /crash} breaks off in the
   * middle.
   */
  private final class Echo implements ClientListener {
    private final ClientStream stream;
    private boolean answered;
    private int counted;

    Echo(ClientStream stream) {
      this.stream = stream;
    }

    void begin() {
      stream.listener(this);
      RequestHead head = stream.head();
      switch (head.target()) {
        case "/wait" -> stream.resume();
        case "/deaf" -> {}
        case "/count" -> {
          if (head.hasBody()) {
            stream.resume();
          } else {
            events.add("whole 0");
          }
        }
        case "/large", "/open" -> {
          stream.sendHead(
              new ResponseHead(Version.HTTP_2, 200, null, new Headers(), LARGE_BYTES), false);
          stream.sendData(
              Unpooled.wrappedBuffer(new byte[LARGE_BYTES]), head.target().equals("/large"));
          stream.flush();
        }
        case "/early" -> answer(stream, 200, "early");
        default -> echo(head);
      }
    }

    private void echo(RequestHead head) {
      if (head.expectsContinue()) {
        stream.sendContinue();
      }
      Headers headers = new Headers();
      headers.addAll(head.headers(), 0, head.headers().size());
      headers.add("Echo-Target", head.method() + " " + head.target());
      headers.add("connection", "close");
      answered = true;
      stream.sendHead(
          new ResponseHead(Version.HTTP_2, 200, null, headers, RequestHead.UNKNOWN), false);
      if (head.hasBody()) {
        stream.resume();
      } else {
        stream.sendData(Unpooled.wrappedBuffer(new byte[HELLO_BYTES]), true);
      }
      stream.flush();
    }

    @Override
    public void data(ByteBuf data) {
      counted += data.readableBytes();
      if (stream.head().target().equals("/wait") || stream.head().target().equals("/count")) {
        data.release();
        return;
      }
      stream.sendData(data, false);
      measure();
      if (stream.head().target().equals("/crash")) {
        stream.abort();
      } else if (!stream.writable()) {
        stream.pause();
      }
    }

    private void measure() {
      Http2ClientStream message = (Http2ClientStream) stream;
      mostHeld.accumulateAndGet(message.heldBytes(), Math::max);
      mostQueued.accumulateAndGet(message.queuedBytes(), Math::max);
    }

    @Override
    public void ended(@Nullable Headers trailers) {
      if (stream.head().target().equals("/count")) {
        events.add("whole " + counted);
        return;
      }
      if (trailers == null) {
        stream.sendData(Unpooled.EMPTY_BUFFER, true);
      } else {
        stream.sendTrailers(trailers);
      }
    }

    @Override
    public void writable() {
      events.add("writable");
      measure();
      stream.resume();
    }

    @Override
    public void readComplete() {
      measure();
      stream.flush();
    }

    @Override
    public void refused(MalformedException why) {
      events.add("refused " + why.status());
      if (answered) {
        stream.abort();
      } else {
        answer(stream, why.status(), why.why());
      }
    }

    @Override
    public void gone() {
      events.add("gone");
    }
  }
}
