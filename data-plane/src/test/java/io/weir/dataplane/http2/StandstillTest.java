package io.weir.dataplane.http2;

import static io.weir.dataplane.support.Http2Peer.ACK;
import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.INITIAL_WINDOW_SIZE;
import static io.weir.dataplane.support.Http2Peer.PING;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;
import static io.weir.dataplane.support.Http2Peer.WINDOW_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Error;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that is slow is waited for; nothing is kept for one that does not move. */
@Tag("slow")
class StandstillTest {
  private static final int EVERYTHING = 1 << 30;

  private static EchoServer server(Encryption wire, int bodyIdleMillis) {
    return new EchoServer(
        new HttpLimits(8192, 32 * 1024, 100, 0, 30_000, bodyIdleMillis, 75_000, 100, 10_000), wire);
  }

  @ParameterizedTest
  @EnumSource
  void responseThatNoWindowLetsThroughIsReset(Encryption wire) throws Exception {
    try (EchoServer server = server(wire, 500);
        Http2Peer client = wire.connect(server.port(), INITIAL_WINDOW_SIZE, 0)) {
      for (int stream = 1; stream < 200; stream += 2) {
        client.get(stream, "/large");
      }
      for (int i = 0; i < 100; i++) {
        assertThat(client.await(RST_STREAM, DATA).error()).isEqualTo(Http2Error.CANCEL);
      }
      client.get(201, "/large");
      assertThat(client.await(HEADERS).status()).isEqualTo("200");
      assertThat(server.events).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void clientThatTakesNextToNothingStandsStill(Encryption wire) throws Exception {
    try (EchoServer server = server(wire, 1000);
        Http2Peer client = wire.connect(server.port(), INITIAL_WINDOW_SIZE, 0)) {
      client.get(1, "/large");
      int taken = 0;
      for (Frame frame = client.await(HEADERS);
          frame.type() != RST_STREAM;
          frame = client.await(DATA, RST_STREAM)) {
        taken += frame.type() == DATA ? frame.payload().length : 0;
        Thread.sleep(20); // at most half of what it must take
        client.windowUpdate(1, 1);
      }
      assertThat(taken).isBetween(1, EchoServer.LARGE_BYTES / 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void clientThatIsSlowGetsAll(Encryption wire) throws Exception {
    try (EchoServer server = server(wire, 1000);
        Http2Peer client = wire.connect(server.port(), INITIAL_WINDOW_SIZE, 0)) {
      client.get(1, "/large");
      client.await(HEADERS);
      int taken = 0;
      while (taken < EchoServer.LARGE_BYTES) {
        Thread.sleep(20);
        client.windowUpdate(1, 600);
        Frame frame = client.await(DATA, RST_STREAM);
        assertThat(frame.type()).isEqualTo(DATA);
        taken += frame.payload().length;
      }
      assertThat(taken).isEqualTo(EchoServer.LARGE_BYTES);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyByteThatTheClientTakesCounts(Encryption wire) throws Exception {
    try (EchoServer server = server(wire, 60_000);
        Http2Peer client = wire.connect(server.port(), INITIAL_WINDOW_SIZE, 0)) {
      client.get(1, "/open");
      client.await(HEADERS);
      ClientStream stream = server.streams.remove();
      for (int i = 0; i < 20; i++) {
        long before = server.onLoop(stream::taken);
        assertThat(server.onLoop(stream::taken)).isEqualTo(before);
        client.windowUpdate(1, 1);
        assertThat(client.await(DATA).payload()).hasSize(1);
        await().until(() -> server.onLoop(stream::taken) > before);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheSocketTakesCounts(Encryption wire) throws Exception {
    try (EchoServer server = server(wire, 60_000);
        Http2Peer client = wire.connect(server.port(), INITIAL_WINDOW_SIZE, EVERYTHING)) {
      ClientStream stream = fillSocket(server, client);
      assertThat(server.onLoop(stream::writable)).isFalse();
      long before = server.onLoop(stream::taken);
      while (server.onLoop(stream::taken) == before) {
        client.socket().getInputStream().skipNBytes(16 * 1024);
      }
    }
  }

  /** Whatever it sends is no reason to keep what it does not take. */
  @ParameterizedTest
  @EnumSource
  void clientWhoseSocketTakesNothingIsGivenUp(Encryption wire) throws Exception {
    try (EchoServer server = server(wire, 1000);
        Http2Peer client = wire.connect(server.port(), INITIAL_WINDOW_SIZE, EVERYTHING)) {
      fillSocket(server, client);
      Thread restless = Thread.ofVirtual().start(() -> sendForEver(client));
      await().atMost(Duration.ofMinutes(1)).until(server.connections::isEmpty);
      restless.interrupt();
    }
  }

  /** All windows are open, and the client does not read. */
  private static ClientStream fillSocket(EchoServer server, Http2Peer client) throws Exception {
    client.windowUpdate(0, EVERYTHING);
    client.get(1, "/open");
    client.await(HEADERS);
    Http2ClientConnection connection = server.connections.iterator().next();
    ClientStream stream = server.streams.remove();
    while (server.onLoop(connection::takesMore)) {
      server.onLoop(
          () -> {
            stream.sendData(Unpooled.wrappedBuffer(new byte[32 * 1024]), false);
            stream.flush();
            return null;
          });
    }
    return stream;
  }

  private static void sendForEver(Http2Peer client) {
    try {
      while (!Thread.interrupted()) {
        client.send(WINDOW_UPDATE, 0, 0, Http2Peer.number(1));
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException e) {
      // thrown out
    }
  }

  @ParameterizedTest
  @EnumSource
  void clientThatVanishedIsAskedAndGivenUp(Encryption wire) throws Exception {
    try (EchoServer server = server(wire, 300);
        Http2Peer client = wire.connect(server.port())) {
      client.get(1, "/wait");
      assertThat(client.await(PING).flags()).isZero();
      assertThat(client.await(DATA).type()).isEqualTo(Frame.CLOSED);
      await().untilAsserted(() -> assertThat(server.events).containsExactly("gone"));
      assertThat(server.connections).isEmpty();
    }
  }

  @Test
  void clientThatAnswersMayWaitAsLongAsItLikes() throws Exception {
    try (EchoServer server = server(Encryption.CLEAR, 1000);
        Http2Peer client = Http2Peer.connect(server.port())) {
      client.get(1, "/wait");
      for (int i = 0; i < 3; i++) {
        Frame ping = client.await(PING);
        assertThat(ping.type()).isEqualTo(PING);
        client.send(PING, ACK, 0, ping.payload());
      }
      assertThat(server.events).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatDoesNotReadIsNotWritableForInterimResponsesEither(Encryption wire)
      throws Exception {
    try (EchoServer server = server(wire, 60_000);
        Http2Peer client = wire.connect(server.port())) {
      client.get(1, "/wait");
      await().until(() -> !server.streams.isEmpty());
      ClientStream stream = server.streams.remove();
      Http2ClientConnection connection = server.connections.iterator().next();
      for (int i = 0; server.onLoop(stream::writable); i++) {
        int round = i;
        server.onLoop(() -> sendHints(stream, round));
      }
      assertThat(server.onLoop(stream::writable)).isFalse();
      assertThat(server.onLoop(() -> waiting(connection))).isLessThan(1 << 20);
      Thread reader = Thread.ofVirtual().start(() -> readAll(client));
      await().until(() -> server.events.contains("writable"));
      await().until(() -> server.onLoop(stream::writable));
      reader.interrupt();
    }
  }

  /** At most a megabyte, of which nothing can be said more shortly. */
  private static Void sendHints(ClientStream stream, int round) {
    for (int i = 0; i < 1000 && stream.writable(); i++) {
      Headers hints = new Headers();
      hints.add("Link", "<" + "x".repeat(1000) + round + "-" + i + ">");
      stream.sendInterim(103, hints);
    }
    return null;
  }

  private static long waiting(Http2ClientConnection connection) {
    return connection.context().channel().unsafe().outboundBuffer().totalPendingWriteBytes();
  }

  private static void readAll(Http2Peer client) {
    try {
      client.socket().getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the test is over
    }
  }
}
