package io.weir.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * HTTP/1.1 load from one thread; prints its result as one line of JSON.
 *
 * <p>With a rate, requests are sent when they are due, whether the server keeps up or not, and each
 * latency counts from then: a server that stalls is charged for every request that had to wait
 * meanwhile, not for one only (no coordinated omission). Without a rate, each connection sends the
 * next request when it has the last response.
 */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "Puts load on an HTTP/1.1 server and prints latencies as one line of JSON.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class LoadGenerator implements Callable<Integer> {
  @Option(names = "--url", required = true, description = "Scheme, host and port to connect to.")
  private URI url;

  @Option(names = "--host", description = "Host header; by default as in the URL.")
  private @Nullable String host;

  @Option(
      names = "--paths",
      required = true,
      description = "File with a path a line, used in turn.")
  private Path paths;

  @Option(names = "--body-bytes", defaultValue = "0", description = "If not 0: POST so many bytes.")
  private int bodyBytes;

  @Option(names = "--connections", defaultValue = "64")
  private int connections;

  @Option(names = "--rate", defaultValue = "0", description = "Requests a second; 0: closed loop.")
  private double rate;

  @Option(names = "--warmup", defaultValue = "0", description = "Seconds that are not counted.")
  private double warmup;

  @Option(names = "--seconds", defaultValue = "5", description = "Seconds that are counted.")
  private double seconds;

  /** Runs it. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LoadGenerator()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    boolean epoll = Epoll.isAvailable();
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    try {
      EventLoop loop = group.next();
      String authority = host == null ? url.getAuthority() : host;
      LoadLoop traffic =
          new LoadLoop(loop, Requests.of(Files.readAllLines(paths), authority, bodyBytes), rate);
      List<Connection> open = open(loop, epoll, traffic);
      long from = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
      long counted = from + (long) (warmup * 1e9);
      Measured measured =
          loop.submit(() -> traffic.begin(open, from, counted, counted + (long) (seconds * 1e9)))
              .get()
              .get((long) (warmup + seconds + 30), TimeUnit.SECONDS);
      System.out.println(new ObjectMapper().writeValueAsString(measured));
      return 0;
    } finally {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }

  private List<Connection> open(EventLoop loop, boolean epoll, LoadLoop traffic) throws Exception {
    SslContext tls =
        "https".equals(url.getScheme())
            ? SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .build()
            : null;
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .remoteAddress(new InetSocketAddress(url.getHost(), url.getPort()));
    List<Connection> open = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Connection connection = new Connection(traffic, bootstrap);
      bootstrap.handler(
          new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
              if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()));
              }
              channel.pipeline().addLast(connection);
            }
          });
      connection.use(bootstrap.clone());
      Channel channel = bootstrap.connect().sync().channel();
      connection.opened(channel);
      open.add(connection);
    }
    return open;
  }
}
