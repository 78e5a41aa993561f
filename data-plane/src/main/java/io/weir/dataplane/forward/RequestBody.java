package io.weir.dataplane.forward;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way to a node: streamed as it comes, no faster than the node takes
 * it, and kept up to a limit so that another attempt can begin with it. One event loop.
 */
final class RequestBody {
  /** How much of a body that nobody wants is read to keep the client's connection usable. */
  private static final long DISCARD_LIMIT = 256 * 1024;

  private final HttpServerRequest source;
  private final int replayLimit;
  private final Runnable whenProgress;
  private List<Buffer> kept = new ArrayList<>(2);
  private long received;
  private boolean overflowed;
  private boolean ended;
  private @Nullable HttpClientRequest sink;

  /**
   * Holds the client back until a node is ready.
   *
   * @param whenProgress called for each piece that arrives
   */
  RequestBody(HttpServerRequest source, int replayLimit, Runnable whenProgress) {
    this.source = source;
    this.replayLimit = replayLimit;
    this.whenProgress = whenProgress;
    source.pause().handler(this::received).endHandler(_ -> ended());
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

  /** Sends what is kept, then streams the rest. */
  void streamTo(HttpClientRequest request) {
    for (Buffer chunk : kept) {
      request.write(chunk);
    }
    if (ended) {
      request.end();
      return;
    }
    sink = request;
    request.drainHandler(
        _ -> {
          // the queue of an attempt that is over may still drain
          if (sink == request) {
            source.resume();
          }
        });
    if (!request.writeQueueFull()) {
      source.resume();
    }
  }

  /** Stops sending to the node of an attempt that is over. */
  void detach() {
    sink = null;
    if (!ended) {
      source.pause();
    }
  }

  private void received(Buffer chunk) {
    received += chunk.length();
    whenProgress.run();
    if (!overflowed) {
      if (received <= replayLimit) {
        kept.add(chunk);
      } else {
        overflowed = true;
        kept = List.of();
      }
    }
    HttpClientRequest to = sink;
    if (to != null) {
      to.write(chunk);
      if (to.writeQueueFull()) {
        source.pause();
      }
    }
  }

  private void ended() {
    ended = true;
    HttpClientRequest to = sink;
    sink = null;
    if (to != null) {
      to.end();
    }
  }

  /**
   * Reads and drops the rest after the response is complete, so that the client's next request can
   * be understood; one who sends too much of it is disconnected.
   */
  void discardRest() {
    if (ended) {
      return;
    }
    long limit = received + DISCARD_LIMIT;
    source.handler(
        chunk -> {
          received += chunk.length();
          if (received > limit) {
            source.connection().close();
          }
        });
    source.resume();
  }
}
