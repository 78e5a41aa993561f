package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.ResponseHead;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A response that is held back while another attempt looks for a better one: its head, and what
 * came of its body before the node stopped sending. One event loop.
 */
final class ParkedAnswer {
  private final ResponseHead head;
  private final Queue<ByteBuf> body = new ArrayDeque<>(2);
  private boolean ended;
  private @Nullable Headers trailers;

  /** Of a response whose connection may read the next one over these headers once it is whole. */
  ParkedAnswer(ResponseHead answer) {
    head =
        new ResponseHead(
            answer.version(),
            answer.status(),
            answer.reason(),
            answer.headers().copy(),
            answer.contentLength());
  }

  ResponseHead head() {
    return head;
  }

  /** A piece of the body; kept until it is {@link #deliver delivered} or {@link #drop dropped}. */
  void add(ByteBuf data) {
    body.add(data);
  }

  /** The response is whole. */
  void end(@Nullable Headers last) {
    ended = true;
    trailers = last == null ? null : last.copy();
  }

  boolean isEnded() {
    return ended;
  }

  @Nullable Headers trailers() {
    return trailers;
  }

  /** Hands over every piece. */
  void deliver(Consumer<ByteBuf> to) {
    for (ByteBuf piece = body.poll(); piece != null; piece = body.poll()) {
      to.accept(piece);
    }
  }

  /** Releases every piece. */
  void drop() {
    deliver(ByteBuf::release);
  }
}
