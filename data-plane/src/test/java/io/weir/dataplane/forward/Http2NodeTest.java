package io.weir.dataplane.forward;

import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.END_STREAM;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.Http2Error;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that speak HTTP/2 in front of clients that speak HTTP/1.1. */
class Http2NodeTest {
  private final FakeUpstream placeholder = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(placeholder).version(HttpVersion.HTTP_2);
  private ServerSocket first;
  private ServerSocket second;

  @BeforeEach
  void listen() throws Exception {
    first = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    second = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    placeholder.close();
    first.close();
    second.close();
  }

  /** The client's next request would take the missing bytes out of its own answer. */
  @Test
  void responseThatIsShorterThanItSaysIsNeverWhole() throws Exception {
    gateway.nodes(EventMother.node(first.getLocalPort(), 1));
    try (Client client = gateway.client()) {
      client.send(gateway.head("POST", "/release/pets") + "Content-Length: 1\n\nx");
      try (Http2Peer node = Http2Peer.accept(first)) {
        Frame head = node.await(HEADERS);
        node.headers(head.stream(), END_STREAM, ":status", "200", "content-length", "5");
        assertThat(client.read(false).status()).isEqualTo(502);
      }
    }
  }

  @Test
  void emptyBodyThatEndsLaterKeepsTheClientWaitingForItsEnd() throws Exception {
    gateway.nodes(EventMother.node(first.getLocalPort(), 1));
    try (Client client = gateway.client()) {
      client.send(gateway.head("GET", "/release/pets") + "\n");
      try (Http2Peer node = Http2Peer.accept(first)) {
        int stream = node.await(HEADERS).stream();
        node.headers(stream, 0, ":status", "200", "content-length", "0");
        client.send(gateway.head("GET", "/release/pets?next") + "\n");
        node.send(DATA, END_STREAM, stream);
        Frame next = node.await(HEADERS);
        assertThat(next.fields().get(":path")).endsWith("next");
        node.headers(next.stream(), END_STREAM, ":status", "204");
        assertThat(client.read(false).status()).isEqualTo(200);
        assertThat(client.read(false).status()).isEqualTo(204);
      }
    }
  }

  @Test
  void postThatADepartingNodeHasNotSeenGoesToAnother() throws Exception {
    gateway
        .retries(1)
        .nodes(
            EventMother.node(first.getLocalPort(), 1), EventMother.node(second.getLocalPort(), 1));
    FutureTask<Integer> departing = new FutureTask<>(() -> depart(first));
    FutureTask<Integer> other = new FutureTask<>(() -> count(second));
    Thread.ofVirtual().start(departing);
    Thread.ofVirtual().start(other);
    try (Client client = gateway.client()) {
      for (int i = 0; i < 2; i++) {
        String body = "x".repeat(10_000);
        client.send(gateway.head("POST", "/release/pets") + "Content-Length: 10000\n\n" + body);
        assertThat(client.read(false).text()).isEqualTo("10000");
      }
    }
    assertThat(departing.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    other.cancel(true);
  }

  /** Takes one request and says that it has taken none. */
  private static int depart(ServerSocket listener) throws Exception {
    try (Http2Peer node = Http2Peer.accept(listener)) {
      node.await(HEADERS);
      node.goAway(0, Http2Error.NO_ERROR);
      return 1;
    }
  }

  /** Answers how long the bodies are. */
  private static int count(ServerSocket listener) throws Exception {
    try (Http2Peer node = Http2Peer.accept(listener)) {
      int bytes = 0;
      for (Frame frame = node.await(DATA); frame.type() == DATA; frame = node.await(DATA)) {
        bytes += frame.payload().length;
        if (frame.ends()) {
          node.headers(frame.stream(), 0, ":status", "200");
          node.send(DATA, END_STREAM, frame.stream(), Integer.toString(bytes).getBytes());
          bytes = 0;
        }
      }
      return bytes;
    }
  }
}
