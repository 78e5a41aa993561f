package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.ScheduledFuture;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Moves the two messages of one request, each no faster than its receiver takes it: the client's
 * body to the node of the current attempt, a node's response to the client, and, once the
 * connection has been switched to another protocol, bytes both ways. One event loop.
 */
final class Relay {
  /** How long a node that was asked whether it wants the body may leave that unanswered. */
  private static final long CONTINUE_PATIENCE_MILLIS = 1_000;

  /**
   * How many bytes of interim responses are sent towards a client that takes nothing before there
   * can be no more. Reached with nodes only that cannot be held back: a stream of HTTP/2 has no
   * window for heads, and the connection serves others.
   */
  private static final int MOST_INTERIM_BYTES = 64 * 1024;

  /**
   * How much of the end of a response is taken from its node even if the client is behind. The node
   * is done with it then, the API's timeout over, and the client has the time that the end of an
   * answer has. More than what is read at once, or it would be chance whether the end fits.
   */
  private static final int END_BYTES = 128 * 1024;

  /** What an interim response costs besides its fields. */
  private static final int INTERIM_COST = 512;

  private final ClientStream client;
  private final Forwarder forwarder;
  private final @Nullable RequestBody body;
  private @Nullable NodeStream from;
  private @Nullable NodeStream asked;
  private @Nullable NodeStream heldBack;
  private @Nullable ScheduledFuture<?> patience;
  private boolean wanted;
  private boolean tunnel;
  private int interimBytes;
  private long left = RequestHead.UNKNOWN;
  private long sent;
  private long tunnelled;

  Relay(ClientStream client, Forwarder forwarder) {
    this.client = client;
    this.forwarder = forwarder;
    body =
        client.head().hasBody()
            ? new RequestBody(client, forwarder.options().replayLimitBytes())
            : null;
  }

  // the request

  boolean hasBody() {
    return body != null;
  }

  /** Whether everything received so far could be sent again. */
  boolean isReplayable() {
    return body == null || body.replayable();
  }

  /** Whether a node has to be asked first whether it wants the body (RFC 9110, 10.1.1). */
  boolean asksFirst() {
    return body != null
        && !wanted
        && client.head().expectsContinue()
        && body.received() == 0
        && !body.complete();
  }

  /**
   * Begins to send the body, behind a head that waits to be flushed.
   *
   * @param ask whether the node has been asked if it wants it
   * @param more whether what the client has sent already is about to be delivered
   */
  void sendBody(NodeStream to, boolean ask, boolean more) {
    if (body == null) {
      to.flush();
    } else if (ask) {
      asked = to;
      patience = forwarder.later(CONTINUE_PATIENCE_MILLIS, () -> impatient(to));
      to.flush();
    } else {
      body.streamTo(to, !more);
    }
  }

  /** A node that seems not to know the question gets the body unasked. */
  private void impatient(NodeStream to) {
    patience = null;
    wanted(to);
  }

  /** The node wants the body: so the client is asked for it. */
  void wanted(NodeStream by) {
    if (by == asked) {
      client.sendContinue();
      send(by);
    }
  }

  private void send(NodeStream to) {
    stopAsking();
    wanted = true;
    if (body != null) {
      body.streamTo(to, true);
    }
  }

  private void stopAsking() {
    asked = null;
    ScheduledFuture<?> waiting = patience;
    if (waiting != null) {
      patience = null;
      waiting.cancel(false);
    }
  }

  /** A piece came from the client. */
  void received(ByteBuf data) {
    NodeStream end = from;
    if (tunnel && end != null) {
      tunnelled += data.readableBytes();
      end.sendData(data, false);
      if (from == end && !end.writable()) {
        end.flush();
        if (from == end && !end.writable()) {
          client.pause();
        }
      }
    } else if (body == null) {
      data.release();
    } else {
      body.received(data);
      NodeStream waiting = asked;
      if (waiting != null) {
        // the client does not wait to be asked, so neither does the node have to be
        send(waiting);
      }
    }
  }

  /** All of the client's body has come. */
  void received(@Nullable Headers trailers) {
    if (body != null) {
      body.ended(trailers);
      NodeStream waiting = asked;
      if (waiting != null) {
        // a body of nothing is there whole
        send(waiting);
      }
    }
  }

  /** Everything that was read of the client in one go has come. */
  void clientReadComplete() {
    if (tunnel) {
      if (from != null) {
        from.flush();
      }
    } else if (body != null) {
      body.flush();
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

  /** The attempt that the body was sent to is over. */
  void stopSending() {
    stopAsking();
    heldBack = null;
    if (body != null) {
      body.detach();
    }
  }

  // the response

  /**
   * An interim response has gone to the client, whose node waits if the client does.
   *
   * @return false if there can be no more of them: the client takes none, and the node does not
   *     wait
   */
  boolean passed(Headers interim, NodeStream by) {
    if (client.writable()) {
      return true;
    }
    heldBack = by;
    by.pause();
    interimBytes += interim.length() + INTERIM_COST;
    return interimBytes < MOST_INTERIM_BYTES;
  }

  /**
   * A node's response goes to the client from now on, and no other attempt follows.
   *
   * @param length of its body, {@link RequestHead#UNKNOWN} if only its end will tell
   */
  void begin(@Nullable NodeStream response, long length) {
    from = response;
    left = length;
    heldBack = null;
    stopAsking();
    if (body != null) {
      body.forget();
    }
  }

  /** From now on data is bytes both ways. */
  void becomeTunnel() {
    tunnel = true;
  }

  /** A piece of the response. */
  void send(ByteBuf data) {
    int bytes = data.readableBytes();
    sent += bytes;
    if (left > 0) {
      left -= bytes;
    }
    client.sendData(data, false);
    if (!client.writable()) {
      client.flush();
      if (!client.writable() && from != null && (left < 0 || left > END_BYTES)) {
        from.pause();
      }
    }
  }

  /** All of the response that was read in one go has been sent. */
  void responseRead() {
    client.flush();
  }

  /** The client takes more again. */
  void clientWritable() {
    NodeStream waiting = from == null ? heldBack : from;
    heldBack = null;
    interimBytes = 0;
    if (waiting != null) {
      waiting.resume();
    }
  }

  /** Nothing moves any more. */
  void close() {
    from = null;
    heldBack = null;
    stopAsking();
    if (body != null) {
      body.detach();
      body.forget();
    }
  }

  // for the deadline

  /** Whether something waits for its receiver to take it. */
  boolean isBehind(@Nullable NodeStream to) {
    return from != null && !client.writable() || to != null && !to.writable();
  }

  /** What both receivers have taken so far, in bytes. */
  long taken(@Nullable NodeStream to) {
    return client.taken() + (to == null ? 0 : to.taken());
  }

  /** Whether it is the client that is waited for. */
  boolean waitsForClient() {
    return from == null
        ? heldBack != null || body != null && body.waitsForClient()
        : !client.writable();
  }

  // for the record

  /** Whether the client sent more than is kept for another attempt. */
  boolean isBeyondReplay() {
    return body != null && body.received() > forwarder.options().replayLimitBytes();
  }

  /** Bytes of the client's body, or that it sent into the tunnel. */
  long bytesReceived() {
    return (body == null ? 0 : body.received()) + tunnelled;
  }

  /** Bytes of the response's body, or that went to the client out of the tunnel. */
  long bytesSent() {
    return sent;
  }
}
