package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.HostAndPort;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What gRPC asks of a proxy (PROTOCOL-HTTP2.md), HTTP/2 in clear text on both sides. */
class GrpcTest {
  private static final long REFUSED_STREAM = 7;
  private static final long CANCEL = 8;

  private final Vertx vertx = Vertx.vertx();
  private final FakeUpstream unused = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(unused);
  private HttpClientAgent client;

  @BeforeEach
  void open() {
    gateway.version(io.weir.contracts.value.HttpVersion.HTTP_2);
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
  }

  @AfterEach
  void close() {
    vertx.close().await();
    gateway.close();
    unused.close();
  }

  private interface Handler {
    void handle(HttpServerRequest request);
  }

  private int node(Handler handler) {
    HttpServer server = vertx.createHttpServer().requestHandler(handler::handle);
    return server.listen(0, "127.0.0.1").await().actualPort();
  }

  private void inFrontOf(Handler handler) {
    gateway.nodes(EventMother.node(node(handler), 1));
  }

  private HttpClientRequest call() {
    HttpClientRequest request =
        client
            .request(HttpMethod.POST, gateway.port(), "127.0.0.1", "/release/pets/Shop/Buy")
            .await();
    return request
        .authority(HostAndPort.authority(gateway.host().replaceAll(":.*", ""), gateway.port()))
        .setChunked(true)
        .putHeader("content-type", "application/grpc")
        .putHeader("te", "trailers")
        .putHeader("grpc-timeout", "10S");
  }

  /** A whole answer. */
  private record Answer(HttpClientResponse head, Buffer body) {
    String trailer(String name) {
      return head.trailers().get(name);
    }
  }

  private static Future<Answer> whole(HttpClientResponse head) {
    return head.body().map(body -> new Answer(head, body));
  }

  /** Sends; whoever listens to the response is there before it can come. */
  private static Future<Answer> answer(HttpClientRequest request, Buffer message) {
    Future<Answer> answer = request.response().compose(GrpcTest::whole);
    request.send(message);
    return answer;
  }

  private static Buffer message(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Buffer.buffer().appendByte((byte) 0).appendInt(bytes.length).appendBytes(bytes);
  }

  private static Future<Void> succeed(HttpServerRequest request, Buffer last) {
    return request
        .response()
        .putHeader("content-type", "application/grpc")
        .putTrailer("grpc-status", "0")
        .putTrailer("grpc-message", "fine")
        .end(last);
  }

  @Test
  void aUnaryCallHasItsStatusInTrailers() {
    List<HttpServerRequest> seen = new ArrayList<>();
    inFrontOf(
        request -> {
          seen.add(request);
          request.body().onSuccess(body -> succeed(request, body));
        });
    Answer answer = answer(call(), message("hello")).await();
    assertThat(answer.head().statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(message("hello"));
    assertThat(answer.trailer("grpc-status")).isEqualTo("0");
    assertThat(answer.trailer("grpc-message")).isEqualTo("fine");
    HttpServerRequest request = seen.getFirst();
    assertThat(request.version()).isEqualTo(HttpVersion.HTTP_2);
    assertThat(request.path()).isEqualTo("/pets/Shop/Buy");
    assertThat(request.getHeader("te")).isEqualTo("trailers");
    assertThat(request.getHeader("grpc-timeout")).isEqualTo("10S");
    assertThat(request.getHeader("content-type")).isEqualTo("application/grpc");
  }

  @Test
  void messagesFlowBothWaysAtTheSameTime() throws Exception {
    inFrontOf(
        request -> {
          request.response().setChunked(true).putHeader("content-type", "application/grpc");
          request.response().writeHead();
          request.handler(piece -> request.response().write(piece));
          request.endHandler(_ -> request.response().putTrailer("grpc-status", "0").end());
        });
    talk();
    // once more, on connections that there are already: the head goes out before any message
    talk();
  }

  private void talk() throws Exception {
    HttpClientRequest request = call();
    request.sendHead().await();
    HttpClientResponse answer = request.response().onSuccess(HttpClientResponse::pause).await();
    BlockingQueue<Buffer> came = new LinkedBlockingQueue<>();
    Promise<Void> ended = Promise.promise();
    answer.endHandler(_ -> ended.complete());
    answer.handler(came::add);
    answer.resume();
    for (int i = 0; i < 20; i++) {
      request.write(message("number " + i)).await();
      assertThat(came.poll(20, TimeUnit.SECONDS)).isEqualTo(message("number " + i));
    }
    request.end().await();
    ended.future().await();
    assertThat(answer.trailers().get("grpc-status")).isEqualTo("0");
  }

  @Test
  void anErrorMayBeTrailersOnly() {
    inFrontOf(
        request ->
            request
                .response()
                .putHeader("content-type", "application/grpc")
                .putHeader("grpc-status", "12")
                .putHeader("grpc-message", "nobody does that")
                .end());
    Answer answer = answer(call(), message("hello")).await();
    assertThat(answer.head().statusCode()).isEqualTo(200);
    assertThat(answer.head().getHeader("grpc-status")).isEqualTo("12");
    assertThat(answer.head().getHeader("grpc-message")).isEqualTo("nobody does that");
    assertThat(answer.body().length()).isZero();
  }

  @Test
  void aCallThatIsCancelledIsCancelledAtTheNode() {
    AtomicInteger begun = new AtomicInteger();
    BlockingQueue<Throwable> ends = new LinkedBlockingQueue<>();
    inFrontOf(
        request -> {
          begun.incrementAndGet();
          request.exceptionHandler(ends::add);
        });
    HttpClientRequest request = call();
    request.write(message("hello")).await();
    await().until(() -> begun.get() == 1);
    request.reset(CANCEL);
    await().until(() -> !ends.isEmpty());
    assertThat(ends.peek())
        .isInstanceOfSatisfying(
            StreamResetException.class, reset -> assertThat(reset.getCode()).isEqualTo(CANCEL));
    await().until(() -> gateway.traffic().active() == 0);
    assertThat(gateway.traffic().retries()).isZero();
  }

  @Test
  void aRefusedStreamGoesToTheNextNodeWhateverTheMethod() {
    AtomicInteger refused = new AtomicInteger();
    gateway.nodes(
        EventMother.node(
            node(
                request -> {
                  refused.incrementAndGet();
                  request.response().reset(REFUSED_STREAM);
                }),
            1),
        EventMother.node(
            node(request -> request.body().onSuccess(body -> succeed(request, body))), 1));
    for (int i = 0; i < 4; i++) {
      Answer answer = answer(call(), message("hello")).await();
      assertThat(answer.head().statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(message("hello"));
    }
    assertThat(refused.get()).isPositive();
  }

  @Test
  void aCallThatBrokeOffAtTheNodeBreaksOffAtTheClient() {
    inFrontOf(
        request -> {
          request.response().setChunked(true).write(message("half"));
          vertx.setTimer(50, _ -> request.response().reset(2));
        });
    Throwable end =
        answer(call(), message("hello"))
            .map(_ -> (Throwable) null)
            .recover(Future::succeededFuture)
            .await();
    assertThat(end).isInstanceOf(StreamResetException.class);
  }
}
