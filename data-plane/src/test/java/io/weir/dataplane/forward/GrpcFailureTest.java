package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gRPC client is told when the gateway answers itself: the status of the call. */
class GrpcFailureTest {
  private static final byte[] MESSAGE = new byte[5];

  private final FakeUpstream node = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(TestOptions.limits(maxBody(1_000)), node);

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  private static HttpLimits maxBody(long bytes) {
    HttpLimits usual = HttpLimits.DEFAULT;
    return new HttpLimits(
        usual.requestLineBytes(),
        usual.headerBytes(),
        usual.headerCount(),
        bytes,
        usual.headerMillis(),
        usual.bodyIdleMillis(),
        usual.keepAliveMillis(),
        usual.streams(),
        usual.resetsPerHalfMinute());
  }

  private Frame call(String path, String contentType, byte[] body) throws Exception {
    try (Http2Peer client = Http2Peer.connect(gateway.port())) {
      client.headers(
          1,
          0,
          ":method",
          "POST",
          ":scheme",
          "http",
          ":path",
          path,
          ":authority",
          gateway.host(),
          "te",
          "trailers",
          "content-type",
          contentType);
      client.send(Http2Peer.DATA, Http2Peer.END_STREAM, 1, body);
      return client.await(Http2Peer.HEADERS);
    }
  }

  private void assertStatus(Frame answer, String code, String failure) {
    assertThat(answer.ends()).isTrue();
    assertThat(answer.fields())
        .containsEntry(":status", "200")
        .containsEntry("content-type", "application/grpc")
        .containsEntry("grpc-status", code)
        .containsKeys("weir-request-id", "date")
        .doesNotContainKey("content-length");
    assertThat(answer.fields().get("grpc-message")).startsWith(failure + ": ");
    assertThat(gateway.traffic().failures()).containsEntry(failure, 1L);
  }

  @Test
  void aMethodThatNobodyHasIsUnimplemented() throws Exception {
    assertStatus(call("/release/zzz/S/M", "application/grpc", MESSAGE), "12", "NO_ROUTE");
  }

  @Test
  void nodesThatAreAwayAreUnavailable() throws Exception {
    node.stop();
    assertStatus(call("/release/pets", "application/grpc", MESSAGE), "14", "CONNECT_FAILED");
    gateway.nodes(EventMother.node(node.port(), 0));
    assertStatus(call("/release/pets", "application/grpc", MESSAGE), "14", "NO_ELIGIBLE_NODE");
  }

  @Test
  void timeThatIsUpIsADeadline() throws Exception {
    gateway.api("/slow", "/slow", null, 1_000);
    node.behave(Behaviour.always(new Reply.Held(new CompletableFuture<>())));
    assertStatus(call("/release/slow", "application/grpc", MESSAGE), "4", "TIMEOUT");
  }

  @Test
  void aMessageBeyondTheLimitIsExhaustion() throws Exception {
    assertStatus(call("/release/pets", "application/grpc", new byte[2_000]), "8", "BODY_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/grpc+proto",
        "application/grpc;charset=utf-8",
        "Application/gRPC",
        "application/grpc-web",
        "application/grpc-web-text+proto"
      })
  void everyFlavourIsAnsweredInItsOwn(String contentType) throws Exception {
    assertThat(call("/release/zzz", contentType, MESSAGE).fields())
        .containsEntry(":status", "200")
        .containsEntry("content-type", contentType)
        .containsEntry("grpc-status", "12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/grpcx", "text/application/grpc"})
  void whatIsNoGrpcIsAnsweredInJson(String contentType) throws Exception {
    assertThat(call("/release/zzz", contentType, MESSAGE).fields())
        .containsEntry(":status", "404")
        .containsEntry("content-type", "application/json");
  }

  @Test
  void aCallOverHttp11IsAnsweredWithoutABody() throws Exception {
    try (Client client = gateway.client()) {
      Answer answer =
          client.call(
              gateway.head("POST", "/release/zzz")
                  + "Content-Type: application/grpc-web\nContent-Length: 0\n\n");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("grpc-status")).isEqualTo("12");
      assertThat(answer.header("content-length")).isEqualTo("0");
    }
  }
}
