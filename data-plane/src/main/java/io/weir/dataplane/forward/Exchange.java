package io.weir.dataplane.forward;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.weir.contracts.value.CertificateName;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.forward.Decision.GiveUp;
import io.weir.dataplane.forward.Decision.Relay;
import io.weir.dataplane.forward.Decision.RetryNow;
import io.weir.dataplane.http.ClientListener;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.trace.RequestTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request from its arrival to the last byte of its response: holds the one route table it is
 * served with, its deadline and all attempts. One event loop.
 */
final class Exchange implements ClientListener, Runnable {
  private static final int CLIENT_CLOSED = 499;
  private static final long CONTINUE_PATIENCE_MILLIS = 1_000;

  private final Forwarder forwarder;
  private final ClientStream client;
  private final RequestHead head;
  private final RouteTable table;
  private final String requestId;
  private final long startedAt = System.nanoTime();
  private final List<Attempt> attempts = new ArrayList<>(1);
  private final Deadline deadline;
  private @Nullable RequestTarget target;
  private @Nullable Destination destination;
  private @Nullable Candidates candidates;
  private @Nullable RequestBody body;
  private @Nullable Attempt attempt;
  private @Nullable Attempt parked;
  private @Nullable Failure failure;
  private @Nullable RequestTrace trace;
  private @Nullable String userAgent;
  private boolean starting = true;
  private boolean continued;
  private boolean tunnel;
  private boolean answering;
  private boolean over;
  private int status = CLIENT_CLOSED;
  private long bytesSent;
  private long tunnelled;
  private long endedAt;

  Exchange(Forwarder forwarder, ClientStream client, RouteTable table, String requestId) {
    this.forwarder = forwarder;
    this.client = client;
    this.table = table;
    this.requestId = requestId;
    head = client.head();
    client.listener(this);
    deadline = new Deadline(client.timer(this), startedAt);
  }

  /** Finds the route and begins the first attempt. */
  void start() {
    if (head.hasBody()) {
      body = new RequestBody(client, forwarder.options().replayLimitBytes());
    }
    RequestTarget asked = RequestTarget.of(head);
    if (head.method().equals("CONNECT")) {
      // its 2xx would begin a tunnel in the eyes of the client (RFC 9110, 9.3.6)
      client.closeAfter();
      giveUp(Failure.METHOD_NOT_SUPPORTED);
      return;
    }
    if (asked == null) {
      client.closeAfter();
      giveUp(Failure.BAD_REQUEST);
      return;
    }
    target = asked;
    CertificateName shown = client.peer().certificate();
    if (shown != null && Destination.isMisdirected(table, head, asked, shown)) {
      giveUp(Failure.MISDIRECTED);
      return;
    }
    Destination found = Destination.find(table, asked, head.method());
    if (found == null) {
      giveUp(table.provenance() == null ? Failure.NOT_CONFIGURED : Failure.NO_ROUTE);
      return;
    }
    destination = found;
    if (!found.reachable()) {
      giveUp(Failure.VPC_NOT_CONNECTED);
      return;
    }
    deadline.of(found.route().timeoutMillis());
    Candidates nodes = new Candidates(found.pool(), forwarder.loopIndex());
    candidates = nodes;
    LiveNode first = nodes.first();
    if (first == null) {
      giveUp(Failure.NO_ELIGIBLE_NODE);
      return;
    }
    tryNode(first, false, startedAt);
    if (body != null && !over) {
      client.resume();
    }
    starting = false;
  }

  /** Answers what is no request. */
  void refuse(MalformedException why) {
    giveUp(Failure.of(why));
  }

  private void tryNode(LiveNode node, boolean freshConnection, long now) {
    Attempt next = new Attempt(this, node, now);
    attempt = next;
    attempts.add(next);
    if (trace != null) {
      trace.attemptBegan();
    }
    deadline.ofAttempt(forwarder.options().attemptTimeoutMillis(), now);
    next.start(forwarder.client().to(node), freshConnection);
  }

  /** The current attempt has a way to its node. */
  void send(NodeStream to, LiveNode node) {
    RequestTarget asked = target;
    Destination found = destination;
    if (asked == null || found == null) {
      return;
    }
    Headers headers = forwarder.scratch().clear();
    NodeRequestHeaders.fill(headers, head.headers(), client.peer(), asked.host(), requestId, trace);
    RequestBody sent = body;
    boolean ask = sent != null && head.expectsContinue() && !continued;
    if (ask) {
      headers.add(HeaderName.EXPECT, "100-continue");
    }
    boolean takesTrailers =
        head.headers().has(HeaderName.TE) && head.headers().hasToken(HeaderName.TE, "trailers");
    to.sendHead(
        new NodeRequest(
            found.method(),
            found.uri(),
            node.hostHeader(),
            node.tls() ? "https" : "http",
            headers,
            sent != null,
            takesTrailers,
            head.upgrade()),
        sent == null);
    if (sent == null) {
      to.flush();
    } else if (ask) {
      to.flush();
      forwarder.later(CONTINUE_PATIENCE_MILLIS, () -> wantBody(to));
    } else {
      sent.streamTo(to, !starting);
    }
  }

  /**
   * Passes the client's expectation on (RFC 9110, 10.1.1): the body is asked for when the node
   * wants it, or when the node seems not to know the question.
   */
  private void wantBody(NodeStream from) {
    Attempt current = attempt;
    RequestBody wanted = body;
    if (!over
        && !continued
        && !answering
        && wanted != null
        && current != null
        && current.stream() == from) {
      continued = true;
      client.sendContinue();
      wanted.streamTo(from, true);
    }
  }

  /** The current attempt brought an interim response. */
  void interim(ResponseHead interim) {
    deadline.progressed();
    NodeStream from = attempt == null ? null : attempt.stream();
    if (interim.status() != 100) {
      Headers out = forwarder.scratch().clear();
      Hops.copy(interim.headers(), out, name -> name == HeaderName.CONTENT_LENGTH);
      client.sendInterim(interim.status(), out);
    } else if (from != null && head.expectsContinue()) {
      wantBody(from);
    }
  }

  /** An attempt brought the head of a response. */
  void answered(Attempt by, ResponseHead answer) {
    deadline.progressed();
    Candidates nodes = candidates;
    Destination found = destination;
    if (over || nodes == null || found == null) {
      return;
    }
    if (!nodes.retryOn().statuses().isEmpty()
        && answer.status() >= 400
        && RetryPolicy.after(new Outcome.Answered(answer.status()), standing(nodes, found))
            instanceof RetryNow) {
      by.node().health().turnedAway();
      LiveNode next = nodes.retry(true);
      if (next != null) {
        if (body != null) {
          body.detach();
        }
        by.park();
        dropParked();
        parked = by;
        retry(next, nodes.pauseNanos());
        return;
      }
    }
    relay(answer);
  }

  private RetryPolicy.Standing standing(Candidates nodes, Destination found) {
    return new RetryPolicy.Standing(
        nodes.retriesLeft(),
        nodes.retryOn(),
        Methods.isIdempotent(found.method()),
        body == null || body.replayable(),
        nodes.freshTryLeft());
  }

  /** The current attempt ended without a response. */
  void failed(Outcome outcome) {
    Candidates nodes = candidates;
    Destination found = destination;
    if (over || nodes == null || found == null) {
      return;
    }
    if (body != null) {
      body.detach();
    }
    switch (RetryPolicy.after(outcome, standing(nodes, found))) {
      case RetryNow(boolean sameNode) -> {
        LiveNode next =
            sameNode ? nodes.again() : nodes.retry(!(outcome instanceof Outcome.NotConnected));
        if (next == null) {
          exhausted(
              nodes.refusedByBudget() ? Failure.RETRY_BUDGET_EXHAUSTED : Failure.NO_ELIGIBLE_NODE);
        } else if (sameNode) {
          tryNode(next, true, System.nanoTime());
        } else {
          retry(next, nodes.pauseNanos());
        }
      }
      case GiveUp(Failure why) -> exhausted(why);
      case Relay _ -> throw new IllegalStateException("there is nothing to relay");
    }
  }

  private void retry(LiveNode next, long pause) {
    forwarder.traffic().retried();
    if (pause == 0) {
      tryNode(next, false, System.nanoTime());
    } else {
      Attempt last = attempt;
      forwarder.later(
          TimeUnit.NANOSECONDS.toMillis(pause) + 1,
          () -> {
            if (!over && attempt == last) {
              tryNode(next, false, System.nanoTime());
            }
          });
    }
  }

  /** No attempt follows: the last answer of a node goes to the client if there is one. */
  private void exhausted(Failure why) {
    Attempt waiting = parked;
    ResponseHead answer = waiting == null ? null : waiting.parkedHead();
    if (waiting == null || answer == null) {
      giveUp(why);
      return;
    }
    parked = null;
    attempt = waiting;
    deadline.progressed();
    relay(answer);
    waiting.unpark();
  }

  private void dropParked() {
    Attempt waiting = parked;
    if (waiting != null) {
      parked = null;
      waiting.cancel(AttemptResult.SUPERSEDED);
    }
  }

  private void relay(ResponseHead answer) {
    dropParked();
    answering = true;
    deadline.attemptAnswered();
    status = answer.status();
    if (body != null) {
      body.forget();
    }
    Headers out = forwarder.scratch().clear();
    ResponseHeaders.fill(out, answer);
    sign(out);
    ResponseHead sent =
        new ResponseHead(answer.version(), status, answer.reason(), out, answer.contentLength());
    if (status == 101) {
      tunnel = true;
      String protocol = answer.headers().get(HeaderName.UPGRADE);
      out.add(HeaderName.UPGRADE, protocol == null ? String.valueOf(head.upgrade()) : protocol);
      deadline.of(forwarder.options().tunnelIdleMillis());
      client.switchProtocols(sent);
    } else {
      client.sendHead(sent, !answer.hasBody());
    }
  }

  /** A piece of the body of the response that is being relayed. */
  void responseData(ByteBuf data) {
    bytesSent += data.readableBytes();
    deadline.progressed();
    client.sendData(data, false);
    NodeStream from = attempt == null ? null : attempt.stream();
    if (!client.writable()) {
      client.flush();
      if (!client.writable() && from != null) {
        from.pause();
      }
    }
  }

  /** All of the response that has been read has been relayed. */
  void responseRead() {
    client.flush();
  }

  /** The response was relayed whole. */
  void responseEnded(@Nullable Headers trailers) {
    if (over) {
      return;
    }
    over = true;
    if (body != null) {
      body.detach();
      body.forget();
    }
    if (trailers == null || trailers.size() == 0) {
      client.sendData(Unpooled.EMPTY_BUFFER, true);
    } else {
      client.sendTrailers(trailers);
    }
    finish();
  }

  /** The node's response broke off. */
  void responseBroke() {
    breakOff(Failure.BAD_RESPONSE, AttemptResult.RESPONSE_BROKEN);
  }

  /** The deadline may have passed: of the request, or of the attempt. */
  @Override
  public void run() {
    if (over) {
      return;
    }
    RequestBody uploading = body;
    boolean clientIsSlow =
        answering ? !client.writable() : uploading != null && uploading.waitsForClient();
    switch (deadline.check(clientIsSlow)) {
      case NOT_YET -> {}
      case ATTEMPT -> {
        if (attempt != null) {
          attempt.timedOut();
        }
      }
      case REQUEST -> {
        if (clientIsSlow) {
          breakOff(Failure.CLIENT_STALLED, AttemptResult.CLIENT_STALLED);
        } else if (parked != null) {
          if (attempt != null) {
            attempt.cancel(AttemptResult.TIMED_OUT);
          }
          exhausted(Failure.TIMEOUT);
        } else {
          breakOff(Failure.TIMEOUT, AttemptResult.TIMED_OUT);
        }
      }
    }
  }

  @Override
  public void data(ByteBuf data) {
    deadline.progressed();
    Attempt current = attempt;
    NodeStream to = current == null ? null : current.stream();
    if (tunnel && to != null) {
      tunnelled += data.readableBytes();
      to.sendData(data, false);
      if (!to.writable()) {
        to.flush();
        if (!to.writable()) {
          client.pause();
        }
      }
    } else if (over || body == null) {
      data.release();
    } else {
      body.received(data);
    }
  }

  @Override
  public void ended(@Nullable Headers trailers) {
    if (!over && body != null) {
      body.ended(trailers);
    }
  }

  @Override
  public void readComplete() {
    NodeStream to = attempt == null ? null : attempt.stream();
    if (over || to == null) {
      return;
    }
    if (tunnel) {
      to.flush();
    } else if (body != null) {
      body.flush();
    }
  }

  @Override
  public void writable() {
    NodeStream from = attempt == null ? null : attempt.stream();
    if (!over && from != null) {
      from.resume();
    }
  }

  /** The node takes more again. */
  void nodeWritable() {
    if (tunnel) {
      client.resume();
    } else if (body != null) {
      body.writable();
    }
  }

  @Override
  public void refused(MalformedException why) {
    if (!over) {
      breakOff(Failure.of(why), AttemptResult.CLIENT_LEFT);
    }
  }

  @Override
  public void gone() {
    if (!over) {
      over = true;
      cancelAttempts(AttemptResult.CLIENT_LEFT);
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
    cancelAttempts(attemptResult);
    if (answering) {
      over = true;
      failure = why;
      client.abort();
      finish();
    } else {
      giveUp(why);
    }
  }

  private void cancelAttempts(AttemptResult why) {
    if (body != null) {
      body.detach();
      body.forget();
    }
    if (attempt != null) {
      attempt.cancel(why);
    }
    dropParked();
  }

  private void giveUp(Failure why) {
    over = true;
    failure = why;
    status = why.status();
    cancelAttempts(AttemptResult.SUPERSEDED);
    Headers out = forwarder.scratch().clear();
    sign(out);
    FailureBody.send(why, requestId, out, client);
    finish();
  }

  private void finish() {
    endedAt = System.nanoTime();
    deadline.stop();
    if (candidates != null) {
      candidates.close();
    }
    forwarder.finished(this);
  }

  /** Says in a response what the request is called; to those who may know, how it was served. */
  private void sign(Headers out) {
    out.add(HeaderName.WEIR_REQUEST_ID, requestId);
    if (client.peer().trusted() && head.headers().has(HeaderName.WEIR_DEBUG)) {
      out.add(HeaderName.WEIR_POSITION, table.position());
      out.add(HeaderName.WEIR_ATTEMPTS, attempts.size());
      if (attempt != null) {
        out.add(HeaderName.WEIR_NODE, attempt.node().authority());
      }
    }
  }

  ClientStream client() {
    return client;
  }

  RequestHead head() {
    return head;
  }

  /** The status sent to the client, 499 if it left before one was. */
  int status() {
    return status;
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

  @Nullable Destination destination() {
    return destination;
  }

  /** Where its attempts went, null if there could be none. */
  @Nullable Candidates candidates() {
    return candidates;
  }

  /** Whether the head of a node's response was sent to the client. */
  boolean answering() {
    return answering;
  }

  /** Whether the client sent more than is kept for another attempt. */
  boolean beyondReplay() {
    return body != null && body.received() > forwarder.options().replayLimitBytes();
  }

  /** Its trace, null if it is not traced. */
  @Nullable RequestTrace trace() {
    return trace;
  }

  /** Traces it from now on, unless null. */
  void trace(@Nullable RequestTrace begun) {
    trace = begun;
  }

  /** What the client calls itself, if that is of interest. */
  @Nullable String userAgent() {
    return userAgent;
  }

  /** Keeps what the client calls itself: its headers may be gone when the record is written. */
  void userAgent(@Nullable String name) {
    userAgent = name;
  }

  @Nullable Failure failure() {
    return failure;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  long bytesReceived() {
    return (body == null ? 0 : body.received()) + tunnelled;
  }

  long bytesSent() {
    return bytesSent;
  }

  long totalMicros() {
    return (endedAt - startedAt) / 1_000;
  }
}
