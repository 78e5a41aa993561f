package io.weir.dataplane.http2;

import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.END_STREAM;
import static io.weir.dataplane.support.Http2Peer.GOAWAY;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.PING;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;
import static io.weir.dataplane.support.Http2Peer.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.http2.Http2Error;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Http2ClientConnectionTest {
  private static final String[] HEAD = {
    ":method", "GET", ":scheme", "http", ":path", "/", ":authority", "test"
  };

  private EchoServer server = new EchoServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private void limit(HttpLimits limits) {
    server.close();
    server = new EchoServer(limits);
  }

  private static HttpLimits limits(int bodyBytes, int bodyIdleMillis, int keepAliveMillis) {
    return new HttpLimits(
        100, 4096, 20, bodyBytes, 30_000, bodyIdleMillis, keepAliveMillis, 100, 200);
  }

  @Test
  void requestIsHandedOverAsItWasMeant() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.get(1, "/a?b", "cookie", "a=1", "host", "TEST", "cookie", "b=2", "x-own", "1");
      Frame answer = client.await(HEADERS);
      RequestHead head = server.heads.remove();
      assertThat(head.method()).isEqualTo("GET");
      assertThat(head.target()).isEqualTo("/a?b");
      assertThat(head.authority()).isEqualTo("test");
      assertThat(head.contentLength()).isZero();
      assertThat(head.headers()).hasToString("x-own: 1\r\ncookie: a=1; b=2\r\n");
      assertThat(answer.fields())
          .containsOnlyKeys(":status", "x-own", "cookie", "echo-target")
          .containsEntry("echo-target", "GET /a?b");
    }
  }

  @Test
  void hostStandsInForAuthority() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.headers(
          1, END_STREAM, ":method", "GET", ":scheme", "http", ":path", "/", "host", "own:1");
      client.await(HEADERS);
      assertThat(server.heads.remove().authority()).isEqualTo("own:1");
    }
  }

  @Test
  void bodyAndTrailersGoBothWays() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/", "expect", "100-continue", "content-length", "5", "te", "trailers");
      assertThat(client.await(HEADERS).status()).isEqualTo("100");
      assertThat(client.await(HEADERS).status()).isEqualTo("200");
      assertThat(server.heads.peek().expectsContinue()).isTrue();
      assertThat(server.heads.remove().contentLength()).isEqualTo(5);
      client.send(DATA, 0, 1, "hello".getBytes());
      client.headers(1, END_STREAM, "content-length", "9", "x-sum", "7");
      assertThat(client.await(DATA).payload()).isEqualTo("hello".getBytes());
      Frame trailers = client.await(HEADERS);
      assertThat(trailers.ends()).isTrue();
      assertThat(trailers.fields()).containsOnlyKeys("x-sum");
    }
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        broken("a name in upper case", "X-Own", "1"),
        broken("a name that is not a token", "x own", "1"),
        broken("a line break in a value", "x-own", "1\r\nx: 2"),
        broken("a NUL in a value", "x-own", "1\0"),
        broken("white space before a value", "x-own", " 1"),
        broken("Connection", "connection", "x"),
        broken("Transfer-Encoding", "transfer-encoding", "chunked"),
        broken("Upgrade", "upgrade", "x"),
        broken("Keep-Alive", "keep-alive", "x"),
        broken("TE with more than trailers", "te", "trailers, gzip"),
        broken("another Host", "host", "other"),
        broken("a pseudo-header after a header", "x-own", "1", ":path", "/"),
        broken("a pseudo-header twice", ":path", "/"),
        broken("an unknown pseudo-header", ":own", "1"),
        broken("a pseudo-header of responses", ":status", "200"),
        broken("a body that is missing", "content-length", "1"),
        broken("two lengths", "content-length", "0", "content-length", "1"),
        Arguments.of("no :method", without(":method")),
        Arguments.of("no :scheme", without(":scheme")),
        Arguments.of("no :path", without(":path")),
        Arguments.of("an empty :path", with(":path", "")),
        Arguments.of("a :path without slash", with(":path", "x")),
        Arguments.of("a space in :path", with(":path", "/ HTTP/1.1")),
        Arguments.of("a method that is not a token", with(":method", "G T")),
        Arguments.of("an authority with user", with(":authority", "a@test")),
        Arguments.of("a protocol of CONNECT", extended()));
  }

  private static Arguments broken(String name, String... fields) {
    return Arguments.of(
        name, Stream.concat(Stream.of(HEAD), Stream.of(fields)).toArray(String[]::new));
  }

  private static String[] without(String name) {
    List<String> fields = new ArrayList<>(List.of(HEAD));
    int at = fields.indexOf(name);
    fields.subList(at, at + 2).clear();
    return fields.toArray(String[]::new);
  }

  private static String[] with(String name, String value) {
    List<String> fields = new ArrayList<>(List.of(HEAD));
    fields.set(fields.indexOf(name) + 1, value);
    return fields.toArray(String[]::new);
  }

  private static String[] extended() {
    String[] fields = with(":method", "CONNECT");
    return Stream.concat(Stream.of(fields), Stream.of(":protocol", "websocket"))
        .toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void malformed(String name, String[] fields) throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.headers(1, END_STREAM, fields);
      Frame reset = client.await(RST_STREAM, GOAWAY, HEADERS);
      assertThat(reset.type()).isEqualTo(RST_STREAM);
      assertThat(reset.error()).isEqualTo(Http2Error.PROTOCOL_ERROR);
      assertThat(server.heads).isEmpty();
      client.get(3, "/");
      assertThat(client.await(HEADERS).status()).isEqualTo("200");
    }
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("405", new String[] {":method", "CONNECT", ":authority", "test:1"}),
        Arguments.of("414", with(":path", "/" + "x".repeat(100))),
        Arguments.of("431", fields(21, "x")),
        Arguments.of("431", fields(3, "x".repeat(1400))),
        Arguments.of("413", fields(1, "x", "content-length", "11")));
  }

  private static String[] fields(int count, String value, String... more) {
    List<String> fields = new ArrayList<>(List.of(HEAD));
    for (int i = 0; i < count; i++) {
      fields.addAll(List.of("x-" + i, value));
    }
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String status, String[] fields) throws Exception {
    limit(limits(10, 60_000, 60_000));
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.headers(1, 0, fields);
      assertThat(client.await(HEADERS).status()).isEqualTo(status);
      assertThat(client.await(RST_STREAM).error()).isEqualTo(Http2Error.NO_ERROR);
      assertThat(server.heads).isEmpty();
      client.get(3, "/");
      assertThat(client.await(HEADERS).status()).isEqualTo("200");
    }
  }

  @Test
  void bodyLargerThanAllowedIsRefused() throws Exception {
    limit(limits(10, 60_000, 60_000));
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/wait");
      client.send(DATA, 0, 1, new byte[10]);
      client.send(DATA, 0, 1, new byte[1]);
      assertThat(client.await(HEADERS).status()).isEqualTo("413");
      assertThat(server.events).containsExactly("refused 413");
    }
  }

  @Test
  void bodyThatStandsStillIsRefused() throws Exception {
    limit(limits(0, 50, 60_000));
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/wait");
      client.send(DATA, 0, 1, new byte[10]);
      assertThat(client.await(HEADERS).status()).isEqualTo("408");
    }
  }

  @Test
  void bodyOtherThanItsLengthIsRefusedAndReset() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/wait", "content-length", "5");
      client.send(DATA, END_STREAM, 1, new byte[4]);
      assertThat(client.await(RST_STREAM).error()).isEqualTo(Http2Error.PROTOCOL_ERROR);
      await().untilAsserted(() -> assertThat(server.events).containsExactly("refused 400"));
    }
  }

  @Test
  void responseBeforeTheBodyStopsTheBodyAndNothingElse() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      for (int stream = 1; stream < 1000; stream += 2) {
        client.post(stream, "/early");
        assertThat(client.await(HEADERS).status()).isEqualTo("200");
        assertThat(client.await(RST_STREAM).error()).isEqualTo(Http2Error.NO_ERROR);
        client.send(DATA, 0, stream, new byte[100]); // was under way
      }
      client.send(PING, 0, 0, new byte[8]);
      assertThat(client.await(PING, GOAWAY, RST_STREAM).type()).isEqualTo(PING);
    }
  }

  @Test
  void clientThatResetsIsGone() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/wait");
      client.reset(1, Http2Error.CANCEL);
      await().untilAsserted(() -> assertThat(server.events).containsExactly("gone"));
    }
  }

  @Test
  void clientThatClosesIsGoneOnEveryStream() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/wait");
      client.get(3, "/wait");
      await().until(() -> server.heads.size() == 2);
    }
    await().untilAsserted(() -> assertThat(server.events).containsExactly("gone", "gone"));
    await().untilAsserted(() -> assertThat(server.connections).isEmpty());
  }

  @Test
  void brokenResponseIsReset() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/crash");
      client.send(DATA, 0, 1, new byte[10]);
      assertThat(client.await(RST_STREAM).error()).isEqualTo(Http2Error.INTERNAL_ERROR);
      client.get(3, "/");
      assertThat(client.await(HEADERS).stream()).isEqualTo(3);
      assertThat(server.events).isEmpty();
    }
  }

  @Test
  void nothingIsReadBeforeItIsAskedFor() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.await(SETTINGS);
      client.send(SETTINGS, Http2Peer.ACK, 0);
      client.post(1, "/deaf");
      for (int i = 0; i < Http2ClientConnection.STREAM_WINDOW / 16384; i++) {
        client.send(DATA, 0, 1, new byte[16384]);
      }
      client.send(PING, 0, 0, new byte[8]);
      assertThat(client.await(PING, Http2Peer.RST_STREAM).type()).isEqualTo(PING);
      client.send(DATA, 0, 1, new byte[1]);
      assertThat(client.await(RST_STREAM, GOAWAY).error()).isEqualTo(Http2Error.FLOW_CONTROL_ERROR);
    }
  }

  @Test
  void drainingServesWhatWasUnderWayAndCloses() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.post(1, "/");
      client.await(HEADERS);
      server.onLoop(() -> server.open.drain(() -> {}));
      Frame warning = client.await(GOAWAY);
      assertThat(warning.lastStream()).isEqualTo(Integer.MAX_VALUE);
      Frame ping = client.await(PING);
      client.post(3, "/");
      assertThat(client.await(HEADERS).stream()).isEqualTo(3);
      client.send(PING, Http2Peer.ACK, 0, ping.payload());
      Frame last = client.await(GOAWAY);
      assertThat(last.lastStream()).isEqualTo(3);
      assertThat(last.error()).isEqualTo(Http2Error.NO_ERROR);
      client.get(5, "/");
      client.send(DATA, END_STREAM, 1, new byte[1]);
      client.send(DATA, END_STREAM, 3, new byte[1]);
      assertThat(client.await(DATA).ends()).isTrue();
      assertThat(client.await(DATA).ends()).isTrue();
      assertThat(client.await(RST_STREAM, GOAWAY, HEADERS).type()).isEqualTo(Frame.CLOSED);
      assertThat(server.heads).hasSize(2);
    }
  }

  @Test
  void responseToHeadHasNoBody() throws Exception {
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.headers(1, END_STREAM, with(":method", "HEAD"));
      assertThat(client.await(HEADERS).status()).isEqualTo("200");
      Frame end = client.await(DATA);
      assertThat(end.payload()).isEmpty();
      assertThat(end.ends()).isTrue();
    }
  }

  @Test
  void idleConnectionIsClosed() throws Exception {
    limit(limits(0, 60_000, 50));
    try (Http2Peer client = Http2Peer.connect(server.port())) {
      client.get(1, "/");
      client.await(HEADERS);
      assertThat(client.await(GOAWAY).error()).isEqualTo(Http2Error.NO_ERROR);
      Frame ping = client.await(PING);
      client.send(PING, Http2Peer.ACK, 0, ping.payload());
      assertThat(client.await(GOAWAY).lastStream()).isEqualTo(1);
      assertThat(client.await(GOAWAY).type()).isEqualTo(Frame.CLOSED);
    }
  }
}
