package io.weir.dataplane.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.forward.Decision.GiveUp;
import io.weir.dataplane.forward.Decision.Relay;
import io.weir.dataplane.forward.Decision.RetryNow;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.route.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request from its arrival to the last byte of its response: holds the one route table it is
 * served with, its deadline and all attempts. One event loop.
 */
final class Exchange {
  private static final CharSequence WEIR_REQUEST_ID =
      HttpHeaders.createOptimized("weir-request-id");

  private final Forwarder forwarder;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final RouteTable table;
  private final String requestId;
  private final long startedAt = System.nanoTime();
  private final List<Attempt> attempts = new ArrayList<>(1);
  private @Nullable RequestTarget target;
  private @Nullable Destination destination;
  private @Nullable Candidates candidates;
  private @Nullable RequestBody body;
  private @Nullable Deadline deadline;
  private @Nullable Attempt attempt;
  private @Nullable Failure failure;
  private boolean continued;
  private long bytesSent;
  private boolean over;

  Exchange(Forwarder forwarder, HttpServerRequest request, RouteTable table, String requestId) {
    this.forwarder = forwarder;
    this.request = request;
    this.response = request.response();
    this.table = table;
    this.requestId = requestId;
  }

  /** Finds the route and begins the first attempt. */
  void start() {
    response.closeHandler(_ -> clientLeft());
    if (hasBody()) {
      // before anything can be refused: the body of a refused request has a limit too
      body = new RequestBody(request, forwarder.options().replayLimitBytes(), this::progressed);
    }
    RequestTarget asked = RequestTarget.of(request);
    if (asked == null) {
      giveUp(Failure.BAD_REQUEST);
      return;
    }
    target = asked;
    Destination found = Destination.find(table, asked, request.method());
    if (found == null) {
      giveUp(table.provenance() == null ? Failure.NOT_CONFIGURED : Failure.NO_ROUTE);
      return;
    }
    destination = found;
    if (!found.reachable()) {
      giveUp(Failure.VPC_NOT_CONNECTED);
      return;
    }
    deadline = new Deadline(forwarder.vertx(), found.route().timeoutMillis(), this::timeUp);
    Candidates nodes = new Candidates(found.pool());
    candidates = nodes;
    tryNode(nodes.first(), false);
  }

  private boolean hasBody() {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !length.equals("0");
  }

  private void tryNode(@Nullable LiveNode node, boolean freshConnection) {
    if (node == null) {
      giveUp(Failure.NO_ELIGIBLE_NODE);
      return;
    }
    Attempt next = new Attempt(this, node, forwarder.client().to(node));
    attempt = next;
    attempts.add(next);
    next.start(freshConnection, forwarder.options().attemptTimeoutMillis());
  }

  /** The current attempt brought the head of a response. */
  void answered(HttpClientResponse head) {
    progressed();
    follow(new Outcome.Answered(head.statusCode()), head);
  }

  /** The current attempt ended without a response. */
  void failed(Outcome outcome) {
    if (body != null) {
      body.detach();
    }
    follow(outcome, null);
  }

  private void follow(Outcome outcome, @Nullable HttpClientResponse head) {
    Candidates nodes = candidates;
    if (over || nodes == null) {
      return;
    }
    var standing =
        new RetryPolicy.Standing(
            nodes.retriesLeft(),
            RetryPolicy.isIdempotent(sentMethod()),
            body == null || body.replayable(),
            nodes.freshTryLeft());
    switch (RetryPolicy.after(outcome, standing)) {
      case Relay _ -> new ResponseRelay(this, Objects.requireNonNull(head), response).start();
      case RetryNow(boolean sameNode) -> {
        if (sameNode) {
          tryNode(nodes.again(), true);
        } else {
          forwarder.traffic().retried();
          tryNode(nodes.next(), false);
        }
      }
      case GiveUp(Failure why) -> giveUp(why);
    }
  }

  /** The response was relayed whole. */
  void responseEnded(HttpClientResponse head, long bytes) {
    bytesSent = bytes;
    Attempt last = attempt;
    if (over || last == null) {
      return;
    }
    over = true;
    last.complete(head, body == null || body.complete());
    if (body != null) {
      body.detach();
      body.discardRest();
    }
    finish();
  }

  /** The node's response broke off. */
  void responseBroke() {
    if (!over) {
      breakOff(Failure.BAD_RESPONSE, AttemptResult.RESPONSE_BROKEN);
    }
  }

  private void timeUp() {
    if (!over) {
      breakOff(Failure.TIMEOUT, AttemptResult.TIMED_OUT);
    }
  }

  private void clientLeft() {
    if (!over) {
      over = true;
      cancelAttempt(AttemptResult.CLIENT_LEFT);
      finish();
    }
  }

  /** Something that must not happen did. */
  void broke(RuntimeException bug) {
    System.getLogger(Exchange.class.getName())
        .log(
            System.Logger.Level.ERROR,
            "request " + requestId + " met a defect of the gateway",
            bug);
    if (!over) {
      breakOff(Failure.INTERNAL_ERROR, AttemptResult.DEFECT);
    }
  }

  /** Ends it in the middle: with an answer if none has begun, else with the connection. */
  private void breakOff(Failure why, AttemptResult attemptResult) {
    over = true;
    cancelAttempt(attemptResult);
    if (response.headWritten()) {
      failure = why;
      finish();
      request.connection().close();
    } else {
      giveUp(why);
    }
  }

  private void cancelAttempt(AttemptResult why) {
    if (body != null) {
      body.detach();
    }
    if (attempt != null) {
      attempt.cancel(why);
    }
  }

  private void giveUp(Failure why) {
    over = true;
    failure = why;
    response.headers().clear();
    sign(response);
    FailureBody.send(why, requestId, response);
    if (body != null) {
      body.discardRest();
    }
    finish();
  }

  private void finish() {
    if (deadline != null) {
      deadline.cancel();
    }
    forwarder.finished(this);
  }

  /** Says in a response what the request is called, and whether the connection ends with it. */
  void sign(HttpServerResponse to) {
    to.putHeader(WEIR_REQUEST_ID, requestId);
    if (forwarder.draining()) {
      to.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  /** A piece of a body moved. */
  void progressed() {
    if (deadline != null) {
      deadline.progressed();
    }
  }

  /** Runs something later; gives the number of the timer. */
  long later(long millis, Runnable task) {
    return forwarder.vertx().setTimer(millis, _ -> task.run());
  }

  /** Runs something when what is under way on this event loop has been dealt with. */
  void soon(Runnable task) {
    forwarder.vertx().runOnContext(_ -> task.run());
  }

  void notLater(long timer) {
    forwarder.vertx().cancelTimer(timer);
  }

  RequestOptions requestOptions() {
    String uri = destination == null ? "/" : destination.uri();
    return new RequestOptions().setMethod(sentMethod()).setURI(uri);
  }

  private HttpMethod sentMethod() {
    return destination == null ? request.method() : destination.method();
  }

  void fillHeaders(MultiMap headers, LiveNode to) {
    RequestTarget asked = target;
    if (asked != null) {
      NodeRequestHeaders.fill(headers, request, asked.host(), requestId, to);
    }
  }

  @Nullable RequestBody body() {
    return body;
  }

  /** Whether the client waits to be asked for the body and has not been yet. */
  boolean expectsContinue() {
    String expectation = request.getHeader(HttpHeaders.EXPECT);
    return !continued && expectation != null && expectation.equalsIgnoreCase("100-continue");
  }

  /** Asks the client for the body, once; says whether it was not asked before. */
  boolean wantBody() {
    if (continued) {
      return false;
    }
    continued = true;
    response.writeContinue();
    return true;
  }

  HttpMethod clientMethod() {
    return request.method();
  }

  HttpVersion clientVersion() {
    return request.version();
  }

  HttpServerRequest request() {
    return request;
  }

  /** The status sent to the client, 499 if it left before one was. */
  int status() {
    return response.headWritten() ? response.getStatusCode() : 499;
  }

  String requestId() {
    return requestId;
  }

  long position() {
    return table.position();
  }

  @Nullable RequestTarget target() {
    return target;
  }

  @Nullable Route route() {
    return destination == null ? null : destination.route();
  }

  @Nullable Failure failure() {
    return failure;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  long bytesReceived() {
    return body == null ? 0 : body.received();
  }

  long bytesSent() {
    return bytesSent;
  }

  long totalMicros() {
    return (System.nanoTime() - startedAt) / 1_000;
  }
}
