package io.weir.control.traffic.tries;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.weir.rest.Problem;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a replica, and its answer on the way back, of which the beginning is
 * kept. It ends in time, whatever the replica does. One event loop.
 */
final class Sending {
  private static final int KEPT_BYTES = 64 * 1024;

  /** Whoever answers with more is not listened to any longer. */
  private static final long MOST_BYTES = 16L << 20;

  private final Vertx vertx;
  private final HttpClient client;
  private final ReplicaChoice.Chosen replica;
  private final Outgoing sent;
  private final long millis;
  private final Promise<TriedAnswer> answer = Promise.promise();
  private final Buffer kept = Buffer.buffer();
  private final long begun = System.nanoTime();
  private @Nullable HttpClientRequest request;
  private @Nullable HttpClientResponse head;
  private long bytes;
  private long timer;

  /**
   * A request to be sent.
   *
   * @param millis from the beginning to the end of the answer
   */
  Sending(
      Vertx vertx, HttpClient client, ReplicaChoice.Chosen replica, Outgoing sent, long millis) {
    this.vertx = vertx;
    this.client = client;
    this.replica = replica;
    this.sent = sent;
    this.millis = millis;
  }

  /** The answer; fails with a {@link ProblemException}. */
  Future<TriedAnswer> answer() {
    return answer.future();
  }

  void start() {
    timer = vertx.setTimer(millis, _ -> late());
    answer.future().onComplete(_ -> vertx.cancelTimer(timer));
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.valueOf(sent.method()))
                .setHost(replica.address().host().value())
                .setPort(replica.address().port().value())
                .setURI(sent.path()))
        .onSuccess(this::send)
        .onFailure(this::broken);
  }

  private void send(HttpClientRequest connected) {
    request = connected;
    if (answer.future().isComplete()) {
      connected.reset();
      return;
    }
    connected.putHeader("Host", sent.host()).putHeader("X-Request-Id", sent.id());
    sent.headers().forEach(header -> connected.headers().add(header.name(), header.value()));
    byte[] body = sent.body();
    (body == null ? connected.send() : connected.send(Buffer.buffer(body)))
        .onSuccess(this::receive)
        .onFailure(this::broken);
  }

  private void receive(HttpClientResponse response) {
    head = response;
    response
        .handler(this::take)
        .endHandler(_ -> end(bytes > kept.length()))
        .exceptionHandler(this::broken);
  }

  private void take(Buffer part) {
    bytes += part.length();
    int room = KEPT_BYTES - kept.length();
    kept.appendBuffer(part, 0, Math.min(room, part.length()));
    if (bytes > MOST_BYTES) {
      cut();
    }
  }

  private void late() {
    if (head == null) {
      answer.tryFail(
          new ProblemException(
              Problem.of(
                  ProblemCode.REPLICA_TIMEOUT,
                  "%s did not answer %s within %d seconds"
                      .formatted(replica.id(), sent.id(), millis / 1_000))));
    }
    cut();
  }

  private void cut() {
    end(true);
    if (request != null) {
      request.reset();
    }
  }

  private void broken(Throwable e) {
    if (head == null) {
      answer.tryFail(
          new ProblemException(
              Problem.of(
                  ProblemCode.REPLICA_UNREACHABLE,
                  "%s does not answer at %s: %s"
                      .formatted(replica.id(), replica.address(), e.getMessage()))));
    }
    end(true);
  }

  private void end(boolean truncated) {
    HttpClientResponse response = head;
    if (response == null) {
      return;
    }
    List<Map.Entry<String, String>> headers = response.headers().entries();
    answer.tryComplete(
        new TriedAnswer(
            response.statusCode(),
            headers,
            kept.getBytes(),
            bytes,
            truncated,
            TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun)));
  }
}
