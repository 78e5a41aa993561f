package io.weir.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.weir.dataplane.support.ReplicaProcess;
import io.weir.dataplane.support.SnapshotFile;
import io.weir.testing.http.FakeUpstream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class SocketTransportTest {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  /** One event loop sees all of them at once. */
  private static final int CONNECTIONS = 8;

  @ParameterizedTest
  @EnumSource(names = "auto", mode = EnumSource.Mode.EXCLUDE)
  void seesTheResetOfAClientThatComesTogetherWithData(SocketTransport transport) throws Exception {
    Vertx vertx = start(transport);
    Ends ends = new Ends();
    List<Socket> clients = new ArrayList<>();
    try {
      int port =
          vertx
              .createNetServer()
              .connectHandler(ends::watch)
              .listen(0, HOST.getHostAddress())
              .await(10, TimeUnit.SECONDS)
              .actualPort();
      for (int i = 0; i < CONNECTIONS; i++) {
        clients.add(new Socket(HOST, port));
      }
      ends.allWatched();
      sendAndReset(ends.loop(), clients);
      ends.allCome();
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "auto", mode = EnumSource.Mode.EXCLUDE)
  void seesTheResetOfANodeThatComesTogetherWithData(SocketTransport transport) throws Exception {
    Vertx vertx = start(transport);
    Ends ends = new Ends();
    List<Socket> nodes = new ArrayList<>();
    try (ServerSocket listening = new ServerSocket(0, CONNECTIONS, HOST)) {
      SocketAddress address =
          SocketAddress.inetSocketAddress(listening.getLocalPort(), HOST.getHostAddress());
      NetClient client = vertx.createNetClient();
      for (int i = 0; i < CONNECTIONS; i++) {
        client.connect(address).onSuccess(ends::watch);
        nodes.add(listening.accept());
      }
      ends.allWatched();
      sendAndReset(ends.loop(), nodes);
      ends.allCome();
      client.close().await(10, TimeUnit.SECONDS);
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNodeStartsOnItAndNothingHasToBeSet(SocketTransport transport, @TempDir Path directory)
      throws Exception {
    start(transport).close().await(10, TimeUnit.SECONDS);
    try (FakeUpstream node = FakeUpstream.http()) {
      String file = SnapshotFile.write(directory, node.port()).toString();
      try (ReplicaProcess process =
          ReplicaProcess.start(
              "127.0.0.1:1", directory, "--snapshot", file, "--transport", transport.name())) {
        process.awaitReady();
      }
    }
  }

  private static Vertx start(SocketTransport transport) {
    try {
      return transport.start(new VertxOptions().setEventLoopPoolSize(1)).vertx();
    } catch (IllegalArgumentException e) {
      return abort(e.getMessage());
    }
  }

  /** The event loop finds both at once, because it does something else meanwhile. */
  private static void sendAndReset(Context loop, List<Socket> peers) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    loop.runOnContext(
        _ -> {
          held.countDown();
          waitFor(over);
        });
    waitFor(held);
    try {
      for (Socket peer : peers) {
        peer.getOutputStream().write(1);
        peer.setSoLinger(true, 0);
        peer.close();
      }
    } finally {
      over.countDown();
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the event loop learns of its connections. */
  private static final class Ends {
    private final CountDownLatch watched = new CountDownLatch(CONNECTIONS);
    private final CountDownLatch bytes = new CountDownLatch(CONNECTIONS);
    private final CountDownLatch ended = new CountDownLatch(CONNECTIONS);
    private final CompletableFuture<Context> loop = new CompletableFuture<>();

    void watch(NetSocket socket) {
      socket.handler(_ -> bytes.countDown());
      socket.closeHandler(_ -> ended.countDown());
      loop.complete(Vertx.currentContext());
      watched.countDown();
    }

    void allWatched() {
      waitFor(watched);
    }

    Context loop() {
      return loop.join();
    }

    void allCome() {
      waitFor(bytes);
      waitFor(ended);
    }
  }
}
