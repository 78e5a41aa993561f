package io.weir.rest.warm;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpVersion;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.VertxHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection of HTTP/1.1 from this process to itself, through Netty's channels within the memory
 * of a process: the whole way of a request from its bytes on, without a port that somebody else
 * could use. Quarkus serves functions in the same way; what is asked here is counted in no metric
 * of HTTP. For one request after another.
 */
final class InnerConnection implements AutoCloseable {
  private static final int LONGEST_ANSWER = 1 << 24;

  private final Channel listening;
  private final Channel client;
  private volatile @Nullable CompletableFuture<Integer> answer;

  private InnerConnection(Vertx vertx, Consumer<HttpConnection> made) throws InterruptedException {
    ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
    EventLoop loop = context.nettyEventLoop();
    var address = new LocalAddress(InnerConnection.class);
    listening =
        new ServerBootstrap()
            .group(loop)
            .channel(LocalServerChannel.class)
            .childHandler(server(context, made))
            .bind(address)
            .sync()
            .channel();
    client =
        new Bootstrap()
            .group(loop)
            .channel(LocalChannel.class)
            .handler(client())
            .connect(address)
            .sync()
            .channel();
  }

  /**
   * Connects.
   *
   * @param made is given the server's end, before anything is asked
   */
  static InnerConnection open(Vertx vertx, Consumer<HttpConnection> made)
      throws InterruptedException {
    return new InnerConnection(vertx, made);
  }

  private static ChannelInitializer<Channel> server(
      ContextInternal context, Consumer<HttpConnection> made) {
    var options = new HttpServerOptions();
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel
            .pipeline()
            .addLast(new VertxHttpRequestDecoder(options))
            .addLast(new HttpResponseEncoder())
            .addLast(
                VertxHandler.create(
                    handler -> {
                      var connection =
                          new Http1xServerConnection(
                              context::duplicate, null, options, handler, context, "inner", null);
                      connection.handler(VertxHttpRecorder.getRootHandler());
                      made.accept(connection);
                      return connection;
                    }));
      }
    };
  }

  private ChannelInitializer<Channel> client() {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel
            .pipeline()
            .addLast(new HttpClientCodec())
            .addLast(new HttpObjectAggregator(LONGEST_ANSWER))
            .addLast(new Hearing());
      }
    };
  }

  private final class Hearing extends SimpleChannelInboundHandler<FullHttpResponse> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      tell(response.status().code(), null);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      tell(0, new IOException("the connection was closed"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      tell(0, cause);
    }

    private void tell(int status, @Nullable Throwable failure) {
      CompletableFuture<Integer> waiting = answer;
      if (waiting != null) {
        if (failure == null) {
          waiting.complete(status);
        } else {
          waiting.completeExceptionally(failure);
        }
      }
    }
  }

  /**
   * Asks, and waits for the whole answer; not for an event loop.
   *
   * @param authorization the header, or null for none
   * @return the status
   * @throws IOException if there is none in time
   */
  int ask(Rehearsed request, @Nullable String authorization, Duration patience)
      throws IOException, InterruptedException {
    var waiting = new CompletableFuture<Integer>();
    answer = waiting;
    client.writeAndFlush(message(request, authorization));
    try {
      return waiting.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no answer to " + request.method() + " " + request.uri(), e);
    }
  }

  private static FullHttpRequest message(Rehearsed request, @Nullable String authorization) {
    String body = request.body();
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    var message =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(request.method().name()),
            request.uri(),
            Unpooled.wrappedBuffer(bytes));
    var headers = message.headers();
    headers.set(HttpHeaderNames.HOST, "localhost");
    if (body != null) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
      headers.set(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
    }
    if (authorization != null) {
      headers.set(HttpHeaderNames.AUTHORIZATION, authorization);
    }
    return message;
  }

  @Override
  public void close() {
    client.close();
    listening.close();
  }
}
