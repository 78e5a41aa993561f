package io.weir.dataplane.http2;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.ResponseHead;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A connection to a node under test, its event loop, and requests that remember all they heard. */
final class TestedNodeConnection implements AutoCloseable, Http2NodeConnection.Owner {
  final AtomicInteger freed = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  final Http2NodeConnection connection;

  TestedNodeConnection(int port) throws Exception {
    this(port, Encryption.CLEAR);
  }

  TestedNodeConnection(int port, Encryption wire) throws Exception {
    Channel channel =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel made) {
                    wire.encryptAsClient(made);
                  }
                })
            .connect(InetAddress.getLoopbackAddress(), port)
            .sync()
            .channel();
    wire.awaitHandshake(channel);
    connection = onLoop(() -> Http2NodeConnection.install(channel, this));
  }

  <T> T onLoop(Callable<T> task) throws Exception {
    return loop.submit(task).get(20, TimeUnit.SECONDS);
  }

  /** Sends a request without a body. */
  Call get(String path) throws Exception {
    return send(path, new Headers(), null);
  }

  /** Sends a request without a body and of any method. */
  Call ask(String method) throws Exception {
    return onLoop(
        () -> {
          Call call = new Call();
          connection.open(call);
          call.stream.sendHead(
              new NodeRequest(method, "/", "node:1", "http", new Headers(), false, true, null),
              true);
          call.stream.flush();
          return call;
        });
  }

  /** Sends a request, with this body if there is one. */
  Call send(String path, Headers headers, byte @Nullable [] body) throws Exception {
    return onLoop(
        () -> {
          Call call = new Call();
          connection.open(call);
          call.stream.sendHead(request(path, headers, body != null), body == null);
          if (body != null) {
            call.stream.sendData(Unpooled.wrappedBuffer(body), true);
          }
          call.stream.flush();
          return call;
        });
  }

  static NodeRequest request(String path, Headers headers, boolean body) {
    String method = body ? "POST" : "GET";
    return new NodeRequest(method, path, "node:1", "http", headers, body, true, null);
  }

  @Override
  public void freed(Http2NodeConnection of) {
    freed.incrementAndGet();
  }

  @Override
  public void closed(Http2NodeConnection of) {
    closed.incrementAndGet();
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** One request. */
  static final class Call implements NodeListener {
    private static final Set<String> ENDS =
        Stream.concat(
                Stream.of("ended"), Arrays.stream(NodeFailure.values()).map(NodeFailure::name))
            .collect(Collectors.toSet());

    final Queue<String> events = new ConcurrentLinkedQueue<>();
    final AtomicLong bytes = new AtomicLong();
    volatile NodeStream stream;
    volatile ResponseHead head;
    volatile Headers trailers;

    boolean isOver() {
      return events.stream().anyMatch(ENDS::contains);
    }

    @Override
    public void opened(NodeStream way) {
      stream = way;
    }

    @Override
    public void interim(ResponseHead interim) {
      events.add("interim " + interim.status());
    }

    @Override
    public void answered(ResponseHead answer) {
      head = answer;
      events.add("answered " + answer.status());
    }

    @Override
    public void data(ByteBuf data) {
      bytes.addAndGet(data.readableBytes());
      data.release();
    }

    @Override
    public void ended(@Nullable Headers fields) {
      trailers = fields;
      events.add("ended");
    }

    @Override
    public void readComplete() {}

    @Override
    public void writable() {
      events.add("writable");
    }

    @Override
    public void failed(NodeFailure kind, String why) {
      events.add(kind.name());
    }
  }
}
