package io.weir.dataplane.forward;

import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import io.weir.dataplane.support.Passage.Version;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many interim responses to a client that does not read: nobody keeps more than a little of them,
 * none is left out of those that the client gets, and the end is not taken for another one.
 */
class InterimsTest {
  private static final String PADDING = "x".repeat(1000);

  /** More than all buffers of all sockets on the way. */
  private static final int MANY = 60_000;

  private static final int PATIENCE_MILLIS = 60_000;
  private static final int LONG_MILLIS = 120_000;
  private static final int SHORT_MILLIS = 1_500;

  private final AtomicInteger sent = new AtomicInteger();
  private final FakeUpstream placeholder = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(placeholder);
  private ServerSocket listener;

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    listener.setSoTimeout(PATIENCE_MILLIS);
    gateway.nodes(EventMother.node(listener.getLocalPort(), 1));
  }

  @AfterEach
  void close() throws IOException {
    gateway.close();
    placeholder.close();
    listener.close();
  }

  private Http2Peer nodeOfHttp2() throws Exception {
    return Http2Peer.accept(listener);
  }

  /** Sends so many interim responses, the last answer, and closes. */
  private void flood(Socket node) {
    try (node) {
      InputStream in = new BufferedInputStream(node.getInputStream());
      for (int ends = 0; ends < 4; ) {
        ends = "\r\n\r\n".charAt(ends) == in.read() ? ends + 1 : 0;
      }
      for (int i = 0; i < MANY; i++) {
        write(node, "HTTP/1.1 103 Early Hints\r\nx-n: " + i + "\r\nx-p: " + PADDING + "\r\n\r\n");
        sent.incrementAndGet();
      }
      write(node, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone");
    } catch (IOException cut) {
      // by the gateway, that the test looks for
    }
  }

  private static void write(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private Reader ask(Version client) throws Exception {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(8 * 1024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
    if (client == Version.HTTP_1) {
      Client plain = new Client(socket);
      plain.send(gateway.head("GET", "/release/hints") + "\n");
      return new PlainReader(plain);
    }
    Http2Peer peer = Http2Peer.client(socket);
    peer.headers(
        1,
        Http2Peer.END_STREAM,
        ":method",
        "GET",
        ":scheme",
        "http",
        ":path",
        "/release/hints",
        ":authority",
        gateway.host());
    return new PeerReader(peer);
  }

  /** A client that reads one head after another when it is told to. */
  private interface Reader extends AutoCloseable {
    /** The next head: the number of an interim response, or the status of the last one negated. */
    int next() throws Exception;

    @Override
    void close() throws IOException;
  }

  private record PlainReader(Client client) implements Reader {
    @Override
    public int next() throws IOException {
      Answer head = client.read(false);
      return head.status() == 103 ? Integer.parseInt(head.header("x-n")) : -head.status();
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  private record PeerReader(Http2Peer peer) implements Reader {
    @Override
    public int next() throws Exception {
      Frame frame = peer.await(HEADERS, RST_STREAM);
      if (frame.type() != HEADERS) {
        throw new EOFException("no head, but " + frame);
      }
      return frame.status().equals("103")
          ? Integer.parseInt(frame.fields().get("x-n"))
          : -Integer.parseInt(frame.status());
    }

    @Override
    public void close() throws IOException {
      peer.close();
    }
  }

  /** How many interim responses come, each after the one before, until there is this status. */
  private static int readAll(Reader client, int status) throws Exception {
    int read = 0;
    int next = client.next();
    while (next >= 0) {
      assertThat(next).isEqualTo(read);
      read++;
      next = client.next();
    }
    assertThat(-next).isEqualTo(status);
    return read;
  }

  private void awaitStandstill() {
    AtomicInteger before = new AtomicInteger(-1);
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());
  }

  @ParameterizedTest
  @EnumSource
  void aNodeOfHttp1WaitsForTheClientAndNothingIsLost(Version client) throws Exception {
    gateway.api("/hints", "/hints", null, LONG_MILLIS);
    try (Reader reader = ask(client)) {
      Socket node = listener.accept();
      Thread.ofVirtual().start(() -> flood(node));
      awaitStandstill();
      assertThat(sent).hasValueLessThan(MANY);
      assertThat(readAll(reader, 200)).isEqualTo(MANY);
    }
  }

  /** A head has no window, and the connection serves others, too: it cannot be made to wait. */
  @ParameterizedTest
  @EnumSource
  void ofANodeOfHttp2OnlySoMuchIsKept(Version client) throws Exception {
    gateway.version(HttpVersion.HTTP_2);
    gateway.api("/hints", "/hints", null, LONG_MILLIS);
    try (Reader reader = ask(client);
        Http2Peer node = nodeOfHttp2()) {
      int stream = node.await(HEADERS).stream();
      Thread.ofVirtual().start(() -> floodStream(node, stream));
      assertThat(node.await(RST_STREAM).stream()).isEqualTo(stream);
      assertThat(sent).hasValueLessThan(MANY);
      assertThat(readAll(reader, 408)).isBetween(1, sent.get());
      await()
          .untilAsserted(
              () -> assertThat(gateway.traffic().failures()).containsEntry("CLIENT_STALLED", 1L));
    }
    assertThat(gateway.firstNode().requestsActive()).isZero();
  }

  private void floodStream(Http2Peer node, int stream) {
    try {
      for (int i = 0; i < MANY; i++) {
        node.headers(stream, 0, ":status", "103", "x-n", Integer.toString(i), "x-p", PADDING);
        sent.incrementAndGet();
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  /** What the client does not read is no movement, and no fault of the node. */
  @ParameterizedTest
  @CsvSource({"HTTP_1, HTTP_1", "HTTP_1, HTTP_2", "HTTP_2, HTTP_1", "HTTP_2, HTTP_2"})
  void theTimeoutBoundsThemAll(Version client, Version node) throws Exception {
    gateway.api("/hints", "/hints", null, SHORT_MILLIS);
    if (node == Version.HTTP_2) {
      gateway.version(HttpVersion.HTTP_2);
    }
    try (Reader reader = ask(client)) {
      if (node == Version.HTTP_1) {
        Socket socket = listener.accept();
        Thread flood = Thread.ofVirtual().start(() -> flood(socket));
        assertThat(flood.join(Duration.ofMillis(PATIENCE_MILLIS))).isTrue();
        assertThat(sent).hasValueLessThan(MANY);
      } else {
        try (Http2Peer peer = nodeOfHttp2()) {
          int stream = peer.await(HEADERS).stream();
          Thread.ofVirtual().start(() -> floodStream(peer, stream));
          assertThat(peer.await(RST_STREAM).stream()).isEqualTo(stream);
        }
      }
      assertThat(readAll(reader, 408)).isPositive();
    }
    assertThat(gateway.firstNode().health().failures(NodeHealth.Failure.TIMEOUT)).isZero();
  }
}
