package io.weir.dataplane.http1;

import io.netty.channel.ChannelHandlerContext;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.LazyTimer;
import io.weir.dataplane.http1.Http1Connection.Incoming;

/**
 * The life of a client's connection: each of its steps says what is read from now on and how long
 * that may take. A step that is none of {@link ClientState} is told and ends the connection. One
 * event loop.
 */
final class ClientLife {
  /** How long a body that nobody wants may take to end. */
  private static final int DISCARD_MILLIS = 30_000;

  /** How long the answer to what was refused may be waited for. */
  private static final int REFUSAL_MILLIS = 2_000;

  /** How long an idle connection of a stopping process waits for a last request. */
  private static final int DRAIN_IDLE_MILLIS = 500;

  private final Http1Connection connection;
  private final HttpLimits limits;
  private final LazyTimer timer;
  private final WriteWatch writes;
  private ClientState state = ClientState.IDLE;
  private boolean answering;
  private boolean draining;

  /**
   * An idle connection.
   *
   * @param timeUp is called when a step has taken too long
   */
  ClientLife(
      Http1Connection connection,
      ChannelHandlerContext context,
      HttpLimits limits,
      Runnable timeUp) {
    this.connection = connection;
    this.limits = limits;
    timer = new LazyTimer(context.executor(), timeUp);
    writes = new WriteWatch(context, connection.wire(), limits.bodyIdleMillis(), connection::reset);
  }

  ClientState state() {
    return state;
  }

  private void move(ClientState next) {
    if (state.mayBecome(next)) {
      state = next;
    } else {
      connection.impossible(state + " does not become " + next);
    }
  }

  /** Something has come that is not the end of a head yet. */
  void headBegan() {
    if (state == ClientState.IDLE) {
      move(ClientState.HEAD);
      timer.inMillis(limits.headerMillis());
    }
  }

  /**
   * A head has come, and a body follows.
   *
   * @param length negative if only its end will tell
   */
  void bodyBegan(long length) {
    move(ClientState.BODY);
    answering = false;
    connection.expectBody(length, true);
    bodyMoved();
  }

  /** A piece of a body has come, or has not been asked for before. */
  void bodyMoved() {
    if (!answering) {
      timer.inMillis(limits.bodyIdleMillis());
    }
  }

  /** There is an answer: whoever moves that sees to it that nothing stands still. */
  void answerBegan() {
    answering = true;
    if (state == ClientState.BODY) {
      timer.stop();
    }
  }

  /** The body is not asked for. */
  void bodyHeldBack() {
    timer.stop();
  }

  /** All of a request has come. */
  void requestCame() {
    move(ClientState.ANSWERING);
    connection.expect(Incoming.HELD);
    timer.stop();
  }

  /** What came cannot be understood. */
  void refused() {
    move(ClientState.REFUSED);
    connection.expect(Incoming.DROPPED);
    timer.inMillis(REFUSAL_MILLIS);
  }

  /**
   * The response is complete and on its way.
   *
   * @param closing whether it said that the connection ends
   * @param asked whether the request had said so, and hence that no other follows
   */
  void answered(boolean closing, boolean asked) {
    if (closing) {
      leave(state != ClientState.ANSWERING || !asked || connection.heldBytes() > 0);
    } else if (state == ClientState.BODY) {
      discard();
    } else {
      awaitNext();
    }
  }

  private void discard() {
    move(ClientState.DISCARDING);
    timer.inMillis(DISCARD_MILLIS);
    connection.resume();
  }

  /** Request and response are complete; what came of the next one is read soon. */
  void awaitNext() {
    move(ClientState.IDLE);
    connection.expect(Incoming.HEAD);
    idle();
    connection.resume();
    connection.readOn();
  }

  /** Nothing is going on from the moment on when all is written. */
  void idle() {
    timer.stop();
    if (connection.wire().unwritten() == 0) {
      beginIdleTime();
    } else {
      writes.whenWritten(this::beginIdleTime);
    }
  }

  private void beginIdleTime() {
    if (state == ClientState.IDLE) {
      timer.inMillis(draining ? DRAIN_IDLE_MILLIS : limits.keepAliveMillis());
    }
  }

  /** Bytes both ways from now on. */
  void tunnel() {
    move(ClientState.TUNNEL);
    connection.expect(Incoming.RAW);
    timer.stop();
    connection.resume();
    connection.readOn();
  }

  /**
   * Ends the connection when all is written.
   *
   * @param sending whether the client may be sending still
   */
  void leave(boolean sending) {
    move(ClientState.LEAVING);
    connection.expect(Incoming.DROPPED);
    timer.stop();
    connection.resume();
    writes.whenWritten(
        sending
            ? () -> Lingering.begin(connection.context().channel())
            : () -> connection.context().close());
  }

  /**
   * Ends the connection within a response.
   *
   * @param reset whether a mere end of the connection would look like the end of the response
   */
  void breakOff(boolean reset) {
    move(ClientState.LEAVING);
    connection.expect(Incoming.DROPPED);
    if (reset) {
      connection.reset();
    } else {
      connection.context().close();
    }
  }

  /** The client is gone. */
  void gone() {
    move(ClientState.GONE);
    connection.expect(Incoming.DROPPED);
  }

  /** The process stops: the connection is not idle for long any more. */
  void drain() {
    draining = true;
    if (state == ClientState.IDLE) {
      idle();
    }
  }

  boolean draining() {
    return draining;
  }

  /** Nothing of this is asked any more. */
  void close() {
    timer.close();
    writes.close();
  }
}
