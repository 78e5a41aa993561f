package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.ClientListener;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.rewrite.ResponseHeaders;
import io.weir.dataplane.rewrite.Trailers;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.trace.RequestTrace;
import org.jspecify.annotations.Nullable;

/**
 * One request from its arrival to the last byte of its answer, served with one route table. Its
 * life is a {@link Phase}, and these are all the steps there are:
 *
 * <pre>
 * ROUTING ──▶ TRYING ⇄ PAUSING
 *    │         │  │ ╲     │
 *    │         │  │  ╲    ▼
 *    │         │  │   ╰▶ RELAYING ─────╮
 *    │         │  ╰────▶ TUNNELLING ───┤
 *    ▼         ▼                       ▼
 *    ╰─────────┴───────────────────▶ OVER
 * </pre>
 *
 * Any other step is a defect: it is logged and ends the request. Nothing of an exchange runs after
 * the last byte of its answer was handed over, since the next request of the connection may begin
 * with that: first everything is finished and told, then the end is sent. {@link Tries} knows the
 * nodes, {@link Relay} moves the bodies. One event loop.
 */
final class Exchange implements ClientListener, Runnable {
  private static final int CLIENT_CLOSED = 499;

  private final Forwarder forwarder;
  private final ClientStream client;
  private final Arrival arrival;
  private final Deadline deadline;
  private final Relay relay;
  private Phase phase = Phase.ROUTING;
  private @Nullable Routed routed;
  private @Nullable Tries tries;
  private @Nullable Headers answered;
  private boolean delivering = true;
  private int status = CLIENT_CLOSED;

  Exchange(Forwarder forwarder, ClientStream client, RouteTable table, String requestId) {
    this.forwarder = forwarder;
    this.client = client;
    client.listener(this);
    RequestHead head = client.head();
    RequestTrace trace = forwarder.observer().began(head);
    arrival = new Arrival(client, head, table, requestId, trace, System.nanoTime());
    deadline = new Deadline(client.timer(this), arrival.at());
    relay = new Relay(client, forwarder);
  }

  private void to(Phase next) {
    if (!phase.leadsTo(next)) {
      throw new IllegalStateException("no step leads from " + phase + " to " + next);
    }
    phase = next;
  }

  // routing

  /** Finds the route and begins the first attempt, or answers at once. */
  void start() {
    Routed found = Routed.of(arrival.head(), client.peer(), arrival.table());
    routed = found;
    if (found.endsConnection()) {
      client.closeAfter();
    }
    if (found.refusal() != null) {
      giveUp(found.refusal());
    } else if (found.destination() == null) {
      answerOptions();
    } else {
      forward(found.destination());
    }
  }

  private void forward(Destination to) {
    deadline.of(to.route().timeoutMillis());
    Tries attempts = new Tries(this, forwarder, relay, to);
    tries = attempts;
    attempts.begin(arrival.at());
    if (relay.hasBody() && phase != Phase.OVER) {
      client.resume();
    }
    delivering = false;
  }

  /** Answers what is no request. */
  void refuse(MalformedException why) {
    giveUp(Failure.of(why));
  }

  // trying: what the attempts tell

  /** An attempt begins; {@code first} if others may follow it. */
  void trying(long now, boolean first) {
    to(Phase.TRYING);
    if (arrival.trace() != null) {
      arrival.trace().attemptBegan();
    }
    deadline.ofAttempt(forwarder.options().attemptTimeoutMillis(), now, first);
  }

  /** The next attempt waits for its time. */
  void pausing() {
    to(Phase.PAUSING);
    deadline.attemptIsUnbounded();
  }

  /** The current attempt has a way to its node. */
  void send(NodeStream to, LiveNode node) {
    Routed found = routed;
    if (found == null || phase != Phase.TRYING) {
      throw new IllegalStateException("a way to a node while " + phase);
    }
    boolean ask = relay.asksFirst();
    deadline.watch(relay.taken(to));
    to.sendHead(
        arrival.to(node, found, forwarder.scratch().clear(), ask), !arrival.head().hasBody());
    if (stream() == to) {
      // a head that the node does not take has ended the attempt
      relay.sendBody(to, ask, delivering);
    }
  }

  /** The current attempt brought an interim response: the client's clock goes on. */
  void interim(ResponseHead interim) {
    NodeStream from = stream();
    if (interim.status() != 100) {
      Headers out = forwarder.scratch().clear();
      ResponseHeaders.fillInterim(out, interim);
      client.sendInterim(interim.status(), out);
      if (from != null && phase == Phase.TRYING && !relay.passed(out, from)) {
        breakOff(Failure.CLIENT_STALLED, AttemptResult.CLIENT_STALLED);
      }
    } else if (from != null && arrival.head().expectsContinue()) {
      relay.wanted(from);
    }
  }

  // relaying: a node's response goes to the client

  /** Passes a response on: no other attempt follows. */
  void relay(Attempt by, ResponseHead answer) {
    status = answer.status();
    to(status == 101 ? Phase.TUNNELLING : Phase.RELAYING);
    deadline.attemptIsUnbounded();
    deadline.progressed();
    Headers out = forwarder.scratch().clear();
    ResponseHeaders.fill(
        out, answer, arrival.asksForHeadInstead(routed) && status != 304, forwarder.date());
    arrival.sign(out, tries);
    ResponseHead sent =
        new ResponseHead(answer.version(), status, answer.reason(), out, answer.contentLength());
    if (status == 101) {
      beginTunnel(by, sent, answer.headers().get(HeaderName.UPGRADE));
    } else if (answer.hasBody() && !arrival.head().method().equals("HEAD")) {
      relay.begin(by.stream(), answer.contentLength());
      answered = answer.headers();
      deadline.watch(relay.taken(null));
      client.sendHead(sent, false);
    } else {
      if (answer.hasBody()) {
        by.cancel(AttemptResult.ANSWERED);
      } else {
        by.complete();
      }
      end(null, AttemptResult.ANSWERED);
      client.sendHead(sent, true);
    }
  }

  private void beginTunnel(Attempt by, ResponseHead sent, @Nullable String protocol) {
    sent.headers()
        .add(
            HeaderName.UPGRADE,
            protocol == null ? String.valueOf(arrival.head().upgrade()) : protocol);
    relay.begin(by.stream(), RequestHead.UNKNOWN);
    relay.becomeTunnel();
    deadline.of(forwarder.options().tunnelIdleMillis());
    deadline.watch(relay.taken(by.stream()));
    client.switchProtocols(sent);
  }

  /** A piece of the body of the response. */
  void responseData(ByteBuf data) {
    deadline.progressed();
    relay.send(data);
  }

  /** The response is whole. */
  void responseEnded(@Nullable Headers trailers) {
    end(null, AttemptResult.ANSWERED);
    Headers passed = answered == null ? null : Trailers.ofResponse(trailers, answered);
    if (passed == null) {
      client.sendData(Unpooled.EMPTY_BUFFER, true);
    } else {
      client.sendTrailers(passed);
    }
  }

  /** The node's response broke off. */
  void responseBroke() {
    breakOff(Failure.BAD_RESPONSE, AttemptResult.RESPONSE_BROKEN);
  }

  // what the client does, in any phase: it may leave while the end is being sent

  @Override
  public void data(ByteBuf data) {
    if (phase == Phase.OVER) {
      data.release();
    } else {
      deadline.progressed();
      relay.received(data);
    }
  }

  @Override
  public void ended(@Nullable Headers trailers) {
    if (phase != Phase.OVER) {
      relay.received(
          Trailers.ofRequest(trailers, arrival.head().headers(), client.peer().trusted()));
    }
  }

  @Override
  public void readComplete() {
    if (phase != Phase.OVER) {
      relay.clientReadComplete();
    }
  }

  @Override
  public void writable() {
    if (phase == Phase.RELAYING) {
      // what the node could not send meanwhile is no fault of it
      deadline.resumed();
    }
    relay.clientWritable();
  }

  @Override
  public void refused(MalformedException why) {
    if (phase != Phase.OVER) {
      breakOff(Failure.of(why), AttemptResult.CLIENT_LEFT);
    }
  }

  @Override
  public void gone() {
    if (phase != Phase.OVER) {
      end(null, AttemptResult.CLIENT_LEFT);
    }
  }

  // the end

  /** The timer: a deadline may have passed, of the request or of the attempt. */
  @Override
  public void run() {
    try {
      NodeStream to = stream();
      boolean clientIsSlow = relay.waitsForClient();
      switch (deadline.check(relay.isBehind(to), relay.taken(to), clientIsSlow)) {
        case NOT_YET -> {}
        case ATTEMPT -> attemptTimedOut();
        case REQUEST -> timeUp(clientIsSlow);
      }
    } catch (RuntimeException bug) {
      broke(bug);
    }
  }

  private void attemptTimedOut() {
    Tries attempts = tries;
    if (attempts == null || phase != Phase.TRYING) {
      throw new IllegalStateException("an attempt's time is up while " + phase);
    }
    if (forwarder.options().attemptTimeoutMillis() == 0 && attempts.isNodeHeardOf()) {
      // it answers others, so it does not hang: this request only takes its time
      deadline.attemptIsUnbounded();
    } else {
      attempts.attemptTimedOut();
    }
  }

  private void timeUp(boolean clientIsSlow) {
    switch (phase) {
      case TRYING, PAUSING -> {
        if (clientIsSlow || tries == null) {
          breakOff(Failure.CLIENT_STALLED, AttemptResult.CLIENT_STALLED);
        } else {
          tries.timeUp();
        }
      }
      case RELAYING -> {
        if (clientIsSlow) {
          breakOff(Failure.CLIENT_STALLED, AttemptResult.CLIENT_STALLED);
        } else {
          breakOff(Failure.RESPONSE_STALLED, AttemptResult.IDLE);
        }
      }
      case TUNNELLING -> {
        // silence is how most tunnels end
        end(null, AttemptResult.IDLE);
        client.abort();
      }
      case ROUTING, OVER -> throw new IllegalStateException("a time is up while " + phase);
    }
  }

  /** Something that must not happen did. */
  void broke(RuntimeException bug) {
    System.getLogger(Exchange.class.getName())
        .log(
            System.Logger.Level.ERROR,
            "request " + arrival.requestId() + " met a defect of the gateway",
            bug);
    if (phase != Phase.OVER) {
      breakOff(Failure.INTERNAL_ERROR, AttemptResult.DEFECT);
    } else {
      // it happened while ending; this does nothing if the end was handed over
      deadline.stop();
      client.abort();
    }
  }

  /** Ends it in the middle: with an answer if none has begun, else with the connection. */
  private void breakOff(Failure why, AttemptResult attemptResult) {
    if (phase.isAnswering()) {
      end(why, attemptResult);
      client.abort();
    } else {
      giveUp(why, attemptResult);
    }
  }

  /** Answers with a failure. */
  void giveUp(Failure why) {
    giveUp(why, AttemptResult.SUPERSEDED);
  }

  private void giveUp(Failure why, AttemptResult attemptResult) {
    status = FailureBody.status(why, arrival.head());
    end(why, attemptResult);
    Headers out = forwarder.scratch().clear();
    arrival.sign(out, tries);
    FailureBody.send(why, arrival.requestId(), out, forwarder.date(), client);
  }

  private void answerOptions() {
    status = FinalRecipient.NO_CONTENT;
    end(null, AttemptResult.ANSWERED);
    Headers out = forwarder.scratch().clear();
    arrival.sign(out, tries);
    FinalRecipient.sendOptions(out, forwarder.date(), client);
  }

  /** Finishes everything but the sending of what the client is still to be sent. */
  private void end(@Nullable Failure failure, AttemptResult attemptResult) {
    boolean answering = phase.isAnswering();
    to(Phase.OVER);
    Tries attempts = tries;
    if (attempts != null) {
      attempts.close(attemptResult);
    }
    deadline.stop();
    relay.close();
    forwarder
        .observer()
        .ended(arrival.finished(routed, status, failure, answering, attempts, relay));
  }

  private @Nullable NodeStream stream() {
    Attempt current = tries == null ? null : tries.current();
    return current == null ? null : current.stream();
  }
}
