package io.weir.dataplane.forward;

import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.INITIAL_WINDOW_SIZE;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import io.weir.dataplane.support.Passage.Version;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A client that takes nothing for longer than the API's timeout: it is cut while there is more to
 * come than is kept for it, and gets the end that is.
 */
@Tag("slow")
class SlowClientTest {
  /** More than all buffers of all sockets on the way. */
  private static final int LARGE = 32 << 20;

  private static final int TIMEOUT_MILLIS = 1_500;

  private final FakeUpstream node = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(node);
  private final AtomicInteger size = new AtomicInteger(LARGE);

  @BeforeEach
  void serve() {
    gateway.api("/body", "/body", null, TIMEOUT_MILLIS);
    node.behave(_ -> new Reply.Response(200, List.of(), new byte[size.get()]));
  }

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  /** A client that has asked, and reads when it is told to. */
  private interface Reader extends AutoCloseable {
    /** How many bytes of a body come until its end, which has to come. */
    int read() throws Exception;

    @Override
    void close() throws IOException;
  }

  private record PlainReader(Client client) implements Reader {
    @Override
    public int read() throws IOException {
      return client.read(false).body().length;
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  private record PeerReader(Http2Peer peer) implements Reader {
    @Override
    public int read() throws Exception {
      peer.windowUpdate(0, LARGE);
      peer.windowUpdate(1, LARGE);
      int taken = 0;
      Frame frame = peer.await(HEADERS);
      while (!frame.ends()) {
        frame = peer.await(DATA, RST_STREAM);
        assertThat(frame.type()).isEqualTo(DATA);
        taken += frame.payload().length;
      }
      return taken;
    }

    @Override
    public void close() throws IOException {
      peer.close();
    }
  }

  private Reader ask(Version version) throws Exception {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(16 * 1024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
    if (version == Version.HTTP_1) {
      Client client = new Client(socket);
      client.send(gateway.head("GET", "/release/body") + "\n");
      return new PlainReader(client);
    }
    Http2Peer peer = Http2Peer.client(socket, INITIAL_WINDOW_SIZE, 0);
    peer.headers(
        1,
        Http2Peer.END_STREAM,
        ":method",
        "GET",
        ":scheme",
        "http",
        ":path",
        "/release/body",
        ":authority",
        gateway.host());
    return new PeerReader(peer);
  }

  /** How much is taken of a large body for a client that takes nothing, until it is cut. */
  private int kept(Version version) throws Exception {
    size.set(LARGE);
    long before = gateway.traffic().bytesSent();
    long cut = gateway.traffic().failures().getOrDefault("CLIENT_STALLED", 0L);
    Reader client = ask(version);
    try (client) {
      await()
          .until(() -> gateway.traffic().failures().getOrDefault("CLIENT_STALLED", 0L) == cut + 1);
    }
    return (int) (gateway.traffic().bytesSent() - before);
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1, false", "HTTP_1, true", "HTTP_2, false", "HTTP_2, true"})
  void theEndOfAnAnswerIsNotCutWhateverIsKept(Version version, boolean stopping) throws Exception {
    int kept = kept(version);
    assertThat(kept).isLessThan(LARGE);
    for (int less : stopping ? new int[] {1_000} : new int[] {1_000, 40_000}) {
      size.set(kept - less);
      int asked = node.count();
      try (Reader client = ask(version)) {
        await().until(() -> node.count() == asked + 1);
        if (stopping) {
          gateway.shutdown();
        }
        Duration pause = Duration.ofMillis(2 * TIMEOUT_MILLIS);
        await()
            .during(pause)
            .atMost(pause.multipliedBy(4))
            .until(() -> gateway.traffic().connectionsOpen() == 1);
        assertThat(client.read()).isEqualTo(kept - less);
      }
      await().until(() -> gateway.traffic().connectionsOpen() == 0);
    }
    assertThat(gateway.traffic().failures()).containsEntry("CLIENT_STALLED", 1L);
    assertThat(gateway.firstNode().health().failures(NodeHealth.Failure.TIMEOUT)).isZero();
  }
}
