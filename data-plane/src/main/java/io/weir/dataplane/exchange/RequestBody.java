package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way to a node: streamed as it comes, no faster than the node takes
 * it, and kept up to a limit so that another attempt can begin with it. One event loop.
 */
final class RequestBody {
  private final ClientStream source;
  private final int replayLimit;
  private List<ByteBuf> kept = new ArrayList<>(2);
  private long received;
  private boolean overflowed;
  private boolean ended;
  private @Nullable Headers trailers;
  private @Nullable NodeStream sink;

  RequestBody(ClientStream source, int replayLimit) {
    this.source = source;
    this.replayLimit = replayLimit;
  }

  /** Whether everything received so far could be sent again. */
  boolean replayable() {
    return !overflowed;
  }

  /** Whether the client has sent all of it. */
  boolean complete() {
    return ended;
  }

  /** How many bytes the client has sent. */
  long received() {
    return received;
  }

  /** Whether the client is waited for, and not the node. */
  boolean waitsForClient() {
    NodeStream to = sink;
    return !ended && to != null && to.writable();
  }

  /**
   * Sends what is kept, then streams the rest.
   *
   * @param atOnce whether no {@link #flush} is about to follow anyway
   */
  void streamTo(NodeStream to, boolean atOnce) {
    sink = to;
    List<ByteBuf> pieces = kept;
    for (int i = 0; i < pieces.size() && sink == to; i++) {
      to.sendData(pieces.get(i).retainedDuplicate(), false);
    }
    if (sink != to) {
      return;
    }
    if (received > replayLimit) {
      forget();
    }
    if (ended) {
      sink = null;
      end(to);
      return;
    }
    if (atOnce) {
      to.flush();
    }
    if (sink != to) {
      return;
    }
    if (to.writable()) {
      source.resume();
    } else {
      source.pause();
    }
  }

  private void end(NodeStream to) {
    Headers last = trailers;
    if (last == null) {
      to.sendData(Unpooled.EMPTY_BUFFER, true);
    } else {
      to.sendTrailers(last);
    }
    to.flush();
  }

  /** Stops sending to the node of an attempt that is over. */
  void detach() {
    sink = null;
    if (!ended) {
      source.pause();
    }
  }

  /** The node takes more again. */
  void writable() {
    if (sink != null && !ended) {
      source.resume();
    }
  }

  /** A piece came. */
  void received(ByteBuf piece) {
    received += piece.readableBytes();
    NodeStream to = sink;
    if (to == null) {
      if (overflowed) {
        // what is lost already need not be kept
        piece.release();
      } else {
        kept.add(piece);
        if (received >= replayLimit / 2) {
          source.pause();
        }
      }
      return;
    }
    keep(piece);
    to.sendData(piece, false);
    if (sink == to && !to.writable()) {
      source.pause();
    }
  }

  private void keep(ByteBuf piece) {
    if (received > replayLimit) {
      forget();
    } else if (!overflowed) {
      kept.add(piece.retainedDuplicate());
    }
  }

  /** Everything that was read in one go came. */
  void flush() {
    NodeStream to = sink;
    if (to != null) {
      to.flush();
    }
  }

  /** The client has sent all of it. */
  void ended(@Nullable Headers last) {
    ended = true;
    trailers = last == null ? null : last.copy();
    NodeStream to = sink;
    sink = null;
    if (to != null) {
      end(to);
    }
  }

  private void release() {
    for (ByteBuf piece : kept) {
      piece.release();
    }
    kept = List.of();
  }

  /** No other attempt follows: nothing is kept any more. */
  void forget() {
    release();
    overflowed = true;
  }
}
