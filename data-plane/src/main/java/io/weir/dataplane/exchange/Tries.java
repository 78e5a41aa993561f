package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.ScheduledFuture;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeOutcome;
import io.weir.dataplane.exchange.Decision.Again;
import io.weir.dataplane.exchange.Decision.GiveUp;
import io.weir.dataplane.exchange.Decision.Retry;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one request: which node is next, the one that is under way, and an answer that is
 * held back in case the next one is no better. Does what {@link RetryPolicy} decides. One event
 * loop.
 */
final class Tries {
  private final Exchange exchange;
  private final Forwarder forwarder;
  private final Relay relay;
  private final Destination destination;
  private final Candidates nodes;
  private final List<Attempt> all = new ArrayList<>(1);
  private @Nullable Attempt current;
  private @Nullable Attempt parked;
  private @Nullable ScheduledFuture<?> pause;
  private @Nullable LiveNode reserved;
  private boolean blamed;
  private int retries;

  Tries(Exchange exchange, Forwarder forwarder, Relay relay, Destination destination) {
    this.exchange = exchange;
    this.forwarder = forwarder;
    this.relay = relay;
    this.destination = destination;
    nodes = new Candidates(destination.pool(), forwarder.loopIndex());
  }

  /** Begins the first attempt, or gives the request up. */
  void begin(long now) {
    LiveNode first = nodes.first();
    if (first == null) {
      exchange.giveUp(refusal());
    } else {
      tryNode(first, false, now);
    }
  }

  private void tryNode(LiveNode node, boolean fresh, long now) {
    Attempt next = new Attempt(this, node, now);
    current = next;
    all.add(next);
    exchange.trying(now, isFirstOfMore());
    next.start(forwarder.connections(node), fresh);
  }

  /** Whether another node may be tried, and none has failed yet. */
  private boolean isFirstOfMore() {
    return all.size() == 1
        && nodes.retriesLeft() > 0
        && destination.pool().picker().nodes().size() > 1
        && standing().repeatable();
  }

  private RetryPolicy.Standing standing() {
    return new RetryPolicy.Standing(
        nodes.retriesLeft(),
        nodes.retryOn(),
        Methods.isIdempotent(destination.method()),
        relay.isReplayable(),
        nodes.freshTryLeft());
  }

  private Failure refusal() {
    return Objects.requireNonNull(nodes.refusal(), "a node was given");
  }

  // what the attempt that is under way tells

  void opened(Attempt by, NodeStream stream) {
    expectCurrent(by);
    exchange.send(stream, by.node());
  }

  void interim(Attempt by, ResponseHead interim) {
    expectCurrent(by);
    exchange.interim(interim);
  }

  /** A response: passed on, unless another node is to give a better one. */
  void answered(Attempt by, ResponseHead answer) {
    expectCurrent(by);
    if (!nodes.retryOn().statuses().isEmpty()
        && answer.status() >= 400
        && RetryPolicy.after(new Outcome.Answered(answer.status()), standing()) instanceof Retry) {
      LiveNode next = nodes.retry(true);
      if (next != null) {
        relay.stopSending();
        by.park();
        current = null;
        dropParked();
        parked = by;
        retry(next);
        return;
      }
    }
    relay(by, answer);
  }

  private void relay(Attempt by, ResponseHead answer) {
    current = by;
    dropParked();
    exchange.relay(by, answer);
  }

  void data(ByteBuf data) {
    exchange.responseData(data);
  }

  void readComplete() {
    relay.responseRead();
  }

  void ended(@Nullable Headers trailers) {
    exchange.responseEnded(trailers);
  }

  void responseBroke() {
    exchange.responseBroke();
  }

  void nodeWritable(Attempt of) {
    if (of == current) {
      relay.nodeWritable();
    }
  }

  void broke(RuntimeException bug) {
    exchange.broke(bug);
  }

  /** There is no response, and the attempt is over. */
  void failed(Outcome outcome) {
    current = null;
    relay.stopSending();
    switch (RetryPolicy.after(outcome, standing())) {
      case Again _ -> {
        LiveNode same = nodes.again();
        if (same == null) {
          exhausted(refusal());
        } else {
          tryNode(same, true, System.nanoTime());
        }
      }
      case Retry _ -> tryNext(outcome);
      case GiveUp(Failure why) -> exhausted(why);
      case Decision.Relay _ -> throw new IllegalStateException("there is nothing to relay");
    }
  }

  private void tryNext(Outcome outcome) {
    LiveNode next = nodes.retry(outcome.reachedNode());
    if (next == null) {
      exhausted(refusal());
    } else if (isFull(outcome) && nodes.isRepeating()) {
      // every node is full: asking them again and again would only add to it
      nodes.release(next);
      exhausted(Failure.OVERLOADED);
    } else {
      retry(next);
    }
  }

  private static boolean isFull(Outcome outcome) {
    return outcome instanceof Outcome.Failed(NodeFailure kind, boolean _)
        && kind == NodeFailure.OVERLOADED;
  }

  private void retry(LiveNode next) {
    retries++;
    long nanos = nodes.pauseNanos();
    if (nanos == 0) {
      tryNode(next, false, System.nanoTime());
    } else {
      exchange.pausing();
      reserved = next;
      pause = forwarder.later(TimeUnit.NANOSECONDS.toMillis(nanos) + 1, this::resume);
    }
  }

  private void resume() {
    LiveNode next = Objects.requireNonNull(reserved);
    pause = null;
    reserved = null;
    try {
      tryNode(next, false, System.nanoTime());
    } catch (RuntimeException bug) {
      exchange.broke(bug);
    }
  }

  /** No attempt follows: the last answer of a node goes to the client if there is one. */
  private void exhausted(Failure why) {
    Attempt waiting = parked;
    ResponseHead answer = waiting == null ? null : waiting.parkedHead();
    if (waiting == null || answer == null) {
      exchange.giveUp(why);
      return;
    }
    parked = null;
    relay(waiting, answer);
    waiting.unpark();
  }

  // what the exchange decides

  /** The current attempt has had its time. */
  void attemptTimedOut() {
    Attempt late = current;
    if (late != null) {
      late.timedOut();
    }
  }

  /** Whether the node of the current attempt has answered others since that began. */
  boolean isNodeHeardOf() {
    Attempt slow = current;
    return slow != null && slow.node().heardSince(slow.timeline().startedAt());
  }

  /**
   * The request has had its time. Its only attempt has had all of it; one that came after others
   * may not have had the time that an answer takes.
   */
  void timeUp() {
    stopPause();
    Attempt late = current;
    if (late != null) {
      current = null;
      late.cancel(all.size() == 1 ? AttemptResult.TIMED_OUT : AttemptResult.CUT_SHORT);
    }
    exhausted(Failure.TIMEOUT);
  }

  /** No answer is wanted any more; safe to be called twice. */
  void close(AttemptResult why) {
    stopPause();
    Attempt last = current;
    if (last != null) {
      last.cancel(why);
    }
    dropParked();
    nodes.close();
  }

  private void stopPause() {
    ScheduledFuture<?> waiting = pause;
    LiveNode next = reserved;
    if (waiting != null && next != null) {
      pause = null;
      reserved = null;
      waiting.cancel(false);
      nodes.release(next);
    }
  }

  private void dropParked() {
    Attempt waiting = parked;
    if (waiting != null) {
      parked = null;
      waiting.cancel(AttemptResult.SUPERSEDED);
    }
  }

  /** An attempt is over: the room at its node is free. */
  void over(Attempt attempt) {
    nodes.release(attempt.node());
  }

  /** Says to those who judge the node how an attempt went. */
  void tell(Attempt attempt) {
    NodeOutcome outcome = attempt.result().outcome(attempt.status());
    blamed = attempt.node().health().happened(outcome, attempt.reason(), blamed);
  }

  private void expectCurrent(Attempt by) {
    if (by != current) {
      throw new IllegalStateException("an attempt speaks that is not under way");
    }
  }

  /** The node that is spoken with, or null. */
  @Nullable Attempt current() {
    return current;
  }

  /** Every attempt in its order. */
  List<Attempt> all() {
    return all;
  }

  /** How many times a failure was followed by another attempt, or was to be. */
  int retries() {
    return retries;
  }

  Candidates nodes() {
    return nodes;
  }
}
