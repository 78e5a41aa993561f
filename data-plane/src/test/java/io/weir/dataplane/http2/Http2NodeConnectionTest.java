package io.weir.dataplane.http2;

import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.END_STREAM;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Error;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http2.TestedNodeConnection.Call;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Http2NodeConnectionTest {
  private ServerSocket listener;
  private TestedNodeConnection client;
  private Http2Peer node;

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws Exception {
    if (client != null) {
      client.close();
      node.close();
    }
    listener.close();
  }

  private void connect(int... settings) throws Exception {
    client = new TestedNodeConnection(listener.getLocalPort());
    node = Http2Peer.accept(listener, settings);
    node.await(Http2Peer.SETTINGS);
    node.await(Http2Peer.WINDOW_UPDATE);
  }

  private static void heard(Call call, String... events) {
    await().untilAsserted(() -> assertThat(call.events).containsExactly(events));
  }

  @Test
  void requestArrivesWithWhatHttp2HasAndWithoutWhatItHasNot() throws Exception {
    connect();
    Headers headers = new Headers();
    headers.add("X-Own", "Value");
    headers.add("Connection", "close");
    headers.add("Transfer-Encoding", "chunked");
    headers.add("TE", "gzip");
    client.send("/path?query", headers, new byte[5]);
    Frame head = node.await(HEADERS);
    assertThat(head.fields())
        .containsEntry(":method", "POST")
        .containsEntry(":path", "/path?query")
        .containsEntry(":scheme", "http")
        .containsEntry(":authority", "node:1")
        .containsEntry("x-own", "Value")
        .containsEntry("te", "trailers")
        .hasSize(6);
    Frame body = node.await(DATA);
    assertThat(body.payload()).hasSize(5);
    assertThat(body.ends()).isTrue();
  }

  @Test
  void responseWithInterimHeadBodyAndTrailers() throws Exception {
    connect();
    Call call = client.get("/");
    node.await(HEADERS);
    node.headers(1, 0, ":status", "103", "link", "</a>");
    node.headers(1, 0, ":status", "200", "content-length", "3");
    node.send(DATA, 0, 1, new byte[3]);
    node.headers(1, END_STREAM, "x-sum", "7");
    heard(call, "interim 103", "answered 200", "ended");
    assertThat(call.head.contentLength()).isEqualTo(3);
    assertThat(call.head.headers()).hasToString("content-length: 3\r\n");
    assertThat(call.trailers).hasToString("x-sum: 7\r\n");
    assertThat(call.bytes).hasValue(3);
  }

  @Test
  void lengthIsNoneUnknownOrAsStated() throws Exception {
    connect();
    Call none = client.get("/");
    Call unknown = client.get("/");
    node.await(HEADERS);
    node.await(HEADERS);
    node.headers(1, END_STREAM, ":status", "304", "content-length", "9");
    node.headers(3, 0, ":status", "200");
    node.send(DATA, END_STREAM, 3);
    heard(none, "answered 304", "ended");
    heard(unknown, "answered 200", "ended");
    assertThat(none.head.contentLength()).isZero();
    assertThat(unknown.head.contentLength()).isEqualTo(RequestHead.UNKNOWN);
    assertThat(none.stream.reused()).isFalse();
    assertThat(unknown.stream.reused()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED_STREAM, STREAM_REFUSED",
    "INTERNAL_ERROR, STREAM_RESET",
    "NO_ERROR, STREAM_RESET"
  })
  void resetBreaksTheRequestOff(Http2Error error, String event) throws Exception {
    connect();
    Call call = client.get("/");
    node.await(HEADERS);
    node.reset(1, error);
    heard(call, event);
    assertThat(client.connection.isUsable()).isTrue();
  }

  @Test
  void responseBeforeTheEndOfTheRequestEndsBoth() throws Exception {
    connect();
    Call call =
        client.onLoop(
            () -> {
              Call one = new Call();
              client.connection.open(one);
              one.stream.sendHead(TestedNodeConnection.request("/", new Headers(), true), false);
              one.stream.flush();
              return one;
            });
    node.await(HEADERS);
    node.headers(1, END_STREAM, ":status", "413");
    assertThat(node.await(RST_STREAM).error()).isEqualTo(Http2Error.CANCEL);
    node.reset(1, Http2Error.NO_ERROR);
    heard(call, "answered 413", "ended");
    await().until(() -> client.onLoop(client.connection::active) == 0);
    client.onLoop(
        () -> {
          call.stream.sendData(Unpooled.wrappedBuffer(new byte[9]), true);
          call.stream.cancel();
          return null;
        });
    heard(call, "answered 413", "ended");
  }

  @Test
  void goAwayDisownsTheLaterRequestsAndFinishesTheEarlier() throws Exception {
    connect();
    Call first = client.get("/1");
    Call second = client.get("/2");
    node.await(HEADERS);
    node.await(HEADERS);
    node.goAway(1, Http2Error.NO_ERROR);
    heard(second, "UNPROCESSED");
    assertThat(client.onLoop(client.connection::hasCapacity)).isFalse();
    node.headers(1, END_STREAM, ":status", "200");
    heard(first, "answered 200", "ended");
    await().until(() -> client.closed.get() == 1);
  }

  @Test
  void closedConnectionBreaksAllOff() throws Exception {
    connect();
    Call first = client.get("/1");
    Call second = client.get("/2");
    node.await(HEADERS);
    node.headers(1, 0, ":status", "200");
    heard(first, "answered 200");
    node.close();
    heard(first, "answered 200", "CONNECTION_LOST");
    heard(second, "CONNECTION_LOST");
    await().until(() -> client.closed.get() == 1);
    heard(client.get("/3"), "UNPROCESSED");
  }

  @Test
  void cancelTellsTheNodeAndNobodyElse() throws Exception {
    connect();
    Call call = client.get("/");
    node.await(HEADERS);
    client.onLoop(
        () -> {
          call.stream.cancel();
          return null;
        });
    Frame reset = node.await(RST_STREAM);
    assertThat(reset.error()).isEqualTo(Http2Error.CANCEL);
    await().until(() -> client.onLoop(client.connection::active) == 0);
    node.headers(1, END_STREAM, ":status", "200");
    Call next = client.get("/");
    node.await(HEADERS);
    node.headers(3, END_STREAM, ":status", "200");
    heard(next, "answered 200", "ended");
    assertThat(call.events).isEmpty();
  }

  @Test
  void cancelBeforeTheHeadGivesTheWayBack() throws Exception {
    connect();
    int active =
        client.onLoop(
            () -> {
              Call call = new Call();
              client.connection.open(call);
              int opened = client.connection.active();
              call.stream.cancel();
              call.stream.cancel();
              return 10 * opened + client.connection.active();
            });
    assertThat(active).isEqualTo(10);
    assertThat(client.freed).hasValue(1);
  }

  @Test
  void capacityIsWhatTheNodeAllows() throws Exception {
    connect(Http2Peer.MAX_CONCURRENT_STREAMS, 2);
    Call first = answeredOnce();
    assertThat(client.onLoop(client.connection::hasCapacity)).isTrue();
    Call second = client.get("/2");
    assertThat(client.onLoop(client.connection::hasCapacity)).isFalse();
    heard(client.get("/3"), "UNPROCESSED");
    node.send(DATA, END_STREAM, 1);
    heard(first, "answered 200", "ended");
    assertThat(client.onLoop(client.connection::hasCapacity)).isTrue();
    assertThat(second.events).isEmpty();
  }

  /** The SETTINGS of the node, sent before, have arrived when this returns. */
  private Call answeredOnce() throws Exception {
    Call first = client.get("/");
    node.await(HEADERS);
    node.headers(1, 0, ":status", "200");
    heard(first, "answered 200");
    return first;
  }

  @Test
  void responseThatIsHeldBackIsBoundedAndComplete() throws Exception {
    connect();
    Call call = client.get("/");
    node.await(HEADERS);
    node.headers(1, 0, ":status", "200");
    heard(call, "answered 200");
    client.onLoop(
        () -> {
          call.stream.pause();
          return null;
        });
    long sent = sendAsMuchAsAllowed();
    assertThat(sent).isLessThanOrEqualTo(Http2NodeConnection.STREAM_WINDOW);
    node.send(DATA, END_STREAM, 1);
    assertThat(call.bytes.get()).isLessThan(sent);
    client.onLoop(
        () -> {
          call.stream.resume();
          return null;
        });
    heard(call, "answered 200", "ended");
    assertThat(call.bytes).hasValue(sent);
  }

  /** Before our SETTINGS are acknowledged, that is 64 KiB. */
  private long sendAsMuchAsAllowed() throws IOException {
    for (int i = 0; i < 3; i++) {
      node.send(DATA, 0, 1, new byte[16_384]);
    }
    return 3 * 16_384;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({":status,2x0", "x-own,1", ":status,101", ":path,/"})
  void malformedResponseBreaksOff(String name, String value) throws Exception {
    connect();
    Call call = client.get("/");
    node.await(HEADERS);
    node.headers(1, 0, name, value);
    assertThat(node.await(RST_STREAM).error()).isEqualTo(Http2Error.PROTOCOL_ERROR);
    heard(call, "MALFORMED");
  }

  @Test
  void requestBodyWaitsForTheWindowOfTheNode() throws Exception {
    connect(Http2Peer.INITIAL_WINDOW_SIZE, 1000);
    answeredOnce();
    Call call = client.send("/", new Headers(), new byte[SendingHalf.MOST_QUEUED]);
    node.await(HEADERS);
    Frame frame = node.await(DATA);
    assertThat(frame.payload()).hasSize(1000);
    assertThat(client.onLoop(call.stream::writable)).isFalse();
    int bytes = 1000;
    while (!frame.ends()) {
      node.windowUpdate(3, 10_000);
      node.windowUpdate(0, 10_000);
      frame = node.await(DATA);
      bytes += frame.payload().length;
    }
    assertThat(bytes).isEqualTo(SendingHalf.MOST_QUEUED);
  }

  @Test
  void headThatTheNodeSaysIsTooLargeOpensNoStream() throws Exception {
    connect(Http2Peer.MAX_HEADER_LIST_SIZE, 300);
    answeredOnce();
    Headers large = new Headers();
    large.add("Cookie", "x".repeat(300));
    Call call =
        client.onLoop(
            () -> {
              Call one = new Call();
              client.connection.open(one);
              one.stream.sendHead(TestedNodeConnection.request("/", large, true), false);
              assertThat(one.events).as("not within the call").isEmpty();
              one.stream.sendData(Unpooled.wrappedBuffer(new byte[5]), true);
              return one;
            });
    heard(call, "HEAD_TOO_LARGE");
    assertThat(client.onLoop(client.connection::active)).isEqualTo(1);
    assertThat(client.freed).hasPositiveValue();
    client.get("/");
    assertThat(node.await(HEADERS, DATA).stream()).isEqualTo(3);
  }

  @Test
  void drainedConnectionServesWhatIsUnderWayAndCloses() throws Exception {
    connect();
    Call call = answeredOnce();
    client.onLoop(
        () -> {
          client.connection.drain();
          return null;
        });
    assertThat(client.onLoop(client.connection::hasCapacity)).isFalse();
    assertThat(client.onLoop(client.connection::isUsable)).isFalse();
    node.send(DATA, END_STREAM, 1, new byte[3]);
    heard(call, "answered 200", "ended");
    await().until(() -> client.closed.get() == 1);
  }

  @Test
  void idleConnectionClosesAtOnceWhenDrained() throws Exception {
    connect();
    client.onLoop(
        () -> {
          client.connection.drain();
          return null;
        });
    await().until(() -> client.closed.get() == 1);
  }

  @Test
  void nodeThatBreaksHttp2LosesTheConnectionAndIsToBlame() throws Exception {
    connect();
    Call call = client.get("/");
    node.await(HEADERS);
    node.send(DATA, 0, 0, new byte[1]);
    heard(call, "MALFORMED");
    await().until(() -> client.closed.get() == 1);
  }

  @Test
  void nodeThatSpeaksHttp1IsToBlame() throws Exception {
    client = new TestedNodeConnection(listener.getLocalPort());
    node = Http2Peer.accept(listener);
    Call call = client.get("/");
    node.send("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
    heard(call, "MALFORMED");
  }

  @Test
  void howeverManyStreamsANodeResetsTheOthersGoOn() throws Exception {
    connect();
    Call first = answeredOnce();
    for (int stream = 3; stream < 2003; stream += 2) {
      client.get("/");
      node.await(HEADERS);
      node.reset(stream, Http2Error.INTERNAL_ERROR);
    }
    node.send(DATA, END_STREAM, 1);
    heard(first, "answered 200", "ended");
    assertThat(client.onLoop(client.connection::isUsable)).isTrue();
  }

  @Test
  void interimResponsesComeInOrderWhileTheResponseIsHeldBack() throws Exception {
    connect();
    Call call = client.get("/");
    node.await(HEADERS);
    node.headers(1, 0, ":status", "103");
    heard(call, "interim 103");
    client.onLoop(
        () -> {
          call.stream.pause();
          return null;
        });
    node.headers(1, 0, ":status", "102");
    node.headers(1, 0, ":status", "103");
    node.headers(1, 0, ":status", "200");
    heard(call, "interim 103", "interim 102", "interim 103", "answered 200");
  }

  @ParameterizedTest
  @CsvSource({"NO_ERROR", "CANCEL", "INTERNAL_ERROR"})
  void resetBehindAWholeResponseTakesNothingOfItBack(Http2Error error) throws Exception {
    connect();
    Call call = answeredOnce();
    client.onLoop(
        () -> {
          call.stream.pause();
          return null;
        });
    long sent = sendAsMuchAsAllowed();
    node.send(DATA, END_STREAM, 1);
    node.reset(1, error);
    await().until(() -> client.onLoop(client.connection::active) == 0);
    client.onLoop(
        () -> {
          call.stream.resume();
          return null;
        });
    heard(call, "answered 200", "ended");
    assertThat(call.bytes).hasValue(sent);
  }

  @Test
  void everyByteThatTheNodeTakesCounts() throws Exception {
    connect(Http2Peer.INITIAL_WINDOW_SIZE, 0);
    answeredOnce();
    Call call = client.send("/", new Headers(), new byte[1000]);
    node.await(HEADERS);
    for (int i = 0; i < 5; i++) {
      long before = client.onLoop(call.stream::taken);
      node.windowUpdate(3, 1);
      assertThat(node.await(DATA).payload()).hasSize(1);
      await().until(() -> client.onLoop(call.stream::taken) > before);
    }
  }
}
