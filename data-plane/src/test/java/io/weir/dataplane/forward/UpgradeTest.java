package io.weir.dataplane.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.SwitchingNode;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import io.weir.testing.http.Request;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that both sides switch to another protocol is a tunnel: WebSocket and any other. */
class UpgradeTest {
  private static final String WEBSOCKET =
      """
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      Sec-WebSocket-Protocol: chat

      """;
  private static final int MUCH = 20 * 1024 * 1024;

  private final SwitchingNode node = SwitchingNode.start();
  private final FakeUpstream refusing = FakeUpstream.http();
  private Gateway gateway = Gateway.of(refusing);

  @AfterEach
  void close() throws IOException {
    gateway.close();
    refusing.close();
    node.close();
  }

  private Client upgraded() throws IOException {
    gateway.nodes(EventMother.node(node.port(), 1));
    Client client = gateway.client();
    Answer answer = client.call(gateway.head("GET", "/release/pets") + WEBSOCKET);
    assertThat(answer.status()).isEqualTo(101);
    return client;
  }

  @Test
  void aHandshakeOfWebSocketPassesWhole() throws IOException {
    gateway.nodes(EventMother.node(node.port(), 1));
    node.extra("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
    try (Client client = gateway.client()) {
      Answer answer = client.call(gateway.head("GET", "/release/pets?a=b") + WEBSOCKET);
      assertThat(answer.status()).isEqualTo(101);
      assertThat(answer.header("upgrade")).isEqualToIgnoringCase("websocket");
      assertThat(answer.header("connection")).isEqualToIgnoringCase("upgrade");
      assertThat(answer.header("sec-websocket-accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
      assertThat(answer.all("content-length")).isEmpty();
      assertThat(answer.all("transfer-encoding")).isEmpty();
    }
    assertThat(node.lastHead())
        .startsWith("GET /pets?a=b HTTP/1.1\r\n")
        .containsIgnoringCase("\r\nupgrade: websocket\r\n")
        .containsIgnoringCase("\r\nconnection: upgrade\r\n")
        .containsIgnoringCase("\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
        .containsIgnoringCase("\r\nsec-websocket-protocol: chat\r\n");
  }

  @Test
  void bytesPassBothWaysAsTheyCome() throws IOException {
    try (Client client = upgraded()) {
      for (String word : new String[] {"\0\1\2", "GET / HTTP/1.1\r\n\r\n", "\u00ff"}) {
        client.send(word.getBytes(ISO_8859_1));
        assertThat(client.in().readNBytes(word.length())).isEqualTo(word.getBytes(ISO_8859_1));
      }
    }
  }

  @Test
  void bytesThatComeWithTheHandshakePassToo() throws IOException {
    gateway.nodes(EventMother.node(node.port(), 1));
    node.greeting("welcome");
    try (Client client = gateway.client()) {
      String head = gateway.head("GET", "/release/pets") + WEBSOCKET;
      client.send((head.replace("\n", "\r\n") + "early").getBytes(ISO_8859_1));
      assertThat(client.read(false).status()).isEqualTo(101);
      assertThat(new String(client.in().readNBytes(12), ISO_8859_1)).isEqualTo("welcomeearly");
    }
  }

  @Test
  void muchPassesUnchangedBothWays() throws Exception {
    try (Client client = upgraded()) {
      byte[] sent = new byte[MUCH];
      new java.util.Random(1).nextBytes(sent);
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      client.send(sent);
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  });
      assertThat(java.util.Arrays.equals(client.in().readNBytes(MUCH), sent)).isTrue();
      sender.join();
    }
  }

  @Test
  void aNodeThatDoesNotReadHoldsTheClientBack() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicLong read = new AtomicLong();
    node.tunnel(
        socket -> {
          goOn.await();
          for (int n = 0; n >= 0; n = socket.getInputStream().read(new byte[65_536])) {
            read.addAndGet(n);
          }
        });
    AtomicLong written = new AtomicLong();
    try (Client client = upgraded()) {
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 5 * MUCH; i += 65_536) {
                        client.send(new byte[65_536]);
                        written.addAndGet(65_536);
                      }
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  });
      standsStill(written);
      assertThat(written.get()).isLessThan(5L * MUCH);
      goOn.countDown();
      sender.join();
      await().until(() -> read.get() == 5L * MUCH);
    }
  }

  @Test
  void aClientThatDoesNotReadHoldsTheNodeBack() throws Exception {
    AtomicLong written = new AtomicLong();
    node.tunnel(
        socket -> {
          OutputStream out = socket.getOutputStream();
          for (int i = 0; i < 5 * MUCH; i += 65_536) {
            out.write(new byte[65_536]);
            written.addAndGet(65_536);
          }
          socket.shutdownOutput();
        });
    try (Client client = upgraded()) {
      standsStill(written);
      assertThat(written.get()).isLessThan(5L * MUCH);
      client.in().skipNBytes(5L * MUCH);
      assertThat(client.ended()).isTrue();
    }
  }

  private static void standsStill(AtomicLong counter) {
    AtomicLong last = new AtomicLong(-1);
    AtomicLong times = new AtomicLong();
    await()
        .until(
            () -> {
              long now = counter.get();
              times.set(now > 0 && now == last.getAndSet(now) ? times.get() + 1 : 0);
              return times.get() == 5;
            });
  }

  @Test
  void allThatTheNodeSaidArrivesWhenItEnds() throws IOException {
    node.tunnel(
        socket -> {
          socket.getOutputStream().write(new byte[MUCH]);
          socket.shutdownOutput();
        });
    try (Client client = upgraded()) {
      client.in().skipNBytes(MUCH);
      assertThat(client.ended()).isTrue();
    }
    await().until(() -> gateway.traffic().active() == 0);
  }

  @Test
  void allThatTheClientSaidArrivesWhenItEnds() throws IOException {
    AtomicLong read = new AtomicLong();
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicLong ended = new AtomicLong();
    node.tunnel(
        socket -> {
          goOn.await();
          try {
            for (int n = 0; n >= 0; n = socket.getInputStream().read(new byte[4_096])) {
              read.addAndGet(n);
            }
          } finally {
            ended.set(1);
          }
        });
    try (Client client = upgraded()) {
      client.send(new byte[1_000_000]);
    }
    goOn.countDown();
    await().until(() -> ended.get() == 1);
    assertThat(read.get()).isEqualTo(1_000_000);
    await().until(() -> gateway.traffic().active() == 0);
  }

  @Test
  void aClientThatLeavesEndsTheNodesConnection() throws Exception {
    Client client = upgraded();
    client.reset();
    await().until(() -> node.open() == 0);
    await().until(() -> gateway.traffic().active() == 0);
  }

  @Test
  void aNodeThatBreaksEndsTheClientsConnection() throws Exception {
    node.tunnel(
        socket -> {
          socket.setSoLinger(true, 0);
          socket.close();
        });
    try (Client client = upgraded()) {
      assertThat(ends(client)).isTrue();
    }
    await().until(() -> gateway.traffic().active() == 0);
  }

  private static boolean ends(Client client) throws IOException {
    try {
      return client.ended();
    } catch (SocketException | EOFException reset) {
      return true;
    }
  }

  @Test
  void aTunnelMayStandStillForItsTimeAndNotForTheApis() throws Exception {
    gateway.api("/quick", "/quick", null, 200);
    gateway.nodes(EventMother.node(node.port(), 1));
    try (Client client = gateway.client()) {
      client.call(gateway.head("GET", "/release/quick") + WEBSOCKET);
      Thread.sleep(600);
      client.send(new byte[] {7});
      assertThat(client.in().read()).isEqualTo(7);
    }
  }

  @Test
  void anIdleTunnelEnds() throws IOException {
    gateway.close();
    gateway = Gateway.of(TestOptions.tunnelIdle(300), refusing);
    try (Client client = upgraded()) {
      assertThat(ends(client)).isTrue();
    }
    await().until(() -> node.open() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLS/1.0", "irc/6.9, tls/1.0", "x-own"})
  void anyOtherProtocolCanBeSwitchedToAsWell(String protocol) throws IOException {
    gateway.nodes(EventMother.node(node.port(), 1));
    try (Client client = gateway.client()) {
      Answer answer =
          client.call(
              gateway.head("GET", "/release/pets")
                  + "Connection: upgrade\nUpgrade: "
                  + protocol
                  + "\n\n");
      assertThat(answer.status()).isEqualTo(101);
      client.send(new byte[] {42});
      assertThat(client.in().read()).isEqualTo(42);
    }
    assertThat(node.lastHead()).containsIgnoringCase("\r\nupgrade: " + protocol + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403, 426, 503})
  void aNodeMayRefuse(int status) throws IOException {
    refusing.behave(_ -> Reply.text(status, "not now").with("Upgrade", "websocket"));
    try (Client client = gateway.client()) {
      for (int i = 0; i < 2; i++) {
        Answer answer = client.call(gateway.head("GET", "/release/pets") + WEBSOCKET);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("not now");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /release/pets HTTP/1.0\r\n"
            + "Host: %s\r\n"
            + "Connection: upgrade\r\n"
            + "Upgrade: websocket\r\n\r\n",
        "GET /release/pets HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\n\r\n",
        "GET /release/pets HTTP/1.1\r\nHost: %s\r\nConnection: upgrade\r\n\r\n",
        "GET /release/pets HTTP/1.1\r\nHost: %s\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n"
      })
  void whatIsNoOfferToSwitchIsAnOrdinaryRequest(String request) throws IOException {
    try (Client client = gateway.client()) {
      client.send(request.formatted(gateway.host()).getBytes(ISO_8859_1));
      assertThat(client.read(false).status()).isEqualTo(200);
    }
    Request seen = refusing.requests().getLast();
    assertThat(seen.all("upgrade")).isEmpty();
    assertThat(seen.all("connection")).noneMatch("upgrade"::equalsIgnoreCase);
  }

  /** A switch before the body is whole would make the rest of it part of the new protocol. */
  @Test
  void aNodeMustReadTheWholeRequestBeforeItSwitches() throws IOException {
    gateway.nodes(EventMother.node(node.port(), 1));
    try (Client client = gateway.client()) {
      client.send(
          gateway.head("POST", "/release/pets")
              + "Connection: upgrade\nUpgrade: x\nTransfer-Encoding: chunked\n\n5\nhello\n");
      assertThat(client.read(false).status()).isEqualTo(502);
    }
  }

  @Test
  void tunnelsGoOnWhenTheirNodeIsTakenOut() throws IOException {
    try (Client first = upgraded();
        Client second = upgraded()) {
      gateway.nodes(EventMother.node(refusing.port(), 1));
      assertThat(gateway.get("/release/pets").status()).isEqualTo(200);
      first.send(new byte[] {1});
      assertThat(first.in().read()).isEqualTo(1);
      second.send(new byte[] {2});
      assertThat(second.in().read()).isEqualTo(2);
    }
  }
}
