package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.ResponseHead;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One try of a request at one node, and the timeline of it. It tells {@link Tries} once how it
 * ended without a response, or that there is one; an answer that another attempt may better is held
 * back, and goes on if none does. Events come in this order, and any other is a defect:
 *
 * <pre>
 * CONNECTING ──opened──▶ WAITING ──answered──▶ ANSWERED ◀──▶ PARKED
 *      │                    │                      │            │
 *      └─────────── failed, ended, cancelled ──────┴────────────┴──▶ OVER
 * </pre>
 *
 * One event loop.
 */
public final class Attempt implements NodeListener {
  private enum State {
    CONNECTING,
    WAITING,
    ANSWERED,
    PARKED,
    OVER
  }

  private final Tries tries;
  private final LiveNode node;
  private final Timeline timeline;
  private State state = State.CONNECTING;
  private int status;
  private boolean reused;
  private AttemptResult result = AttemptResult.PENDING;
  private @Nullable String reason;
  private @Nullable NodeStream stream;
  private @Nullable ResponseHead head;
  private @Nullable ParkedAnswer parked;
  private boolean told;

  Attempt(Tries tries, LiveNode node, long now) {
    this.tries = tries;
    this.node = node;
    timeline = new Timeline(now);
  }

  /**
   * Starts, on a connection that is waiting if there is one.
   *
   * @param fresh whether it has to be a new connection
   */
  void start(NodeConnections connections, boolean fresh) {
    connections.open(this, fresh);
  }

  @Override
  public void opened(NodeStream opened) {
    if (state == State.OVER) {
      // cancelled while it was being connected
      opened.cancel();
      return;
    }
    try {
      expect(state == State.CONNECTING, "a way to the node");
      state = State.WAITING;
      stream = opened;
      reused = opened.reused();
      timeline.connected(reused);
      tries.opened(this, opened);
    } catch (RuntimeException bug) {
      tries.broke(bug);
    }
  }

  @Override
  public void interim(ResponseHead interim) {
    if (state == State.OVER) {
      return;
    }
    try {
      expect(state == State.WAITING, "an interim response");
      tries.interim(this, interim);
    } catch (RuntimeException bug) {
      tries.broke(bug);
    }
  }

  @Override
  public void answered(ResponseHead answer) {
    if (state == State.OVER) {
      return;
    }
    try {
      expect(state == State.WAITING, "a response");
      state = State.ANSWERED;
      node.heard(timeline.answered());
      status = answer.status();
      head = answer;
      tries.answered(this, answer);
    } catch (RuntimeException bug) {
      tries.broke(bug);
    }
  }

  @Override
  public void data(ByteBuf data) {
    switch (state) {
      case ANSWERED -> relay(data);
      case PARKED -> waiting().add(data);
      case OVER -> data.release();
      case CONNECTING, WAITING -> {
        data.release();
        tries.broke(new IllegalStateException("a body before a response"));
      }
    }
  }

  private void relay(ByteBuf data) {
    try {
      tries.data(data);
    } catch (RuntimeException bug) {
      tries.broke(bug);
    }
  }

  @Override
  public void ended(@Nullable Headers trailers) {
    if (state == State.OVER) {
      return;
    }
    try {
      expect(state == State.ANSWERED || state == State.PARKED, "the end of a response");
      if (state == State.PARKED) {
        waiting().end(trailers);
      } else {
        complete();
        tries.ended(trailers);
      }
    } catch (RuntimeException bug) {
      tries.broke(bug);
    }
  }

  /** The response is complete, or will be without anybody listening: there is no body in it. */
  void complete() {
    over(AttemptResult.ANSWERED);
  }

  @Override
  public void readComplete() {
    if (state == State.ANSWERED) {
      tries.readComplete();
    }
  }

  @Override
  public void writable() {
    if (state != State.OVER) {
      tries.nodeWritable(this);
    }
  }

  @Override
  public void failed(NodeFailure kind, String why) {
    switch (state) {
      // a connection that nobody waits for any more was not made
      case OVER -> {}
      case CONNECTING, WAITING -> {
        boolean stale = kind == NodeFailure.CONNECTION_LOST && reused;
        reason = why;
        end(resultOf(kind, stale), new Outcome.Failed(kind, stale));
      }
      case ANSWERED -> {
        reason = why;
        cancel(AttemptResult.RESPONSE_BROKEN);
        tries.responseBroke();
      }
      case PARKED -> {
        reason = why;
        cancel(AttemptResult.RESPONSE_BROKEN);
      }
    }
  }

  private static AttemptResult resultOf(NodeFailure kind, boolean stale) {
    return switch (kind) {
      case NOT_CONNECTED -> AttemptResult.NOT_CONNECTED;
      case NO_RESOURCES -> AttemptResult.NO_RESOURCES;
      case OVERLOADED -> AttemptResult.NO_ROOM;
      case UNPROCESSED -> AttemptResult.GOING_AWAY;
      case STREAM_REFUSED -> AttemptResult.REFUSED;
      case HEAD_TOO_LARGE -> AttemptResult.HEAD_TOO_LARGE;
      case CONNECTION_LOST -> stale ? AttemptResult.STALE : AttemptResult.BROKEN;
      case STREAM_RESET -> AttemptResult.RESET;
      case MALFORMED -> AttemptResult.MALFORMED;
    };
  }

  /** No response came in the time one attempt has. */
  void timedOut() {
    end(AttemptResult.TIMED_OUT, new Outcome.TimedOut());
  }

  private void end(AttemptResult how, Outcome outcome) {
    cancel(how);
    try {
      tries.failed(outcome);
    } catch (RuntimeException bug) {
      tries.broke(bug);
    }
  }

  /** Ends the attempt: nobody waits for its outcome any more. */
  void cancel(AttemptResult why) {
    if (state == State.OVER) {
      return;
    }
    NodeStream used = stream;
    over(why);
    if (used != null) {
      used.cancel();
    }
    ParkedAnswer waiting = parked;
    parked = null;
    if (waiting != null) {
      waiting.drop();
    }
  }

  private void over(AttemptResult how) {
    state = State.OVER;
    timeline.ended();
    if (result == AttemptResult.PENDING) {
      result = how;
    }
    tries.over(this);
    tellHealth();
  }

  /** Once: a node that turned the request away has done so whatever becomes of its answer. */
  private void tellHealth() {
    if (!told) {
      told = true;
      tries.tell(this);
    }
  }

  /** Holds the answer back while another attempt looks for a better one. */
  void park() {
    ResponseHead answer = head;
    NodeStream used = stream;
    if (state != State.ANSWERED || answer == null || used == null) {
      throw new IllegalStateException("there is no answer to hold back: " + state);
    }
    state = State.PARKED;
    result = AttemptResult.TURNED_AWAY;
    tellHealth();
    parked = new ParkedAnswer(answer);
    used.pause();
  }

  /** The head of the answer that is held back; null if it has broken off in the meantime. */
  @Nullable ResponseHead parkedHead() {
    return parked == null ? null : parked.head();
  }

  /** Lets the answer go on after all; its head has been relayed. */
  void unpark() {
    if (state != State.PARKED) {
      // it was all there is to it
      return;
    }
    ParkedAnswer waiting = waiting();
    parked = null;
    state = State.ANSWERED;
    result = AttemptResult.PENDING;
    waiting.deliver(this::data);
    if (waiting.isEnded()) {
      ended(waiting.trailers());
    } else if (state == State.ANSWERED && stream != null) {
      tries.readComplete();
      stream.resume();
    }
  }

  private ParkedAnswer waiting() {
    return Objects.requireNonNull(parked, "nothing is held back");
  }

  private void expect(boolean possible, String event) {
    if (!possible) {
      throw new IllegalStateException(event + " while the attempt is " + state);
    }
  }

  /** The way to the node, null before there is one. */
  @Nullable NodeStream stream() {
    return stream;
  }

  /** The node that was tried. */
  public LiveNode node() {
    return node;
  }

  /** The status the node answered with, 0 if it did not. */
  public int status() {
    return status;
  }

  /** How it went, in one word. */
  public AttemptResult result() {
    return result;
  }

  /** What went wrong, for people; null if nothing did. */
  public @Nullable String reason() {
    return reason;
  }

  /** Whether it used a connection that had served before. */
  public boolean reused() {
    return reused;
  }

  /** When what happened. */
  public Timeline timeline() {
    return timeline;
  }
}
