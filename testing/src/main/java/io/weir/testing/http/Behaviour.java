package io.weir.testing.http;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides what becomes of each request; called as soon as its headers are there. */
@FunctionalInterface
public interface Behaviour {
  /** The reply to this request; may read its body, must be safe for concurrent use. */
  Reply reply(Request request);

  /** Reads every request to its end and answers 200 with the request itself as text. */
  static Behaviour echo() {
    return request ->
        new Reply.Response(200, List.of(new Header("Content-Type", "text/plain")), request.echo());
  }

  /** Reads every request to its end and gives the same reply. */
  static Behaviour always(Reply reply) {
    return request -> {
      request.body();
      return reply;
    };
  }

  /** Gives the replies one after another, to whichever request comes, and the last from then on. */
  static Behaviour inTurn(Reply... replies) {
    var script = List.of(replies);
    var next = new AtomicInteger();
    return request -> {
      request.body();
      return script.get(Math.min(next.getAndIncrement(), script.size() - 1));
    };
  }
}
