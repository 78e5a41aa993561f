package io.weir.dataplane.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.WriteStream;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http2.TestedNodeConnection.Call;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hundred megabytes pass through, and nobody keeps more than its windows of them. */
class BackPressureTest {
  private static final int PIECE = 16 * 1024;
  private static final long BYTES = 6400L * PIECE;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  /** A hundred megabytes take their time on a busy machine. */
  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofMinutes(1));
  }

  @Test
  void clientThatReadsSlowlyIsNotRunAheadOf() throws Exception {
    AtomicLong read = new AtomicLong();
    CountDownLatch ended = new CountDownLatch(1);
    try (EchoServer server = new EchoServer()) {
      HttpClientRequest request = post(server.port());
      request.setChunked(true);
      var answer = request.response();
      request.sendHead().await();
      HttpClientResponse response = answer.await();
      vertx.runOnContext(
          _ -> {
            response.pause();
            response.handler(data -> read.addAndGet(data.length()));
            response.endHandler(_ -> ended.countDown());
            pour(request, 0);
          });
      patiently().until(() -> server.mostQueued.get() >= SendingHalf.MOST_QUEUED);
      patiently().until(() -> server.mostHeld.get() > 0);
      vertx.runOnContext(_ -> response.resume());
      assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(read).hasValue(BYTES);
      assertThat(server.mostHeld).hasValueLessThanOrEqualTo(Http2ClientConnection.STREAM_WINDOW);
      // one more read, at most what had been held, may come on top of what is just enough
      assertThat(server.mostQueued)
          .hasValueLessThanOrEqualTo(SendingHalf.MOST_QUEUED + Http2ClientConnection.STREAM_WINDOW);
    }
  }

  private HttpClientRequest post(int port) {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
    return client.request(HttpMethod.POST, port, "localhost", "/").await();
  }

  private static void pour(WriteStream<Buffer> into, long sent) {
    long done = sent;
    while (done < BYTES && !into.writeQueueFull()) {
      into.write(Buffer.buffer(new byte[PIECE]));
      done += PIECE;
    }
    if (done == BYTES) {
      into.end();
    } else {
      long next = done;
      into.drainHandler(_ -> pour(into, next));
    }
  }

  @Test
  void nodeIsNotReadAheadOfTheClient() throws Exception {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  request.response().putHeader("content-length", Long.toString(BYTES));
                  pour(request.response(), 0);
                });
    server.listen(0, "127.0.0.1").await();
    try (TestedNodeConnection client = new TestedNodeConnection(server.actualPort())) {
      Call call =
          client.onLoop(
              () -> {
                Call made = new Call();
                client.connection.open(made);
                made.stream.pause();
                made.stream.sendHead(TestedNodeConnection.request("/", new Headers(), false), true);
                made.stream.flush();
                return made;
              });
      patiently().until(() -> held(client, call) >= Http2NodeConnection.STREAM_WINDOW / 2);
      assertThat(call.bytes).hasValue(0);
      Call other = client.get("/");
      await("one that is read passes one that is not")
          .atMost(Duration.ofMinutes(1))
          .until(() -> other.events.contains("ended"));
      assertThat(held(client, call)).isLessThanOrEqualTo(Http2NodeConnection.STREAM_WINDOW);
      client.onLoop(
          () -> {
            call.stream.resume();
            return null;
          });
      patiently().until(() -> call.events.contains("ended"));
      assertThat(call.bytes).hasValue(BYTES);
      assertThat(call.head.contentLength()).isEqualTo(BYTES);
    }
  }

  private static int held(TestedNodeConnection client, Call call) throws Exception {
    return client.onLoop(() -> ((Http2NodeStream) call.stream).heldBytes());
  }
}
