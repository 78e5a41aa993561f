package io.weir.dataplane.http2;

import static io.weir.dataplane.support.Http2Peer.GOAWAY;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.PING;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.http2.Http2Error;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http2.Wholeness.Body;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request of a client is whole only if its DATA are as long as it says. */
class RequestLengthTest {
  private static final HttpLimits MANY_RESETS =
      new HttpLimits(8192, 32 * 1024, 100, 0, 30_000, 60_000, 75_000, 100, 10_000);

  @ParameterizedTest(name = "{0}, {1} bytes at once")
  @CsvSource({"CLEAR, 1000000", "CLEAR, 1", "TLS, 1000000", "TLS, 7"})
  void onlyWhatAddsUpIsWhole(Encryption wire, int atOnce) throws Exception {
    try (EchoServer server = new EchoServer(MANY_RESETS, wire);
        Http2Peer client = wire.connect(server.port())) {
      client.splitInto(atOnce);
      int stream = 1;
      for (Body body : Wholeness.bodies()) {
        server.events.clear();
        server.heads.clear();
        send(client, stream, body);
        if (body.addsUp()) {
          await(body.toString())
              .pollDelay(ZERO)
              .pollInterval(ofMillis(1))
              .until(() -> !server.events.isEmpty());
          assertThat(server.events).as("%s", body).containsExactly("whole " + body.bytes());
        } else {
          Frame reset = client.await(RST_STREAM, GOAWAY);
          assertThat(reset.type()).as("%s", body).isEqualTo(RST_STREAM);
          assertThat(reset.error()).as("%s", body).isEqualTo(Http2Error.PROTOCOL_ERROR);
          assertThat(server.events).as("%s", body).noneMatch(event -> event.startsWith("whole"));
          if (body.length() == 0) {
            assertThat(server.heads).as("%s: never handed over", body).isEmpty();
          }
        }
        stream += 2;
      }
    }
  }

  private static void send(Http2Peer client, int stream, Body body) throws Exception {
    String[] head = {":method", "POST", ":scheme", "http", ":path", "/count", ":authority", "x"};
    if (body.length() >= 0) {
      head = java.util.Arrays.copyOf(head, 10);
      head[8] = "content-length";
      head[9] = Integer.toString(body.length());
    }
    String[] fields = head;
    client.together(() -> body.send(client, stream, fields));
  }

  @Test
  void noByteBeforeTheEndCompletesTheLength() throws Exception {
    try (EchoServer server = new EchoServer();
        Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/", "content-length", "5");
      assertThat(client.await(HEADERS).status()).isEqualTo("200");
      client.send(Http2Peer.DATA, 0, 1, new byte[4]);
      assertThat(client.await(Http2Peer.DATA).payload()).hasSize(4);
      client.send(Http2Peer.DATA, 0, 1, new byte[1]);
      client.send(PING, 0, 0, new byte[8]);
      assertThat(client.await(Http2Peer.DATA, PING).type()).isEqualTo(PING);
      client.send(Http2Peer.DATA, Http2Peer.END_STREAM, 1);
      assertThat(client.await(Http2Peer.DATA).payload()).hasSize(1);
    }
  }

  @Test
  void requestThatNeverEndsIsRefusedInTime() throws Exception {
    HttpLimits hasty = new HttpLimits(100, 4096, 20, 0, 30_000, 50, 60_000, 100, 200);
    try (EchoServer server = new EchoServer(hasty);
        Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/", "content-length", "0");
      assertThat(client.await(HEADERS).status()).isEqualTo("408");
      assertThat(server.heads).isEmpty();
    }
  }

  @Test
  void tooLargeABodyCostsItsStreamOnly() throws Exception {
    HttpLimits small = new HttpLimits(100, 4096, 20, 1000, 30_000, 60_000, 60_000, 100, 200);
    try (EchoServer server = new EchoServer(small);
        Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/wait");
      for (int stream = 3; stream < 40; stream += 2) {
        client.post(stream, "/wait");
        for (int i = 0; i < 5; i++) {
          client.send(Http2Peer.DATA, 0, stream, new byte[500]);
        }
        assertThat(client.await(HEADERS, GOAWAY).status()).isEqualTo("413");
        assertThat(client.await(RST_STREAM, GOAWAY).error()).isEqualTo(Http2Error.NO_ERROR);
      }
      client.get(41, "/");
      assertThat(client.await(HEADERS, GOAWAY).status()).isEqualTo("200");
      assertThat(server.events).hasSize(19).containsOnly("refused 413");
    }
  }
}
