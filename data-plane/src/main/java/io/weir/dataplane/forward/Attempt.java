package io.weir.dataplane.forward;

import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.forward.Outcome.Broken;
import io.weir.dataplane.forward.Outcome.NotConnected;
import io.weir.dataplane.forward.Outcome.TimedOut;
import org.jspecify.annotations.Nullable;

/**
 * One try of a request at one node: gets a connection, sends the request, waits for the head of the
 * response. Tells its exchange how that ended, once; also the timeline of it. One event loop.
 */
final class Attempt {
  private static final long NOT_YET = 0;
  private static final long NO_TIMER = -1;
  private static final long CONTINUE_PATIENCE_MILLIS = 1_000;

  private final Exchange exchange;
  private final LiveNode node;
  private final NodeConnections connections;
  private final long startedAt = System.nanoTime();
  private long connectedAt = NOT_YET;
  private long answeredAt = NOT_YET;
  private long endedAt = NOT_YET;
  private int status;
  private boolean reused;
  private AttemptResult result = AttemptResult.PENDING;
  private @Nullable NodeConnection connection;
  private @Nullable HttpClientRequest request;
  private long timer = NO_TIMER;
  private boolean over;

  Attempt(Exchange exchange, LiveNode node, NodeConnections connections) {
    this.exchange = exchange;
    this.node = node;
    this.connections = connections;
  }

  /**
   * Starts, on a connection that is waiting if there is one.
   *
   * @param freshConnection whether it has to be a new connection
   * @param timeoutMillis how long to wait for a response, 0 for as long as the exchange does
   */
  void start(boolean freshConnection, int timeoutMillis) {
    if (timeoutMillis > 0) {
      timer = exchange.later(timeoutMillis, () -> end(new TimedOut()));
    }
    NodeConnection idle = freshConnection ? null : connections.takeIdle();
    if (idle != null) {
      send(idle);
    } else {
      connections.connect().onComplete(this::connected);
    }
  }

  private void connected(AsyncResult<NodeConnection> made) {
    if (made.failed()) {
      end(new NotConnected(made.cause().toString()));
    } else if (over) {
      connections.release(made.result(), System.nanoTime());
    } else {
      send(made.result());
    }
  }

  private void send(NodeConnection on) {
    connection = on;
    reused = on.used();
    connectedAt = System.nanoTime();
    on.request(exchange.requestOptions())
        .onComplete(
            created -> {
              if (over) {
                on.close();
              } else if (created.failed()) {
                end(new NotConnected(created.cause().toString()));
              } else {
                send(created.result());
              }
            });
  }

  private void send(HttpClientRequest to) {
    request = to;
    exchange.fillHeaders(to.headers(), node);
    to.response().onComplete(this::responded);
    RequestBody body = exchange.body();
    if (body == null) {
      to.end();
      return;
    }
    // a broken connection is told to the response, too
    to.exceptionHandler(_ -> {});
    if (!to.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
      to.setChunked(true);
    }
    if (exchange.expectsContinue()) {
      askFirst(to, body);
    } else {
      body.streamTo(to);
    }
  }

  /**
   * Passes the client's expectation on (RFC 9110, 10.1.1): the body is asked for when the node
   * wants it, or when the node seems not to know the question.
   */
  private void askFirst(HttpClientRequest to, RequestBody body) {
    to.putHeader(HttpHeaders.EXPECT, "100-continue");
    Runnable goOn =
        () -> {
          if (!over && answeredAt == NOT_YET && exchange.wantBody()) {
            body.streamTo(to);
          }
        };
    to.continueHandler(_ -> goOn.run());
    to.sendHead();
    exchange.later(CONTINUE_PATIENCE_MILLIS, goOn);
  }

  private void responded(AsyncResult<HttpClientResponse> response) {
    if (over) {
      return;
    }
    if (response.failed()) {
      end(new Broken(response.cause().toString(), reused));
      return;
    }
    stopTimer();
    answeredAt = System.nanoTime();
    status = response.result().statusCode();
    result = AttemptResult.ANSWERED;
    node.health().answered(status);
    try {
      exchange.answered(response.result());
    } catch (RuntimeException bug) {
      exchange.broke(bug);
    }
  }

  private void stopTimer() {
    if (timer != NO_TIMER) {
      exchange.notLater(timer);
    }
  }

  private void end(Outcome outcome) {
    if (over) {
      return;
    }
    over = true;
    endedAt = System.nanoTime();
    stopTimer();
    abandonConnection();
    result =
        switch (outcome) {
          case Outcome.Answered _ -> AttemptResult.ANSWERED;
          case NotConnected _ -> AttemptResult.NOT_CONNECTED;
          case Broken broken -> broken.stale() ? AttemptResult.STALE : AttemptResult.BROKEN;
          case TimedOut _ -> AttemptResult.TIMED_OUT;
        };
    tellHealth();
    exchange.failed(outcome);
  }

  /** A connection the node closed while it was idle says nothing about the node. */
  private void tellHealth() {
    switch (result) {
      case NOT_CONNECTED, BROKEN, RESPONSE_BROKEN -> node.health().failed(NodeHealth.Failure.TCP);
      case TIMED_OUT -> node.health().failed(NodeHealth.Failure.TIMEOUT);
      case PENDING, ANSWERED, STALE, CLIENT_LEFT, DEFECT -> {}
    }
  }

  /** The response was relayed to its end: the connection may serve the next request. */
  void complete(HttpClientResponse response, boolean requestSent) {
    over = true;
    endedAt = System.nanoTime();
    NodeConnection used = connection;
    if (used == null) {
      return;
    }
    boolean persistent =
        response.version() == HttpVersion.HTTP_1_1 && !Hops.closes(response.headers());
    if (requestSent && persistent) {
      connections.release(used, endedAt);
    } else {
      used.close();
    }
  }

  /** Ends the attempt without telling anybody: nobody waits for its outcome any more. */
  void cancel(AttemptResult why) {
    if (!over) {
      over = true;
      endedAt = System.nanoTime();
      result = why;
      tellHealth();
      stopTimer();
      abandonConnection();
    }
  }

  private void abandonConnection() {
    HttpClientRequest sent = request;
    if (sent != null) {
      sent.reset();
    }
    NodeConnection used = connection;
    if (used != null) {
      used.close();
    }
  }

  LiveNode node() {
    return node;
  }

  /** The status the node answered with, 0 if it did not. */
  int status() {
    return status;
  }

  /** How it went, in one word. */
  AttemptResult result() {
    return result;
  }

  /** Whether it used a connection that had served before. */
  boolean reused() {
    return reused;
  }

  /** Microseconds until connected, -1 if it never was. */
  long connectMicros() {
    return micros(connectedAt);
  }

  /** Microseconds until the head of the response, -1 if it never came. */
  long firstByteMicros() {
    return micros(answeredAt);
  }

  /** Microseconds in all. */
  long totalMicros() {
    return micros(endedAt == NOT_YET ? System.nanoTime() : endedAt);
  }

  private long micros(long at) {
    return at == NOT_YET ? -1 : (at - startedAt) / 1_000;
  }
}
