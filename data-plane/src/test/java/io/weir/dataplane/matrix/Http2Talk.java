package io.weir.dataplane.matrix;

import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import io.weir.dataplane.support.script.Http2Wire;
import io.weir.dataplane.support.script.ScriptedConnection;
import io.weir.dataplane.support.script.StrictReader;
import io.weir.testing.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of HTTP/2 with two requests at a time. */
final class Http2Talk {
  private final String host;
  private final String scheme;
  private final Http2Wire frames;

  Http2Talk(ScriptedConnection wire, String host, boolean tls) throws IOException {
    this.host = host;
    scheme = tls ? "https" : "http";
    try {
      frames = new Http2Wire(Http2Peer.client(wire.socket()), (_, _) -> {});
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
    Thread.ofVirtual().start(frames::run);
  }

  Talk both(Ask first, Ask second) {
    BlockingQueue<Frame> one = frames.stream(1);
    BlockingQueue<Frame> three = frames.stream(3);
    try {
      begin(1, first);
      begin(3, second);
    } catch (IOException ended) {
      // the streams tell
    }
    Thread upload = Thread.ofVirtual().start(() -> upload(1, first));
    Got got = read(one);
    Got next = read(three);
    try {
      upload.join(ScriptedConnection.PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Talk(got, next);
  }

  private void begin(int stream, Ask ask) throws IOException {
    String[] head = {
      ":method", ask.method(), ":scheme", scheme, ":path", ask.target(), ":authority", host
    };
    if (ask.hasBody() && !ask.chunked()) {
      head = java.util.Arrays.copyOf(head, 10);
      head[8] = "content-length";
      head[9] = Integer.toString(ask.body().length);
    }
    frames.head(stream, !ask.hasBody(), head);
  }

  private void upload(int stream, Ask ask) {
    try {
      if (ask.hasBody()) {
        frames.data(stream, ask.body(), true);
      }
    } catch (IOException noMore) {
      // what has been answered can still be read
    }
  }

  private static Got read(BlockingQueue<Frame> stream) {
    int interims = 0;
    int status = 0;
    List<Header> headers = List.of();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    long until =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ScriptedConnection.PATIENCE_MILLIS);
    try {
      while (true) {
        Frame frame = stream.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (frame == null) {
          return new Got.Stuck(status);
        }
        switch (frame.type()) {
          case Http2Peer.RST_STREAM -> {
            return new Got.Broken(status, "RST_STREAM " + frame.error());
          }
          case Frame.CLOSED -> {
            return new Got.Broken(status, "the connection ended");
          }
          case Http2Peer.HEADERS -> {
            boolean interim =
                status == 0 && frame.status() != null && frame.status().startsWith("1");
            if (interim) {
              interims++;
            } else if (status == 0) {
              status = Integer.parseInt(frame.status());
              headers =
                  frame.fields().entrySet().stream()
                      .map(field -> new Header(field.getKey(), field.getValue()))
                      .toList();
            } else if (!frame.ends() || frame.status() != null) {
              return new Got.Garbled("a second head");
            }
          }
          default -> {
            if (status == 0) {
              return new Got.Garbled("DATA before a head");
            }
            body.writeBytes(frame.payload());
          }
        }
        if (frame.ends()) {
          return whole(status, headers, body.toByteArray(), interims);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Got.Stuck(status);
    }
  }

  private static Got whole(int status, List<Header> headers, byte[] body, int interims) {
    List<String> lengths = StrictReader.all(headers, "content-length");
    if (!lengths.isEmpty() && Long.parseLong(lengths.getFirst()) != body.length) {
      // RFC 9113, 8.1.1: malformed, which a client that reads strictly notices
      return new Got.Broken(status, "length " + lengths + " and " + body.length + " bytes");
    }
    return new Got.Whole(status, headers, body, interims, false);
  }
}
