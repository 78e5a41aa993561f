package io.weir.dataplane.forward;

import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.END_STREAM;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.Http2Error;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTP/2 on both sides, as gRPC needs it. */
class Http2ForwardingTest {
  private final FakeUpstream placeholder = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(placeholder);
  private ServerSocket listener;
  private Http2Peer client;

  @BeforeEach
  void speakHttp2() throws Exception {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    UpstreamSettings usual = gateway.sample().upstream().settings();
    UpstreamSettings http2 =
        new UpstreamSettings(
            usual.name(),
            usual.vpcId(),
            usual.description(),
            usual.algorithm(),
            usual.protocol(),
            usual.hostHeader(),
            usual.retries(),
            usual.retryOn(),
            HttpVersion.HTTP_2,
            usual.healthChecker(),
            usual.slowStart(),
            usual.limits(),
            usual.tls());
    gateway.append(new UpstreamSettingsChanged(gateway.sample().upstream().id(), http2));
    gateway.nodes(EventMother.node(listener.getLocalPort(), 1));
    client = Http2Peer.connect(gateway.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    gateway.close();
    placeholder.close();
    listener.close();
  }

  private void post(int stream, String... more) throws Exception {
    String[] fields = {
      ":method", "POST", ":scheme", "http", ":path", "/release/pets", ":authority", gateway.host()
    };
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    client.headers(stream, 0, all);
  }

  @Test
  void callWithStreamsAndTrailersBothWays() throws Exception {
    post(1, "te", "trailers", "content-type", "application/grpc");
    try (Http2Peer node = Http2Peer.accept(listener)) {
      Frame head = node.await(HEADERS);
      assertThat(head.fields())
          .containsEntry(":method", "POST")
          .containsEntry("te", "trailers")
          .containsEntry("content-type", "application/grpc")
          .containsKeys("x-forwarded-for", "via");
      node.headers(1, 0, ":status", "200", "content-type", "application/grpc");
      Frame answer = client.await(HEADERS);
      assertThat(answer.status()).isEqualTo("200");
      for (int i = 1; i < 4; i++) {
        client.send(DATA, 0, 1, new byte[i]);
        assertThat(node.await(DATA).payload()).hasSize(i);
        node.send(DATA, 0, 1, new byte[10 * i]);
        assertThat(client.await(DATA).payload()).hasSize(10 * i);
      }
      client.send(DATA, END_STREAM, 1);
      assertThat(node.await(DATA).ends()).isTrue();
      node.headers(1, END_STREAM, "grpc-status", "0");
      Frame trailers = client.await(HEADERS);
      assertThat(trailers.ends()).isTrue();
      assertThat(trailers.fields()).containsEntry("grpc-status", "0");
    }
  }

  @Test
  void requestThatTheNodeDisownsIsTriedAgain() throws Exception {
    post(1);
    client.send(DATA, END_STREAM, 1, new byte[3]);
    try (Http2Peer node = Http2Peer.accept(listener)) {
      Frame head = node.await(HEADERS);
      node.reset(head.stream(), Http2Error.REFUSED_STREAM);
      Frame again = node.await(HEADERS);
      assertThat(again.stream()).isEqualTo(head.stream() + 2);
      assertThat(node.await(DATA).stream()).isEqualTo(again.stream());
      node.headers(again.stream(), END_STREAM, ":status", "204");
      assertThat(client.await(HEADERS).status()).isEqualTo("204");
    }
  }

  @Test
  void clientThatTakesItsRequestBackTakesItBackFromTheNode() throws Exception {
    post(1);
    try (Http2Peer node = Http2Peer.accept(listener)) {
      node.await(HEADERS);
      client.reset(1, Http2Error.CANCEL);
      assertThat(node.await(RST_STREAM).error()).isEqualTo(Http2Error.CANCEL);
    }
  }

  @Test
  void responseThatBreaksOffIsBrokenOffForTheClient() throws Exception {
    post(1);
    try (Http2Peer node = Http2Peer.accept(listener)) {
      node.await(HEADERS);
      node.headers(1, 0, ":status", "200");
      assertThat(client.await(HEADERS).status()).isEqualTo("200");
      node.reset(1, Http2Error.INTERNAL_ERROR);
      assertThat(client.await(RST_STREAM).error()).isEqualTo(Http2Error.INTERNAL_ERROR);
    }
  }
}
