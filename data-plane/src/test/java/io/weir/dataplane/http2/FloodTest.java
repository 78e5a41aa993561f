package io.weir.dataplane.http2;

import static io.weir.dataplane.support.Http2Peer.CONTINUATION;
import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.END_HEADERS;
import static io.weir.dataplane.support.Http2Peer.END_STREAM;
import static io.weir.dataplane.support.Http2Peer.GOAWAY;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.PING;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;
import static io.weir.dataplane.support.Http2Peer.SETTINGS;
import static io.weir.dataplane.support.Http2Peer.WINDOW_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.http2.Http2Error;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers that make a server work or remember more than they pay for. */
class FloodTest {
  private final EchoServer server = new EchoServer();

  @AfterEach
  void stop() {
    server.close();
  }

  /** What a client does; it may fail once it is thrown out. */
  interface Attack {
    void on(Http2Peer client) throws IOException;
  }

  static Stream<Arguments> floods() {
    return Stream.of(
        flood("requests that are taken back at once", FloodTest::rapidReset),
        flood("resets that the server is provoked to", FloodTest::provokedResets),
        flood("a head in small pieces", FloodTest::continuations),
        flood("a body of nothing", FloodTest::emptyData));
  }

  private static Arguments flood(String name, Attack attack) {
    return Arguments.of(name, attack);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void floods(String name, Attack attack) throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      // the server closes at one of the frames, and what is written after that fails
      client.together(() -> attack.on(client));
      assertThat(client.await(GOAWAY).error()).isEqualTo(Http2Error.ENHANCE_YOUR_CALM);
      await().untilAsserted(() -> assertThat(server.connections).isEmpty());
    }
  }

  private static void rapidReset(Http2Peer client) throws IOException {
    for (int stream = 1; stream <= 2 * 201; stream += 2) {
      client.get(stream, "/wait");
      client.reset(stream, Http2Error.CANCEL);
    }
  }

  private static void provokedResets(Http2Peer client) throws IOException {
    for (int stream = 1; stream <= 2 * 201; stream += 2) {
      client.get(stream, "/wait");
      client.windowUpdate(stream, 0);
    }
  }

  private static void continuations(Http2Peer client) throws IOException {
    client.send(HEADERS, END_STREAM, 1, Http2Peer.block(":method", "GET"));
    for (int i = 0; i < 20; i++) {
      client.send(CONTINUATION, 0, 1, Http2Peer.block("x", "1"));
    }
  }

  private static void emptyData(Http2Peer client) throws IOException {
    client.post(1, "/wait");
    for (int i = 0; i < 100; i++) {
      client.send(DATA, 0, 1);
    }
  }

  static Stream<Arguments> unread() {
    return Stream.of(
        Arguments.of("PING", Http2Peer.frame(PING, 0, 0, new byte[8])),
        Arguments.of("SETTINGS", Http2Peer.frame(SETTINGS, 0, 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void unread(String name, byte[] frame) throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      byte[] thousand = new byte[1000 * frame.length];
      for (int i = 0; i < 1000; i++) {
        System.arraycopy(frame, 0, thousand, i * frame.length, frame.length);
      }
      await().until(() -> !server.connections.isEmpty());
      Http2ClientConnection connection = server.connections.iterator().next();
      Thread sender = Thread.ofVirtual().start(() -> sendUntilThrownOut(client, thousand));
      await().until(() -> connection.connection().goAwaySent() || server.connections.isEmpty());
      client.close();
      sender.join();
    }
  }

  private static void sendUntilThrownOut(Http2Peer client, byte[] frames) {
    try {
      while (true) {
        client.send(frames);
      }
    } catch (IOException e) {
      // thrown out
    }
  }

  @Test
  void smallHeadThatUnpacksToALargeOneIsRefused() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      ByteArrayOutputStream bomb = new ByteArrayOutputStream();
      bomb.writeBytes(
          Http2Peer.block(":method", "GET", ":scheme", "http", ":path", "/", ":authority", "x"));
      bomb.write(0x40); // into the table
      Http2Peer.literal(bomb, "x");
      Http2Peer.literal(bomb, "y".repeat(3900));
      for (int i = 0; i < 8000; i++) {
        bomb.write(0x80 | 62); // the same again: 30 MB altogether
      }
      client.send(HEADERS, END_HEADERS | END_STREAM, 1, bomb.toByteArray());
      assertThat(client.await(HEADERS).status()).isEqualTo("431");
      assertThat(server.heads).isEmpty();
      client.get(3, "/");
      assertThat(client.await(HEADERS).status()).isEqualTo("200");
    }
  }

  @Test
  void manySmallFieldsAreRefusedLikeFewLargeOnes() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      ByteArrayOutputStream crumbs = new ByteArrayOutputStream();
      crumbs.writeBytes(
          Http2Peer.block(":method", "GET", ":scheme", "http", ":path", "/", ":authority", "x"));
      for (int i = 0; i < 4000; i++) {
        crumbs.write(0x80 | 32); // cookie: (empty)
      }
      client.send(HEADERS, END_HEADERS | END_STREAM, 1, crumbs.toByteArray());
      assertThat(client.await(HEADERS).status()).isEqualTo("431");
      assertThat(server.heads).isEmpty();
    }
  }

  @Test
  void headBeyondAllMeasureEndsTheConnection() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.send(HEADERS, 0, 1, Http2Peer.block("x", "y".repeat(16_000)));
      for (int i = 0; i < 3; i++) {
        client.send(CONTINUATION, 0, 1, Http2Peer.block("x", "y".repeat(16_000)));
      }
      assertThat(client.await(GOAWAY, HEADERS).type()).isEqualTo(GOAWAY);
    }
  }

  @Test
  void moreStreamsThanAllowedAreRefusedFromTheStart() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      for (int stream = 1; stream <= 2 * 101; stream += 2) {
        client.get(stream, "/wait");
      }
      Frame reset = client.await(RST_STREAM);
      assertThat(reset.error()).isEqualTo(Http2Error.REFUSED_STREAM);
      assertThat(reset.stream()).isEqualTo(201);
      assertThat(server.heads).hasSize(100);
    }
  }

  @Test
  void largeTableOfTheClientIsNotFilled() throws Exception {
    try (Http2Peer client =
        Http2Peer.connect(server.port(), Http2Peer.HEADER_TABLE_SIZE, 1 << 20)) {
      for (int stream = 1; stream < 400; stream += 2) {
        client.get(stream, "/", "x-own", stream + "x".repeat(1000));
        client.windowUpdate(0, EchoServer.HELLO_BYTES);
        client.await(HEADERS);
      }
      Http2ClientConnection connection = server.connections.iterator().next();
      server.onLoop(
          () ->
              assertThat(
                      connection
                          .encoder()
                          .configuration()
                          .headersConfiguration()
                          .maxHeaderTableSize())
                  .isEqualTo(4096));
    }
  }

  @Test
  void windowThatGrowsTooLargeEndsItsStreamOnly() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/");
      client.send(WINDOW_UPDATE, 0, 1, Http2Peer.number(Integer.MAX_VALUE));
      assertThat(client.await(RST_STREAM).error()).isEqualTo(Http2Error.FLOW_CONTROL_ERROR);
      client.get(3, "/");
      assertThat(client.await(HEADERS).status()).isEqualTo("200");
    }
  }
}
