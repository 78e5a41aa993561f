package io.weir.dataplane.matrix;

import io.weir.dataplane.support.script.StrictReader;
import io.weir.testing.http.Header;
import java.util.List;

/** What a client that reads strictly got for a request. */
sealed interface Got {
  /**
   * A message that was whole by its framing.
   *
   * @param last whether the connection was said to end with it
   */
  record Whole(int status, List<Header> headers, byte[] body, int interims, boolean last)
      implements Got {
    String header(String name) {
      List<String> all = StrictReader.all(headers, name);
      return all.isEmpty() ? "" : all.getFirst();
    }

    @Override
    public String toString() {
      return "whole %d %s, %d bytes%s"
          .formatted(status, header(Answers.TOKEN), body.length, last ? ", last" : "");
    }
  }

  /**
   * The connection or the stream ended in a way that no client takes for the end of a message.
   *
   * @param status of the head that had come, 0 if none had
   */
  record Broken(int status, String how) implements Got {}

  /** Neither an answer nor an end came. */
  record Stuck(int status) implements Got {}

  /** What came is no message, or not one that may come. */
  record Garbled(String why) implements Got {}
}
