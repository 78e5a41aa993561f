package io.weir.dataplane.http2;

import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.END_STREAM;

import io.weir.dataplane.support.Http2Peer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Messages that are as long as they say, and messages that are not. */
final class Wholeness {
  private Wholeness() {}

  /** What ends a message. */
  enum End {
    LAST_FRAME,
    EMPTY_DATA,
    TRAILERS
  }

  /**
   * A body.
   *
   * @param length what Content-Length says, -1 if there is none
   * @param pieces how many bytes each DATA frame has
   */
  record Body(int length, List<Integer> pieces, End end) {
    int bytes() {
      return pieces.stream().mapToInt(Integer::intValue).sum();
    }

    boolean addsUp() {
      return length < 0 || length == bytes();
    }

    /** Whether the stream ends with the head. */
    boolean isHeadOnly() {
      return pieces.isEmpty() && end == End.LAST_FRAME;
    }

    void send(Http2Peer peer, int stream, String... head) throws IOException {
      peer.headers(stream, isHeadOnly() ? END_STREAM : 0, head);
      for (int i = 0; i < pieces.size(); i++) {
        boolean last = end == End.LAST_FRAME && i == pieces.size() - 1;
        peer.send(DATA, last ? END_STREAM : 0, stream, new byte[pieces.get(i)]);
      }
      if (end == End.EMPTY_DATA) {
        peer.send(DATA, END_STREAM, stream);
      } else if (end == End.TRAILERS) {
        peer.headers(stream, END_STREAM, "x-sum", "7");
      }
    }
  }

  static List<Body> bodies() {
    List<Body> bodies = new ArrayList<>();
    for (int length : new int[] {-1, 0, 5}) {
      for (List<Integer> pieces :
          List.<List<Integer>>of(
              List.of(),
              List.of(0),
              List.of(3),
              List.of(5),
              List.of(8),
              List.of(2, 3),
              List.of(2, 0, 3, 0),
              List.of(5, 3))) {
        for (End end : End.values()) {
          bodies.add(new Body(length, pieces, end));
        }
      }
    }
    return bodies;
  }
}
