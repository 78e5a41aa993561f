package io.weir.testing.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a fake upstream does with one request. */
public sealed interface Reply {

  /** A complete response with a Content-Length. */
  record Response(int status, List<Header> headers, byte[] body) implements Reply {
    /** The same response with one header line more. */
    public Response with(String name, String value) {
      var more = new ArrayList<>(headers);
      more.add(new Header(name, value));
      return new Response(status, List.copyOf(more), body);
    }
  }

  /** A chunked response, written piece by piece; every flush of the writer is one chunk. */
  record Stream(int status, List<Header> headers, Writer writer) implements Reply {}

  /** A response whose connection closes after so many bytes of its body. */
  record Truncated(Response response, int bytes) implements Reply {}

  /** Another reply, once the future completes: a slow upstream whose slowness the test ends. */
  record Held(CompletableFuture<Reply> later) implements Reply {}

  /** Exactly these bytes instead of a response, then an orderly close. */
  record Raw(byte[] bytes) implements Reply {}

  /** Exactly these bytes, each in a packet of its own as far as TCP allows, then a close. */
  record Dripping(byte[] bytes) implements Reply {}

  /** An orderly close before the first byte of a response. */
  record Close() implements Reply {}

  /** A connection reset before the first byte of a response. */
  record Reset() implements Reply {}

  /** Writes the body of a {@link Stream}. */
  @FunctionalInterface
  interface Writer {
    /** Writes everything; the stream is closed afterwards. */
    void write(OutputStream body) throws IOException, InterruptedException;
  }

  /** A response without a body. */
  static Response status(int status) {
    return new Response(status, List.of(), new byte[0]);
  }

  /** A response with a plain text body. */
  static Response text(int status, String body) {
    return new Response(
        status,
        List.of(new Header("Content-Type", "text/plain; charset=utf-8")),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
