package io.weir.dataplane.forward;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.forward.Outcome.Broken;
import io.weir.dataplane.forward.Outcome.NotConnected;
import io.weir.dataplane.forward.Outcome.TimedOut;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.ResponseHead;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One try of a request at one node: gets a connection, sends the request, waits for the head of the
 * response. Tells its exchange how that ended, once; also the timeline of it. An answer that may be
 * bettered by another attempt is parked until that one has answered. One event loop.
 */
final class Attempt implements NodeListener {
  private static final long NOT_YET = 0;

  private final Exchange exchange;
  private final LiveNode node;
  private final long startedAt;
  private long connectedAt = NOT_YET;
  private long answeredAt = NOT_YET;
  private long endedAt = NOT_YET;
  private int status;
  private boolean reused;
  private AttemptResult result = AttemptResult.PENDING;
  private @Nullable NodeStream stream;
  private @Nullable ResponseHead head;
  private @Nullable Queue<ByteBuf> parked;
  private boolean parkedEnd;
  private @Nullable Headers parkedTrailers;
  private boolean over;

  Attempt(Exchange exchange, LiveNode node, long now) {
    this.exchange = exchange;
    this.node = node;
    startedAt = now;
  }

  /**
   * Starts, on a connection that is waiting if there is one.
   *
   * @param freshConnection whether it has to be a new connection
   */
  void start(NodeConnections connections, boolean freshConnection) {
    connections.open(this, freshConnection);
  }

  @Override
  public void opened(NodeStream opened) {
    if (over) {
      opened.cancel();
      return;
    }
    stream = opened;
    reused = opened.reused();
    connectedAt = reused ? startedAt : System.nanoTime();
    exchange.send(opened, node);
  }

  @Override
  public void notConnected(String why) {
    end(new NotConnected(why));
  }

  @Override
  public void interim(ResponseHead interim) {
    if (!over && answeredAt == NOT_YET) {
      exchange.interim(interim);
    }
  }

  @Override
  public void answered(ResponseHead answer) {
    if (over) {
      return;
    }
    answeredAt = System.nanoTime();
    status = answer.status();
    result = AttemptResult.ANSWERED;
    head = answer;
    node.health().answered(answer.status());
    try {
      exchange.answered(this, answer);
    } catch (RuntimeException bug) {
      exchange.broke(bug);
    }
  }

  @Override
  public void data(ByteBuf data) {
    Queue<ByteBuf> waiting = parked;
    if (over) {
      data.release();
    } else if (waiting != null) {
      waiting.add(data);
    } else {
      exchange.responseData(data);
    }
  }

  @Override
  public void ended(@Nullable Headers trailers) {
    if (over) {
      return;
    }
    if (parked != null) {
      parkedEnd = true;
      parkedTrailers = trailers == null ? null : trailers.copy();
      return;
    }
    over = true;
    endedAt = System.nanoTime();
    exchange.responseEnded(trailers);
  }

  @Override
  public void readComplete() {
    if (!over && parked == null) {
      exchange.responseRead();
    }
  }

  @Override
  public void writable() {
    if (!over) {
      exchange.nodeWritable();
    }
  }

  @Override
  public void broken(String why, boolean unprocessed) {
    if (over) {
      return;
    }
    if (answeredAt == NOT_YET) {
      end(unprocessed ? new NotConnected(why) : new Broken(why, reused));
      return;
    }
    boolean waited = parked != null;
    finish(AttemptResult.RESPONSE_BROKEN);
    node.health().failed(NodeHealth.Failure.TCP);
    if (!waited) {
      exchange.responseBroke();
    }
  }

  /** No response came in the time one attempt has. */
  void timedOut() {
    end(new TimedOut());
  }

  private void end(Outcome outcome) {
    if (over) {
      return;
    }
    finish(
        switch (outcome) {
          case Outcome.Answered _ -> AttemptResult.ANSWERED;
          case NotConnected _ -> AttemptResult.NOT_CONNECTED;
          case Broken broken -> broken.stale() ? AttemptResult.STALE : AttemptResult.BROKEN;
          case TimedOut _ -> AttemptResult.TIMED_OUT;
        });
    tellHealth();
    exchange.failed(outcome);
  }

  private void finish(AttemptResult how) {
    over = true;
    endedAt = System.nanoTime();
    result = how;
    NodeStream used = stream;
    if (used != null) {
      used.cancel();
    }
    dropParked();
  }

  /** A connection the node closed while it was idle says nothing about the node. */
  private void tellHealth() {
    switch (result) {
      case NOT_CONNECTED, BROKEN, RESPONSE_BROKEN -> node.health().failed(NodeHealth.Failure.TCP);
      case TIMED_OUT -> node.health().failed(NodeHealth.Failure.TIMEOUT);
      case PENDING, ANSWERED, STALE, CLIENT_LEFT, CLIENT_STALLED, SUPERSEDED, DEFECT -> {}
    }
  }

  /** Ends the attempt without telling anybody: nobody waits for its outcome any more. */
  void cancel(AttemptResult why) {
    if (!over) {
      finish(why);
      tellHealth();
    }
  }

  /** Holds the answer back while another attempt looks for a better one. */
  void park() {
    parked = new ArrayDeque<>(2);
    ResponseHead answer = head;
    if (answer != null) {
      // once the answer is complete, its connection reads the next one over these headers
      head =
          new ResponseHead(
              answer.version(),
              answer.status(),
              answer.reason(),
              answer.headers().copy(),
              answer.contentLength());
    }
    NodeStream used = stream;
    if (used != null) {
      used.pause();
    }
  }

  /** The parked answer's head, or null if the answer has broken off in the meantime. */
  @Nullable ResponseHead parkedHead() {
    return over ? null : head;
  }

  /** Lets the parked answer go on after all. */
  void unpark() {
    Queue<ByteBuf> waiting = parked;
    parked = null;
    if (waiting != null) {
      waiting.forEach(exchange::responseData);
    }
    if (parkedEnd) {
      ended(parkedTrailers);
    } else if (stream != null) {
      stream.resume();
      exchange.responseRead();
    }
  }

  private void dropParked() {
    Queue<ByteBuf> waiting = parked;
    parked = null;
    if (waiting != null) {
      waiting.forEach(ByteBuf::release);
    }
  }

  @Nullable NodeStream stream() {
    return stream;
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

  /** A {@link System#nanoTime()}. */
  long startedAt() {
    return startedAt;
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
